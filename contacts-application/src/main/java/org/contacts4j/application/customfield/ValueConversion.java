package org.contacts4j.application.customfield;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** Makes the values that contacts have under a field's key values of its type: all of them or, by failing, none. */
final class ValueConversion {

    private static final int BATCH = 2_000;

    private final Transaction tx;
    private final Caller caller;
    private final Instant now;
    private final Ids ids;

    ValueConversion(Transaction tx, Caller caller, Clock clock, Ids ids) {
        this.tx = tx;
        this.caller = caller;
        this.now = clock.instant();
        this.ids = ids;
    }

    /** Goes through the contacts by id, some at a time, so that their number does not matter to memory or time limits. */
    void to(CustomField field) {
        OrganizationId organization = caller.organization();
        long refused = 0;
        List<Contact> batch = tx.contacts().lockWithCustomField(organization, field.key(), null, BATCH);
        while (!batch.isEmpty()) {
            for (Contact contact : batch) {
                refused += isConverted(contact, field, refused == 0) ? 0 : 1;
            }
            Contact last = batch.get(batch.size() - 1);
            batch = tx.contacts().lockWithCustomField(organization, field.key(), last.id(), BATCH);
        }
        if (refused > 0) {
            throw new ContactsFailure.ValuesInTheWay(refused, field.key(), EnumNames.of(field.type()));
        }
    }

    /** Whether the contact's value can be one of the field; it becomes one unless {@code write} says not to bother. */
    private boolean isConverted(Contact contact, CustomField field, boolean write) {
        try {
            Contact converted = converted(contact, field);
            if (write && !converted.equals(contact)) {
                tx.contacts()
                        .update(
                                caller.organization(),
                                contact,
                                converted,
                                ContactEvent.updated(ids.next(), contact, converted));
            }
            return true;
        } catch (ContactsFailure.Invalid refused) {
            return false;
        }
    }

    private Contact converted(Contact contact, CustomField field) {
        @Nullable Object value = contact.customFields().get(field.key());
        Faults faults = new Faults();
        @Nullable Object converted = value == null ? null : field.convert(value, field.key(), faults);
        faults.throwIfAny();
        Map<String, @Nullable Object> change = Collections.singletonMap(field.key(), converted);
        return contact.apply(Patch.of(ContactField.CUSTOM_FIELDS, change), caller.member(), now);
    }
}
