package org.contacts4j.application.contact.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ReportingLine;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.customfield.LocalForms;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The rules that depend on other records of the organization. A single write and each row of an import apply the same
 * rules; they differ in how the records are looked up ({@link Lookups}).
 */
public record ContactChecks(EmailRule emails, Lookups lookups) {

    private static final String CUSTOM = ContactField.CUSTOM_FIELDS.name();

    /**
     * Serializes transactions that write e-mail addresses of the organization, if addresses must be unique. Call this
     * before acquiring any other lock.
     */
    public static void lockEmails(Transaction tx, Caller caller, EmailRule emails) {
        if (emails == EmailRule.UNIQUE) {
            tx.contacts().lockEmails(caller.organization());
        }
    }

    /** Calls {@link #lockEmails(Transaction, Caller, EmailRule)} if the patch has e-mail addresses. */
    static void lockEmails(Transaction tx, Caller caller, EmailRule emails, Patch<Contact> patch) {
        if (patch.touches(ContactField.EMAILS)
                || patch.touches(ContactField.EMAIL)
                || patch.touches(ContactField.SECONDARY_EMAIL)) {
            lockEmails(tx, caller, emails);
        }
    }

    /**
     * Returns the patch with its custom values in stored form, and with a validation error for each invalid value.
     * Reads the organization's definitions only if the patch has custom values.
     *
     * @param before the current values of the contact
     */
    public Patch<Contact> customValues(Map<String, @Nullable Object> before, Patch<Contact> patch) {
        if (!patch.touches(ContactField.CUSTOM_FIELDS)) {
            return patch;
        }
        Faults faults = new Faults();
        Patch<Contact> checked = customValues(before, patch, faults);
        return withFaults(checked, faults);
    }

    private Patch<Contact> customValues(Map<String, @Nullable Object> before, Patch<Contact> patch, Faults faults) {
        CustomFieldRules rules = lookups.customFields();
        if (patch.changeOf(ContactField.CUSTOM_FIELDS) instanceof Change.Set<Map<String, @Nullable Object>> set) {
            Map<String, @Nullable Object> values = rules.check(set.value(), CUSTOM, faults);
            rules.checkRequiredValues(before, CustomFields.merge(before, values), CUSTOM, faults);
            return patch.set(ContactField.CUSTOM_FIELDS, values);
        }
        rules.checkRequiredValues(before, Map.of(), CUSTOM, faults);
        return patch;
    }

    /**
     * Returns the patch of a row of a file with its custom values in stored form: text is converted to the type of its
     * field. Invalid values are left out.
     *
     * @param before the current values of the contact
     * @param warnings receives an error for each value that is left out
     */
    public Patch<Contact> convertedCustomValues(
            Map<String, @Nullable Object> before, Patch<Contact> patch, LocalForms forms, Faults warnings) {
        if (!(patch.changeOf(ContactField.CUSTOM_FIELDS) instanceof Change.Set<Map<String, @Nullable Object>> set)) {
            return customValues(before, patch);
        }
        CustomFieldRules rules = lookups.customFields();
        Map<String, @Nullable Object> values = rules.convert(set.value(), forms, CUSTOM, warnings);
        Faults faults = new Faults();
        rules.checkRequiredValues(before, CustomFields.merge(before, values), CUSTOM, faults);
        return withFaults(patch.set(ContactField.CUSTOM_FIELDS, values), faults);
    }

    private static Patch<Contact> withFaults(Patch<Contact> patch, Faults faults) {
        Patch<Contact> checked = patch;
        for (Fault fault : faults.list()) {
            checked = checked.withFault(fault.field(), fault.message());
        }
        return checked;
    }

