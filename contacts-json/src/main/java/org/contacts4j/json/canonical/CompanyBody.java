package org.contacts4j.json.canonical;

import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.json.Json;
import org.contacts4j.json.PatchReader;
import org.contacts4j.json.ValueReaders;

/** The request bodies that create and change companies. Unknown members are ignored. */
public final class CompanyBody {

    private static final PatchReader<Company> MEMBERS = PatchReader.<Company>empty()
            .with(CompanyField.NAME, ValueReaders.TEXT)
            .with(CompanyField.CODE, ValueReaders.TEXT)
            .with(CompanyField.WEBSITE, ValueReaders.TEXT)
            .with(CompanyField.PHONE, ValueReaders.TEXT)
            .with(CompanyField.EMAIL, ValueReaders.TEXT)
            .with(CompanyField.TAX_ID, ValueReaders.TEXT)
            .with(CompanyField.ADDRESS, ValueReaders.ADDRESS)
            .with(CompanyField.CUSTOM_FIELDS, ValueReaders.DATA);

    private CompanyBody() {}

    /** Returns the patch of a body. The patch has a validation error for every member of a wrong type. */
    public static Patch<Company> read(byte[] json) {
        return MEMBERS.read(Json.readObject(json));
    }
}
