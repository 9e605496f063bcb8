package org.contacts4j.application.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.MatchKeys;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/** Whether contacts of one organization may share an e-mail address. Addresses are compared ignoring case. */
public enum EmailRule {
    /** Contacts may share an address, as families and offices do. */
    SHARED,
    /** Duplicates are rejected; existing ones are grandfathered. */
    UNIQUE;

    /**
     * Serializes transactions that write e-mail addresses of the organization, if addresses must be unique. Call this
     * before acquiring any other lock.
     */
    public void lockIfUnique(Transaction tx, OrganizationId organization) {
        if (this == UNIQUE) {
            tx.contacts().lockEmails(organization);
        }
    }

    void lockIfUnique(Transaction tx, OrganizationId organization, Patch<Contact> patch) {
        if (patch.touches(ContactField.EMAILS)
                || patch.touches(ContactField.EMAIL)
                || patch.touches(ContactField.SECONDARY_EMAIL)) {
            lockIfUnique(tx, organization);
        }
    }

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

    /**
     * Checks that the contact's new addresses are unique.
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
                throw new ContactsFailure.DuplicateEmail(address, new VisibleContacts(tx, caller).idIfVisible(holder));
            }
        });
    }
}
