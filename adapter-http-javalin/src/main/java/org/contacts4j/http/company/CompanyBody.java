package org.contacts4j.http.company;

import org.contacts4j.domain.Patch;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.http.json.Json;
import org.contacts4j.http.json.Kinds;
import org.contacts4j.http.json.PatchReader;

/** The bodies that create and change companies: which members they have, and of which kind. All others are ignored. */
final class CompanyBody {

    private static final PatchReader<Company> MEMBERS = PatchReader.<Company>empty()
            .with(CompanyField.NAME, Kinds.TEXT)
            .with(CompanyField.CODE, Kinds.TEXT)
            .with(CompanyField.WEBSITE, Kinds.TEXT)
            .with(CompanyField.PHONE, Kinds.TEXT)
            .with(CompanyField.EMAIL, Kinds.TEXT)
            .with(CompanyField.TAX_ID, Kinds.TEXT)
            .with(CompanyField.ADDRESS, Kinds.ADDRESS)
            .with(CompanyField.CUSTOM_FIELDS, Kinds.DATA);

    private CompanyBody() {}

    /** What the body wants set and cleared; it carries a fault for every member of a wrong type. */
    static Patch<Company> read(byte[] json) {
        return MEMBERS.read(Json.readObject(json));
    }
}
