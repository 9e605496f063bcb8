package org.contacts4j.application.importing.batch;

import java.util.List;
import java.util.Map;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.contact.References;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** The rules that check a row against stored data. They equal the rules of single writes, with one lookup per batch. */
final class RowRules {

    private static final String CUSTOM = ContactField.CUSTOM_FIELDS.name();
    private static final Fault NO_COMPANY = new Fault(ContactField.COMPANY.name(), "is not the id of a company");

    private final Transaction tx;
    private final Caller caller;
    private final EmailRule emails;
    private final MatchIndex index;
    private final EarlierRowKeys earlier;
    private @Nullable CustomFieldRules customFields;

    RowRules(Transaction tx, Caller caller, EmailRule emails, MatchIndex index, EarlierRowKeys earlier) {
        this.tx = tx;
        this.caller = caller;
        this.emails = emails;
        this.index = index;
        this.earlier = earlier;
    }

    /**
     * Returns the patch with its custom values in stored form, and with a validation error for each invalid value.
     *
     * @param before the current values of the contact
     */
    Patch<Contact> converted(Map<String, @Nullable Object> before, Patch<Contact> patch) {
        Faults faults = new Faults();
        Patch<Contact> converted = patch;
        if (patch.changeOf(ContactField.CUSTOM_FIELDS) instanceof Change.Set<Map<String, @Nullable Object>> set) {
            Map<String, @Nullable Object> values = customFields().convert(set.value(), CUSTOM, faults);
            customFields().checkRequiredValues(before, CustomFields.merge(before, values), CUSTOM, faults);
            converted = patch.set(ContactField.CUSTOM_FIELDS, values);
        } else if (patch.touches(ContactField.CUSTOM_FIELDS)) {
            customFields().checkRequiredValues(before, Map.of(), CUSTOM, faults);
        }
        for (Fault fault : faults.list()) {
            converted = converted.withFault(fault.field(), fault.message());
        }
        return converted;
    }

    /** Adds a validation error if another contact has this contact's code. */
    void checkCode(Contact contact, Faults faults) {
        String code = contact.code();
        if (code == null) {
            return;
        }
        @Nullable ContactId holder = index.ownerOf(MatchKey.codeKey(code));
        if (holder != null && !holder.equals(contact.id())) {
            String whose = index.has(holder) ? ", by " + holder : "";
            faults.add(ContactField.CODE.name(), "is in use already" + whose);
        } else if (holder == null && earlier.haveAnyOf(List.of(MatchKey.codeKey(code)))) {
            faults.add(ContactField.CODE.name(), "is in use already, by an earlier row");
        }
    }

    /**
     * Adds a validation error for each new e-mail of the contact that another contact has, if e-mails must be unique.
     */
    void checkEmails(@Nullable Contact before, Contact after, Faults faults) {
        emails.toCheck(before, after).forEach((key, address) -> {
            @Nullable ContactId holder = index.ownerOf(key);
            if (holder == null ? earlier.haveAnyOf(List.of(key)) : !holder.equals(after.id())) {
                String whose = holder != null && index.has(holder) ? ", by " + holder : "";
                faults.add(ContactField.EMAIL.name(), address + " is in use already" + whose);
            }
        });
    }

    /**
     * Returns the contact with its company's name. Adds a validation error if the company or manager does not exist.
     */
    Contact placed(Patch<Contact> patch, Contact contact, Faults faults) {
        try {
            return new References(tx, caller).placed(patch, contact);
        } catch (ContactsFailure failure) {
            faults.addAll(faultsOf(failure));
            return contact;
        }
    }

    /**
     * Returns the validation errors of a row for the failure of a single write. Rethrows failures that concern no row.
     */
    static List<Fault> faultsOf(ContactsFailure failure) {
        if (failure instanceof ContactsFailure.Invalid invalid) {
            return invalid.faults();
        }
        if (failure instanceof ContactsFailure.CompanyNotFound) {
            return List.of(NO_COMPANY);
        }
        throw failure;
    }

    /** Returns the patch without the code, because codes are checked once for the whole batch. */
    static Patch<Contact> withoutCode(Patch<Contact> patch) {
        return patch.and(ContactField.CODE, Change.keep());
    }

    private CustomFieldRules customFields() {
        CustomFieldRules rules = customFields;
        if (rules == null) {
            rules = tx.customFields().rules(caller.organization());
            customFields = rules;
        }
        return rules;
    }
}