    /**
     * Checks the manager and the company as far as the patch changes them, and returns the contact with its company's
     * name.
     *
     * @throws ContactsFailure.Invalid if the manager does not exist or reports to the contact
     * @throws ContactsFailure.CompanyNotFound if the company does not exist
     */
    public Contact checkReferences(Patch<Contact> patch, Contact contact) {
        if (patch.touches(ContactField.REPORTS_TO)) {
            checkManager(contact);
        }
        CompanyId company = contact.job().companyId();
        return company == null || !patch.touches(ContactField.COMPANY)
                ? contact
                : contact.withCompanyName(
                        lookups.companyName(company).orElseThrow(ContactsFailure.CompanyNotFound::new));
    }

    private void checkManager(Contact contact) {
        ContactId manager = contact.job().reportsTo();
        if (manager == null) {
            return;
        }
        if (!visible().include(manager)) {
            throw ReportingLine.unknownManager();
        }
        ReportingLine.rejectCycle(
                contact.id(),
                manager,
                lookups.tx().contacts().managersAbove(lookups.caller().organization(), manager));
    }

    /**
     * Returns the other holder of the contact's code, if the code is new to the contact.
     *
     * @param before null for a new contact
     */
    public Optional<Holder> otherWithCode(@Nullable Contact before, Contact after) {
        String code = after.code();
        return code == null || (before != null && code.equals(before.code()))
                ? Optional.empty()
                : lookups.holderOfCode(code).filter(holder -> !after.id().equals(holder.id()));
    }

    /**
     * Returns the other holders of the contact's new addresses by address, if addresses must be unique.
     *
     * @param before null for a new contact
     */
    public Map<String, Holder> othersWithEmails(@Nullable Contact before, Contact after) {
        Map<String, String> added = emails.toCheck(before, after);
        Map<String, Holder> holders = added.isEmpty() ? Map.of() : lookups.holdersOfEmails(added.keySet());
        Map<String, Holder> others = new LinkedHashMap<>();
        added.forEach((key, address) -> {
            @Nullable Holder holder = holders.get(key);
            if (holder != null && !after.id().equals(holder.id())) {
                others.put(address, holder);
            }
        });
        return others;
    }

    /** @throws ContactsFailure.DuplicateCode if another contact has the code */
    void requireUniqueCode(@Nullable Contact before, Contact after) {
        otherWithCode(before, after).ifPresent(holder -> {
            throw new ContactsFailure.DuplicateCode(visible().idIfVisible(holder));
        });
    }

    /** @throws ContactsFailure.DuplicateEmail naming the first address that another contact has */
    void requireUniqueEmails(@Nullable Contact before, Contact after) {
        othersWithEmails(before, after).forEach((address, holder) -> {
            throw new ContactsFailure.DuplicateEmail(address, visible().idIfVisible(holder));
        });
    }

    private VisibleContacts visible() {
        return new VisibleContacts(lookups.tx(), lookups.caller());
    }

    /**
     * The holder of a unique value.
     *
     * @param id null for an earlier row of a dry run, which stores no contact
     */
    public record Holder(@Nullable ContactId id) {}

    /** The lookups that the rules need. By default each of them is a query. */
    public interface Lookups {

        Transaction tx();

        Caller caller();

        /** Returns the rules of the organization's custom fields. */
        default CustomFieldRules customFields() {
            return tx().customFields().rules(caller().organization());
        }

        /** Returns the current name of a company; empty if it does not exist. */
        default Optional<String> companyName(CompanyId company) {
            return tx().companies()
                    .find(caller().organization(), caller().visibility(), company)
                    .map(Company::name);
        }

        /** Returns the contact with this code, even a hidden one. */
        default Optional<Holder> holderOfCode(String code) {
            Map<String, ContactId> ids = tx().contacts().idsByCode(caller().organization(), Set.of(code));
            return Optional.ofNullable(ids.get(code)).map(Holder::new);
        }

        /** Returns the oldest contact with each of these e-mail keys, even a hidden one. */
        default Map<String, Holder> holdersOfEmails(Set<String> keys) {
            Map<String, Holder> holders = new LinkedHashMap<>();
            tx().contacts()
                    .idsByEmail(caller().organization(), keys)
                    .forEach((key, id) -> holders.put(key, new Holder(id)));
            return holders;
        }
    }
}
