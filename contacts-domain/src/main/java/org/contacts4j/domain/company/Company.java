package org.contacts4j.domain.company;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A company, customer or vendor that contacts belong to. The primary contact is an attribute of the company, so a
 * company cannot have two.
 *
 * @param code the organization's own number for the company, unique within the organization
 * @param customFields the values by key; no value is null
 * @param primaryContactId the primary contact; always one of the company's own contacts
 */
public record Company(
        CompanyId id,
        OrganizationId organizationId,
        String name,
        @Nullable String code,
        @Nullable String website,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String taxId,
        @Nullable Address address,
        Map<String, @Nullable Object> customFields,
        @Nullable ContactId primaryContactId,
        Revision revision) {

    public Company {
        customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
    }

    /**
     * Returns a new company with the fields that the patch sets.
     *
     * @throws ContactsFailure.Invalid with every validation error
     */
    public static Company create(
            CompanyId id, OrganizationId organization, Patch<Company> fields, MemberId by, Instant at) {
        return edit(new CompanyDraft(id), fields).toCompany(organization, null, Revision.first(by, at));
    }

    /**
     * Returns this company with the patch applied, at the next version. Returns this instance if nothing changes.
     *
     * @throws ContactsFailure.Invalid with every validation error
     */
    public Company apply(Patch<Company> patch, MemberId by, Instant at) {
        CompanyDraft draft = edit(new CompanyDraft(this), patch);
        return draft.toCompany(organizationId, primaryContactId, revision).equals(this)
                ? this
                : draft.toCompany(organizationId, primaryContactId, revision.next(by, at));
    }

    /**
     * Returns this company with {@code contact} as primary contact; this instance if it already is.
     *
     * @throws ContactsFailure.ContactNotInCompany if the contact belongs to another company or to none
     */
    public Company withPrimaryContact(Contact contact, @Nullable MemberId by, Instant at) {
        if (!id.equals(contact.job().companyId())) {
            throw new ContactsFailure.ContactNotInCompany();
        }
        return contact.id().equals(primaryContactId) ? this : withPrimary(contact.id(), by, at);
    }

    /** Returns this company without {@code contact} as primary contact; this instance if it is not. */
    public Company withoutPrimaryContact(ContactId contact, @Nullable MemberId by, Instant at) {
        return contact.equals(primaryContactId) ? withPrimary(null, by, at) : this;
    }

    /** Returns the company without a primary contact, for callers that cannot see that contact. */
    public Company withoutPrimaryContact() {
        return new CompanyDraft(this).toCompany(organizationId, null, revision);
    }

    private Company withPrimary(@Nullable ContactId primary, @Nullable MemberId by, Instant at) {
        return new CompanyDraft(this).toCompany(organizationId, primary, revision.next(by, at));
    }

    private static CompanyDraft edit(CompanyDraft draft, Patch<Company> patch) {
        Faults faults = new Faults();
        faults.addAll(patch.faults());
        CompanyField.all().forEach(field -> field.applyTo(patch, draft, faults));
        draft.finish(faults);
        faults.throwIfAny();
        return draft;
    }
}
