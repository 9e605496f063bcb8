package org.contacts4j.json.canonical;

import static org.contacts4j.json.JsonType.TEXT;

import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.json.JsonMembers;
import org.contacts4j.json.JsonType;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.Timestamps;

/** The JSON of a company in the canonical API, in requests and responses. */
public final class CompanyJson {

    private static final JsonMembers<Company> MEMBERS = new JsonMembers<Company>()
            .writing(json -> json.id("id", Company::id)
                    .text("organizationId", c -> c.organizationId().value()))
            .with(CompanyField.NAME, TEXT)
            .with(CompanyField.CODE, TEXT)
            .with(CompanyField.WEBSITE, TEXT)
            .with(CompanyField.PHONE, TEXT)
            .with(CompanyField.EMAIL, TEXT)
            .with(CompanyField.TAX_ID, TEXT)
            .with(CompanyField.ADDRESS, AddressJson.TYPE)
            .with(CompanyField.CUSTOM_FIELDS, JsonType.DATA)
            .writing(json -> json.id("primaryContactId", Company::primaryContactId)
                    .text("createdAt", c -> Timestamps.of(c.revision().createdAt()))
                    .text("updatedAt", c -> Timestamps.of(c.revision().updatedAt()))
                    .number("version", c -> c.revision().version()));

    private CompanyJson() {}

    public static JsonWritable<Company> from(Company company) {
        return MEMBERS.of(company);
    }

    /** Returns the patch of a body. The patch has a validation error for every member of a wrong type. */
    public static Patch<Company> read(byte[] json) {
        return MEMBERS.read(json);
    }
}
