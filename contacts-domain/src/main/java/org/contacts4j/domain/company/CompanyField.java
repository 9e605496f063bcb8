package org.contacts4j.domain.company;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A writable field of a company. The primary contact is not one of them: it is set through the contact.
 *
 * @param <T> the type of the field's value
 */
public final class CompanyField<T> extends Field<Company, T> {

    /** Required. */
    public static final CompanyField<String> NAME =
            new CompanyField<>("name", Rules.trimmed(), Company::name, (d, v) -> d.name = v);

    public static final CompanyField<String> CODE =
            new CompanyField<>("code", Rules.trimmed(), Company::code, (d, v) -> d.code = v);
    public static final CompanyField<String> WEBSITE =
            new CompanyField<>("website", Rules.httpUrl(), Company::website, (d, v) -> d.website = v);
    public static final CompanyField<String> PHONE =
            new CompanyField<>("phone", Rules.trimmed(), Company::phone, (d, v) -> d.phone = v);
    public static final CompanyField<String> EMAIL =
            new CompanyField<>("email", Rules.email(), Company::email, (d, v) -> d.email = v);
    public static final CompanyField<String> TAX_ID =
            new CompanyField<>("taxId", Rules.text(Rules.TEXT), Company::taxId, (d, v) -> d.taxId = v);

    /** Merged part by part. */
    public static final CompanyField<Address> ADDRESS = new CompanyField<>(
            "address",
            Address.RULE,
            Company::address,
            (d, v) -> d.address = v == null ? null : Address.merge(d.address, v, d.owner()));

    /** Merged by key. A null value removes its key. */
    public static final CompanyField<Map<String, @Nullable Object>> CUSTOM_FIELDS = new CompanyField<>(
            "customFields",
            CustomFields.RULE,
            Company::customFields,
            (d, v) -> d.customFields = v == null ? Map.of() : CustomFields.merge(d.customFields, v));

    private static final List<CompanyField<?>> ALL =
            List.of(NAME, CODE, WEBSITE, PHONE, EMAIL, TAX_ID, ADDRESS, CUSTOM_FIELDS);

    private final BiConsumer<CompanyDraft, @Nullable T> writer;

    private CompanyField(
            String name,
            Rule<T> rule,
            Function<Company, @Nullable T> reader,
            BiConsumer<CompanyDraft, @Nullable T> writer) {
        super(name, rule, reader);
        this.writer = writer;
    }

    /** Returns every field, in the order of application. */
    public static List<CompanyField<?>> all() {
        return ALL;
    }

    void applyTo(Patch<Company> patch, CompanyDraft draft, Faults faults) {
        Change<T> change = checked(patch.changeOf(this), faults);
        if (!(change instanceof Change.Keep)) {
            writer.accept(draft, change.valueOrNull());
        }
    }
}
