package org.contacts4j.domain.company;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.patch.Patch;
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
        return of(id, organization, valuesAfter(null, fields, id), null, Revision.first(by, at));
    }

    /**
     * Returns this company with the patch applied, at the next version. Returns this instance if nothing changes.
     *
     * @throws ContactsFailure.Invalid with every validation error
     */
    public Company apply(Patch<Company> patch, MemberId by, Instant at) {
        Company patched = of(id, organizationId, valuesAfter(this, patch, id), primaryContactId, revision);
        return patched.equals(this) ? this : patched.with(primaryContactId, revision.next(by, at));
    }

    /** Returns the company with these values, without validation. Stores restore companies with it. */
    public static Company of(
            CompanyId id,
            OrganizationId organization,
            FieldValues<Company> values,
            @Nullable ContactId primaryContact,
            Revision revision) {
        return new Company(
                id,
                organization,
                values.require(CompanyField.NAME),
                values.get(CompanyField.CODE),
                values.get(CompanyField.WEBSITE),
                values.get(CompanyField.PHONE),
                values.get(CompanyField.EMAIL),
                values.get(CompanyField.TAX_ID),
                values.get(CompanyField.ADDRESS),
                values.require(CompanyField.CUSTOM_FIELDS),
                primaryContact,
                revision);
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
        return contact.id().equals(primaryContactId) ? this : with(contact.id(), revision.next(by, at));
    }

    /** Returns this company without {@code contact} as primary contact; this instance if it is not. */
    public Company withoutPrimaryContact(ContactId contact, @Nullable MemberId by, Instant at) {
        return contact.equals(primaryContactId) ? with(null, revision.next(by, at)) : this;
    }

    /** Returns the company without a primary contact, for callers that cannot see that contact. */
    public Company withoutPrimaryContact() {
        return with(null, revision);
    }

    private Company with(@Nullable ContactId primary, Revision newRevision) {
        return of(id, organizationId, CompanyField.TABLE.valuesOf(this), primary, newRevision);
    }

    private static FieldValues<Company> valuesAfter(@Nullable Company before, Patch<Company> patch, CompanyId id) {
        return CompanyField.TABLE.apply(before, patch, draft -> {
            draft.requireSet(CompanyField.NAME, "is required");
            draft.replaceIfPatched(CompanyField.ADDRESS, address -> address.identified(id.value()));
            CustomFields.check(draft, CompanyField.CUSTOM_FIELDS);
        });
    }
}
