package org.contacts4j.application.importing;

import java.util.List;
import java.util.Map;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.contact.References;
import org.contacts4j.domain.Change;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.Fault;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** What a row must not say, in view of what is kept: the rules of single writes, looked up once for a whole batch. */
final class RowRules {

    private static final String CUSTOM = ContactField.CUSTOM_FIELDS.name();
    private static final Fault NO_COMPANY = new Fault(ContactField.COMPANY.name(), "is not the id of a company");

    private final Transaction tx;
    private final Caller caller;
    private final EmailRule emails;
    private final MatchIndex register;
    private final EarlierRowKeys earlier;
    private @Nullable CustomFieldRules customFields;

    RowRules(Transaction tx, Caller caller, EmailRule emails, MatchIndex register, EarlierRowKeys earlier) {
        this.tx = tx;
        this.caller = caller;
        this.emails = emails;
        this.register = register;
        this.earlier = earlier;
    }

    /**
     * The patch with its custom values in the form they are kept in; it carries a fault for each that is wrong.
     *
     * @param before the values that the contact has now
     */
    Patch<Contact> converted(Map<String, @Nullable Object> before, Patch<Contact> patch) {
        Faults faults = new Faults();
        Patch<Contact> converted = patch;
        if (patch.changeOf(ContactField.CUSTOM_FIELDS) instanceof Change.Set<Map<String, @Nullable Object>> set) {
            Map<String, @Nullable Object> values = customFields().convert(set.value(), CUSTOM, faults);
            customFields().checkWhatMustStay(before, CustomFields.merge(before, values), CUSTOM, faults);
            converted = patch.with(ContactField.CUSTOM_FIELDS, values);
        } else if (patch.touches(ContactField.CUSTOM_FIELDS)) {
            customFields().checkWhatMustStay(before, Map.of(), CUSTOM, faults);
        }
        for (Fault fault : faults.list()) {
            converted = converted.withFault(fault.field(), fault.message());
        }
        return converted;
    }

    /** Adds a fault when somebody else has the contact's code. */
    void checkCode(Contact contact, Faults faults) {
        String code = contact.code();
        if (code == null) {
            return;
        }
        @Nullable ContactId holder = register.holderOf(MatchKey.ofCode(code));
        if (holder != null && !holder.equals(contact.id())) {
            String whose = register.has(holder) ? ", by " + holder : "";
            faults.add(ContactField.CODE.name(), "is in use already" + whose);
        } else if (holder == null && earlier.haveAnyOf(List.of(MatchKey.ofCode(code)))) {
            faults.add(ContactField.CODE.name(), "is in use already, by an earlier row");
        }
    }

    /** Adds a fault for each e-mail that the contact did not have before and somebody else has, where they are unique. */
    void checkEmails(@Nullable Contact before, Contact after, Faults faults) {
        emails.toCheck(before, after).forEach((key, address) -> {
            @Nullable ContactId holder = register.holderOf(key);
            if (holder == null ? earlier.haveAnyOf(List.of(key)) : !holder.equals(after.id())) {
                String whose = holder != null && register.has(holder) ? ", by " + holder : "";
                faults.add(ContactField.EMAIL.name(), address + " is in use already" + whose);
            }
        });
    }

    /** The contact with its company's name; adds faults when company or manager are not there. */
    Contact placed(Patch<Contact> patch, Contact contact, Faults faults) {
        try {
            return new References(tx, caller).placed(patch, contact);
        } catch (ContactsFailure failure) {
            faults.addAll(faultsOf(failure));
            return contact;
        }
    }

    /** What the failure of a single write says of a row. */
    static List<Fault> faultsOf(ContactsFailure failure) {
        if (failure instanceof ContactsFailure.Invalid invalid) {
            return invalid.faults();
        }
        if (failure instanceof ContactsFailure.CompanyNotFound) {
            return List.of(NO_COMPANY);
        }
        throw failure;
    }

    /** Codes have been looked up for the whole batch. */
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
