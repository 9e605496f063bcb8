package org.contacts4j.application.customfield;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.write.ContactChanges;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.LocalForms;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** Converts the values of contacts under a field's key to the field's type. Fails if one cannot be converted. */
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

    /** Processes the contacts by id in batches, so that memory and time limits do not depend on their number. */
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
            throw new ContactsFailure.InconvertibleValues(refused, field.key(), EnumNames.of(field.type()));
        }
    }

    /** Returns whether the contact's value can be converted. Updates the contact if {@code write} is true. */
    private boolean isConverted(Contact contact, CustomField field, boolean write) {
        try {
            Contact converted = converted(contact, field);
            if (write && !converted.equals(contact)) {
                new ContactChanges(tx, caller, ids).updated(contact, converted);
            }
            return true;
        } catch (ContactsFailure.Invalid refused) {
            return false;
        }
    }

    private Contact converted(Contact contact, CustomField field) {
        @Nullable Object value = contact.customFields().get(field.key());
        Faults faults = new Faults();
        @Nullable
        Object converted = value == null ? null : field.convert(value, LocalForms.UNAMBIGUOUS, field.key(), faults);
        faults.throwIfAny();
        Map<String, @Nullable Object> change = Collections.singletonMap(field.key(), converted);
        return contact.apply(Patch.of(ContactField.CUSTOM_FIELDS, change), caller.member(), now);
    }
}
