package org.contacts4j.domain.customfield;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A writable property of a custom-field definition.
 *
 * @param <T> the type of the property's value
 */
public final class CustomFieldProperty<T> extends Field<CustomField, T> {

    static final int MAX_OPTIONS = 200;
    private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Rule<String> KEY_RULE = (key, field, faults) -> {
        if (!KEYS.matcher(key).matches()) {
            faults.add(field, "must be 1 to 64 letters (a to z), digits, _ or -");
        }
        return key;
    };

    private static final Rule<List<String>> OPTIONS_RULE = CustomFieldProperty::distinct;

    /** Required and immutable. */
    public static final CustomFieldProperty<String> KEY =
            new CustomFieldProperty<>("key", KEY_RULE, CustomField::key, (d, v) -> d.key = v);

    /** The display name. Defaults to the key. */
    public static final CustomFieldProperty<String> LABEL =
            new CustomFieldProperty<>("label", Rules.trimmed(), CustomField::label, (d, v) -> d.label = v);

    /** Required. */
    public static final CustomFieldProperty<CustomFieldType> TYPE =
            new CustomFieldProperty<>("type", Rules.anything(), CustomField::type, (d, v) -> d.type = v);

    /** Stripped and without duplicates, ignoring case. */
    public static final CustomFieldProperty<List<String>> OPTIONS =
            new CustomFieldProperty<>("options", OPTIONS_RULE, CustomField::options, CustomFieldDraft::offer);

    public static final CustomFieldProperty<Boolean> REQUIRED = new CustomFieldProperty<>(
            "required", Rules.anything(), CustomField::required, (d, v) -> d.required = v != null && v);
    public static final CustomFieldProperty<CustomFieldFolderId> FOLDER =
            new CustomFieldProperty<>("folder", Rules.anything(), CustomField::folder, (d, v) -> d.folder = v);
    public static final CustomFieldProperty<Integer> POSITION = new CustomFieldProperty<>(
            "position", Rules.anything(), CustomField::position, (d, v) -> d.position = v == null ? 0 : v);
    public static final CustomFieldProperty<Boolean> ARCHIVED = new CustomFieldProperty<>(
            "archived", Rules.anything(), CustomField::archived, (d, v) -> d.archived = v != null && v);

    private static final List<CustomFieldProperty<?>> ALL =
            List.of(KEY, LABEL, TYPE, OPTIONS, REQUIRED, FOLDER, POSITION, ARCHIVED);

    private final BiConsumer<CustomFieldDraft, @Nullable T> writer;

    private CustomFieldProperty(
            String name,
            Rule<T> rule,
            Function<CustomField, @Nullable T> reader,
            BiConsumer<CustomFieldDraft, @Nullable T> writer) {
        super(name, rule, reader);
        this.writer = writer;
    }

    /** Returns every property, in the order of application. */
    public static List<CustomFieldProperty<?>> all() {
        return ALL;
    }

    void applyTo(Patch<CustomField> patch, CustomFieldDraft draft, Faults faults) {
        Change<T> change = checked(patch.changeOf(this), faults);
        if (!(change instanceof Change.Keep)) {
            writer.accept(draft, change.valueOrNull());
        }
    }

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
