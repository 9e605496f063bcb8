package org.contacts4j.domain.company;

import java.util.List;
import java.util.Map;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldTable;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** The writable fields of a company. The primary contact is not one of them: it is set through the contact. */
public final class CompanyField {

    static final FieldTable<Company> TABLE = new FieldTable<>();

    /** Required. */
    public static final Field<Company, String> NAME = TABLE.field("name", Rules.trimmed(), Company::name);

    public static final Field<Company, String> CODE = TABLE.field("code", Rules.trimmed(), Company::code);
    public static final Field<Company, String> WEBSITE = TABLE.field("website", Rules.httpUrl(), Company::website);
    public static final Field<Company, String> PHONE = TABLE.field("phone", Rules.phone(), Company::phone);
    public static final Field<Company, String> EMAIL = TABLE.field("email", Rules.email(), Company::email);
    public static final Field<Company, String> TAX_ID = TABLE.text("taxId", Company::taxId);

    /** Merged part by part. */
    public static final Field<Company, Address> ADDRESS =
            TABLE.merged("address", Address.RULE, Company::address, null, Address::merge);

    /** Merged by key. A null value removes its key. */
    public static final Field<Company, Map<String, @Nullable Object>> CUSTOM_FIELDS =
            TABLE.merged("customFields", CustomFields.RULE, Company::customFields, Map.of(), CustomFields::merge);

    private CompanyField() {}

    /** Returns every field, in the order of application. */
    public static List<Field<Company, ?>> all() {
        return TABLE.all();
    }

    /** Returns the plain texts: of at most {@value Rules#TEXT} code points, stored unchanged. */
    public static List<Field<Company, String>> texts() {
        return TABLE.texts();
    }

    /** Returns new values, of which none is set, for {@link Company#of}. */
    public static FieldValues<Company> values() {
        return TABLE.values();
    }
}
