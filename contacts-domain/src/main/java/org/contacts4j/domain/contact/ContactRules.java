package org.contacts4j.domain.contact;

import java.util.Objects;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Draft;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/** The rules of contacts that span fields. */
final class ContactRules {

    private ContactRules() {}

    /** Sets the company, or none if null. A change of company clears the company name. */
    static void setCompany(Draft<Contact> draft, Field<Contact, CompanyId> field, @Nullable CompanyId company) {
        if (!Objects.equals(draft.get(field), company)) {
            draft.set(field, company);
            draft.set(ContactField.COMPANY_NAME, null);
        }
    }

    /**
     * Sets the company name as text. Ignored if a company is linked, because a linked company supplies its own name.
     */
    static void setCompanyName(Draft<Contact> draft, Field<Contact, String> field, @Nullable String text) {
        if (draft.get(ContactField.COMPANY) == null) {
            draft.set(field, text);
        }
    }

    /** Sets the status to active or inactive. An archived contact is already inactive and remains archived. */
    static void activate(Draft<Contact> draft, Field<Contact, Boolean> field, @Nullable Boolean active) {
        @Nullable
        ContactStatus sent = draft.patch().changeOf(ContactField.STATUS).valueOrNull();
        if (active != null && sent != null && active != (sent == ContactStatus.ACTIVE)) {
            draft.faults().add(field.name(), "contradicts status; send one of the two");
        }
        boolean shouldBeActive = active == null || active;
        boolean isActive = draft.get(ContactField.STATUS) == ContactStatus.ACTIVE;
        if (shouldBeActive != isActive) {
            draft.set(ContactField.STATUS, shouldBeActive ? ContactStatus.ACTIVE : ContactStatus.INACTIVE);
        }
    }

    /**
     * Checks a draft after all of its fields are written.
     *
     * @param composedBefore the name composed of its parts before the change; empty for a new contact
     */
    static void check(Draft<Contact> draft, ContactId id, String composedBefore) {
        composeName(draft, composedBefore);
        checkCount(
                draft, ContactField.EMAILS, draft.require(ContactField.EMAILS).size());
        checkCount(
                draft, ContactField.PHONES, draft.require(ContactField.PHONES).size());
        draft.replaceIfPatched(ContactField.ADDRESS, address -> address.identified(id.value()));
        CustomFields.check(draft, ContactField.CUSTOM_FIELDS);
        CustomFields.checkSize(draft, ContactField.EXTENSIONS);
        if (id.equals(draft.get(ContactField.REPORTS_TO))) {
            draft.faults().add(ContactField.REPORTS_TO.name(), ReportingLine.CYCLE);
        }
    }

    private static void checkCount(Draft<Contact> draft, Field<Contact, ?> field, int count) {
        if (count > Communication.MAX_ENTRIES) {
            draft.rejectUnlessFaulty(field, Fault.Kind.OTHER, "must not be more than " + Communication.MAX_ENTRIES);
        }
    }

    /** Recomposes the full name from its parts, unless a caller has set a different full name. */
    private static void composeName(Draft<Contact> draft, String composedBefore) {
        @Nullable String name = draft.get(ContactField.NAME);
        String composed = PersonName.compose(draft.get(ContactField.FIRST_NAME), draft.get(ContactField.LAST_NAME));
        boolean followsItsParts = !draft.patch().touches(ContactField.NAME) && composedBefore.equals(name);
        if (!composed.isEmpty() && (name == null || followsItsParts)) {
            draft.set(ContactField.NAME, composed);
        }
        draft.requireSet(ContactField.NAME, "is required; firstName or lastName will do as well");
    }
}
