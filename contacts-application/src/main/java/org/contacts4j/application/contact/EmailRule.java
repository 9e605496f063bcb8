package org.contacts4j.application.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.MatchKeys;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** Whether contacts of one organisation may have an e-mail address in common, without regard to case. */
public enum EmailRule {
    /** They may, as families and offices do. */
    SHARED,
    /** They may not; but those who had one in common when the rule came keep it. */
    UNIQUE;

    /** Has all who write addresses of the organisation take turns. To be called before anything else is locked. */
    public void takeTurns(Transaction tx, OrganizationId organization) {
        if (this == UNIQUE) {
            tx.contacts().lockEmails(organization);
        }
    }

    void takeTurns(Transaction tx, OrganizationId organization, Patch<Contact> patch) {
        if (patch.touches(ContactField.EMAILS)
                || patch.touches(ContactField.EMAIL)
                || patch.touches(ContactField.SECONDARY_EMAIL)) {
            takeTurns(tx, organization);
        }
    }

    /** The addresses that are new to the contact and may not be another's, by their match keys. */
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

    /**
     * Refuses what breaks the rule.
     *
     * @throws ContactsFailure.DuplicateEmail naming the first address that another contact has
     */
    void check(Transaction tx, Caller caller, @Nullable Contact before, Contact after) {
        Map<String, String> added = toCheck(before, after);
        Map<String, ContactId> holders =
                added.isEmpty() ? Map.of() : tx.contacts().idsByEmail(caller.organization(), added.keySet());
        added.forEach((key, address) -> {
            @Nullable ContactId holder = holders.get(key);
            if (holder != null && !holder.equals(after.id())) {
                throw new ContactsFailure.DuplicateEmail(address, new VisibleContacts(tx, caller).nameable(holder));
            }
        });
    }
}
