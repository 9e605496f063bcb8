package org.contacts4j.application.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.jspecify.annotations.Nullable;

/** Whether contacts of one organization may share an e-mail address. Addresses are compared ignoring case. */
public enum EmailRule {
    /** Contacts may share an address, as families and offices do. */
    SHARED,
    /** Duplicates are rejected; existing ones are grandfathered. */
    UNIQUE;

    /** Returns the addresses that are new to the contact and must be unique, by match key. */
    public Map<String, String> toCheck(@Nullable Contact before, Contact after) {
        if (this == SHARED) {
            return Map.of();
        }
        Map<String, String> added = new LinkedHashMap<>(MatchKeys.ofEmails(after));
        if (before != null) {
            added.keySet().removeAll(MatchKeys.ofEmails(before).keySet());
        }
        return added;
    }
}
