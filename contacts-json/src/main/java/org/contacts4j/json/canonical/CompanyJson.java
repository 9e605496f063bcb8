package org.contacts4j.json.canonical;

import java.util.Map;
import java.util.UUID;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.company.Company;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** The JSON of a company in the canonical API: all keys are present, null when unset. */
public record CompanyJson(
        UUID id,
        String organizationId,
        String name,
        @Nullable String code,
        @Nullable String website,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String taxId,
        @Nullable JsonWritable<Address> address,
        @Nullable Map<String, @Nullable Object> customFields,
        @Nullable UUID primaryContactId,
        String createdAt,
        String updatedAt,
        long version) {

    public static CompanyJson from(Company company) {
        return new CompanyJson(
                company.id().value(),
                company.organizationId().value(),
                company.name(),
                company.code(),
                company.website(),
                company.phone(),
                company.email(),
                company.taxId(),
                AddressJson.from(company.address()),
                company.customFields().isEmpty() ? null : company.customFields(),
                company.primaryContactId() == null
                        ? null
                        : company.primaryContactId().value(),
                Timestamps.of(company.revision().createdAt()),
                Timestamps.of(company.revision().updatedAt()),
                company.revision().version());
    }
}
