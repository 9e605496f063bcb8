package org.contacts4j.domain.company;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** The mutable state of a company while a patch is applied to it. */
final class CompanyDraft {

    private final CompanyId id;

    @Nullable
    String name;

    @Nullable
    String code;

    @Nullable
    String website;

    @Nullable
    String phone;

    @Nullable
    String email;

    @Nullable
    String taxId;

    @Nullable
    Address address;

    Map<String, @Nullable Object> customFields = Map.of();

    CompanyDraft(CompanyId id) {
        this.id = id;
    }

    CompanyDraft(Company company) {
        id = company.id();
        name = company.name();
        code = company.code();
        website = company.website();
        phone = company.phone();
        email = company.email();
        taxId = company.taxId();
        address = company.address();
        customFields = company.customFields();
    }

    UUID owner() {
        return id.value();
    }

    void finish(Faults faults) {
        if (name == null && !faults.concern("name")) {
            faults.add("name", Fault.Kind.MISSING, "is required");
        }
        CustomFields.checkCount(customFields, "customFields", faults);
        CustomFields.checkSize(customFields, "customFields", faults);
    }

    Company toCompany(OrganizationId organization, @Nullable ContactId primaryContact, Revision revision) {
        return new Company(
                id,
                organization,
                Objects.requireNonNull(name),
                code,
                website,
                phone,
                email,
                taxId,
                address,
                customFields,
                primaryContact,
                revision);
    }
}
