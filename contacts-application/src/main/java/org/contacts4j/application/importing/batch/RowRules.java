package org.contacts4j.application.importing.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.contact.write.ContactChecks;
import org.contacts4j.application.contact.write.ContactChecks.Holder;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.customfield.LocalForms;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** The rules of single writes, with one lookup per batch. Failures become validation errors of the row. */
final class RowRules {

    private static final int LISTED = 3;
    private static final Fault NO_COMPANY = new Fault(ContactField.COMPANY.name(), "is not the id of a company");

    private final MatchIndex index;
    private final ContactChecks checks;

    RowRules(Transaction tx, Caller caller, EmailRule emails, MatchIndex index, EarlierRowKeys earlier) {
        this.index = index;
        this.checks = new ContactChecks(emails, new BatchLookups(tx, caller, index, earlier));
    }

    /**
     * Returns the patch with its custom values in stored form and without the invalid ones.
     *
     * @param before the current values of the contact
     * @param warnings receives an error for each value that is left out
     */
    Patch<Contact> converted(
            Map<String, @Nullable Object> before, Patch<Contact> patch, LocalForms forms, Faults warnings) {
        return checks.convertedCustomValues(before, patch, forms, warnings);
    }

    /** Adds a validation error for each new unique value of the contact that another contact has. */
    void checkUnique(@Nullable Contact before, Contact after, Faults faults) {
        checks.otherWithCode(before, after)
                .ifPresent(holder -> faults.add(
                        ContactField.CODE.name(),
                        "is in use already" + (holder.id() == null ? ", by an earlier row" : nameOf(holder))));
        checks.othersWithEmails(before, after)
                .forEach((address, holder) ->
                        faults.add(ContactField.EMAIL.name(), address + " is in use already" + nameOf(holder)));
    }

    private String nameOf(Holder holder) {
        @Nullable ContactId id = holder.id();
        return id != null && index.has(id) ? ", by " + id : "";
    }

    /**
     * Returns the contact with its company's name.
     *
     * @throws ContactsFailure if the company or the manager does not exist; see {@link #faultsOf}
     */
    Contact checkReferences(Patch<Contact> patch, Contact contact) {
        return checks.checkReferences(patch, contact);
    }

    /** Returns the contact with its company's name, and adds an error if the company or the manager does not exist. */
    Contact checkReferences(Patch<Contact> patch, Contact contact, Faults faults) {
        try {
            return checkReferences(patch, contact);
        } catch (ContactsFailure failure) {
            faults.addAll(faultsOf(failure));
            return contact;
        }
    }

    /**
     * Returns a new contact with its custom values in stored form. Their definitions are not known before this
     * transaction.
     *
     * @param warnings receives an error for each value that is left out
     */
    Contact withCustomValues(PreparedRow preparedRow, Contact contact, LocalForms forms, Faults warnings) {
        Patch<Contact> creation = preparedRow.creation();
        return creation.touches(ContactField.CUSTOM_FIELDS)
                ? Contact.create(
                        contact.id(),
                        contact.organizationId(),
                        converted(Map.of(), creation, forms, warnings),
                        contact.revision().createdBy(),
                        contact.revision().createdAt())
                : contact;
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

    /** Returns the validation error of a row that matches several contacts. */
    static Fault ambiguous(List<ContactId> matches) {
        String ids = matches.stream().limit(LISTED).map(ContactId::toString).collect(Collectors.joining(", "));
        return new Fault(
                "row",
                "matches " + matches.size() + " contacts: " + ids + (matches.size() > LISTED ? " ..." : "")
                        + "; send the id of one with matchBy=id");
    }

    /** The lookups of a batch: custom fields are read once, and the index has the holders of all unique values. */
    private static final class BatchLookups implements ContactChecks.Lookups {

        private final Transaction tx;
        private final Caller caller;
        private final MatchIndex index;
        private final EarlierRowKeys earlier;
        private @Nullable CustomFieldRules customFields;

        BatchLookups(Transaction tx, Caller caller, MatchIndex index, EarlierRowKeys earlier) {
            this.tx = tx;
            this.caller = caller;
            this.index = index;
            this.earlier = earlier;
        }

        @Override
        public Transaction tx() {
            return tx;
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public CustomFieldRules customFields() {
            CustomFieldRules rules =
                    customFields == null ? tx.customFields().rules(caller.organization()) : customFields;
            customFields = rules;
            return rules;
        }

        @Override
        public Optional<Holder> holderOfCode(String code) {
            return holder(MatchKey.codeKey(code));
        }

        @Override
        public Map<String, Holder> holdersOfEmails(Set<String> keys) {
            Map<String, Holder> holders = new HashMap<>();
            keys.forEach(key -> holder(key).ifPresent(holder -> holders.put(key, holder)));
            return holders;
        }

        private Optional<Holder> holder(String key) {
            @Nullable ContactId id = index.ownerOf(key);
            return id == null && !earlier.haveAnyOf(List.of(key)) ? Optional.empty() : Optional.of(new Holder(id));
        }
    }
}
