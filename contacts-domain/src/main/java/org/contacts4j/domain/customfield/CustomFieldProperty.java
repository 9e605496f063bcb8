package org.contacts4j.domain.customfield;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldTable;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** The writable properties of a custom-field definition. */
public final class CustomFieldProperty {

    static final int MAX_OPTIONS = 200;
    private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Rule<String> KEY_RULE = (key, field, faults) -> {
        if (!KEYS.matcher(key).matches()) {
            faults.add(field, "must be 1 to 64 letters (a to z), digits, _ or -");
        }
        return key;
    };

    static final FieldTable<CustomField> TABLE = new FieldTable<>();

    /** Required and immutable. */
    public static final Field<CustomField, String> KEY = TABLE.field("key", KEY_RULE, CustomField::key);

    /** The display name. Defaults to the key. */
    public static final Field<CustomField, String> LABEL = TABLE.field("label", Rules.trimmed(), CustomField::label);

    /** Required. */
    public static final Field<CustomField, CustomFieldType> TYPE =
            TABLE.field("type", Rules.anything(), CustomField::type);

    /** Stripped and without duplicates, ignoring case. */
    public static final Field<CustomField, List<String>> OPTIONS =
            TABLE.withDefault("options", CustomFieldProperty::distinct, CustomField::options, List.of());

    public static final Field<CustomField, Boolean> REQUIRED =
            TABLE.withDefault("required", Rules.anything(), CustomField::required, false);
    public static final Field<CustomField, CustomFieldFolderId> FOLDER =
            TABLE.field("folder", Rules.anything(), CustomField::folder);
    public static final Field<CustomField, Integer> POSITION =
            TABLE.withDefault("position", Rules.anything(), CustomField::position, 0);
    public static final Field<CustomField, Boolean> ARCHIVED =
            TABLE.withDefault("archived", Rules.anything(), CustomField::archived, false);

    private CustomFieldProperty() {}

    private static List<String> distinct(List<String> options, String field, Faults faults) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < options.size() && kept.size() <= MAX_OPTIONS && !faults.isFull(); i++) {
            Faults entry = faults.item(i);
            @Nullable String option = Rules.trimmed().check(options.get(i), field, entry);
            if (option == null) {
                entry.add(field, "must not be blank");
            } else {
                kept.putIfAbsent(option.toLowerCase(Locale.ROOT), option);
            }
        }
        if (kept.size() > MAX_OPTIONS) {
            faults.add(field, "must not be more than " + MAX_OPTIONS);
        }
        return new ArrayList<>(kept.values());
    }
}
