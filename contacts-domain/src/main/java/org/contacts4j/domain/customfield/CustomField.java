package org.contacts4j.domain.customfield;

import java.util.List;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.patch.Draft;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a custom field of an organization's contacts. Use {@link #create} and {@link #apply}, which
 * validate the properties. The constructor is for stores.
 *
 * @param key the key of the field's values in contacts; unique in the organization, and immutable
 * @param label the display name
 * @param options the options of a {@code select} or {@code multiselect}, without duplicates; empty for all other types
 * @param required whether an existing value can be replaced but not removed
 * @param folder the folder, or null if the field is in none
 * @param position the position among the organization's fields, in ascending order
 * @param archived whether the field is out of use: its values remain visible, and it is not required
 */
public record CustomField(
        CustomFieldId id,
        String key,
        String label,
        CustomFieldType type,
        List<String> options,
        boolean required,
        @Nullable CustomFieldFolderId folder,
        int position,
        boolean archived) {

    /** The maximum number of fields of an organization. */
    public static final int MAX_FIELDS = 500;

    public CustomField {
        options = List.copyOf(options);
    }

    /**
     * Returns a new field with the properties that the patch sets. The label defaults to the key.
     *
     * @param position the position, unless the patch sets one
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public static CustomField create(CustomFieldId id, int position, Patch<CustomField> properties) {
        FieldValues<CustomField> values = CustomFieldProperty.TABLE.apply(null, properties, CustomField::check);
        return of(
                id,
                values,
                properties.touches(CustomFieldProperty.POSITION)
                        ? values.require(CustomFieldProperty.POSITION)
                        : position);
    }

    /**
     * Returns this field with the patch applied; this instance if nothing changes.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public CustomField apply(Patch<CustomField> patch) {
        FieldValues<CustomField> values = CustomFieldProperty.TABLE.apply(this, patch, draft -> {
            if (!key.equals(draft.get(CustomFieldProperty.KEY)) && draft.get(CustomFieldProperty.KEY) != null) {
                draft.faults()
                        .add(
                                "key",
                                "cannot be changed, since contacts keep their values under it; change the label instead");
            }
            check(draft);
        });
        CustomField patched = of(id, values, values.require(CustomFieldProperty.POSITION));
        return patched.equals(this) ? this : patched;
    }

    /** Returns this field without a folder. */
    public CustomField withoutFolder() {
        return new CustomField(id, key, label, type, options, required, null, position, archived);
    }

    /** Returns whether an existing value cannot be removed. */
    public boolean isValueRequired() {
        return required && !archived;
    }

    /**
     * Validates a value without type conversion: a number must be a number, not text.
     *
     * @return the value in its canonical stored form, so that values compare by type (dates and times in UTC, options
     *     in the field's spelling); null if the value counts as empty; unspecified if errors were added
     */
    public @Nullable Object check(Object value, String field, Faults faults) {
        return TypedValue.check(this, value, field, faults);
    }

    /**
     * Converts a value of any type, such as the text of a table cell, to a value of this field: {@code "12"} becomes a
     * number, {@code "yes"} becomes true.
     *
     * @param forms the local forms of dates and numbers in texts
     * @return the value in its stored form, as {@link #check} returns it
     */
    public @Nullable Object convert(Object value, LocalForms forms, String field, Faults faults) {
        @Nullable Object adapted = TypedValue.adapted(type, value, forms);
        return adapted == null ? null : TypedValue.check(this, adapted, field, faults);
    }

    private static void check(Draft<CustomField> draft) {
        draft.requireSet(CustomFieldProperty.KEY, "is required");
        if (draft.get(CustomFieldProperty.LABEL) == null) {
            draft.set(CustomFieldProperty.LABEL, draft.get(CustomFieldProperty.KEY));
        }
        draft.requireSet(CustomFieldProperty.TYPE, "is required");
        @Nullable CustomFieldType chosen = draft.get(CustomFieldProperty.TYPE);
        if (chosen != null) {
            checkOptions(draft, chosen);
        }
    }

    private static void checkOptions(Draft<CustomField> draft, CustomFieldType type) {
        boolean empty = draft.require(CustomFieldProperty.OPTIONS).isEmpty();
        String field = CustomFieldProperty.OPTIONS.name();
        if (type.isChoice()) {
            if (empty) {
                draft.faults().add(field, "is required: a field of this type needs something to choose from");
            }
        } else if (!empty && draft.patch().touches(CustomFieldProperty.OPTIONS)) {
            draft.faults().add(field, "is only for the types select and multiselect");
        } else {
            draft.set(CustomFieldProperty.OPTIONS, null);
        }
    }

    private static CustomField of(CustomFieldId id, FieldValues<CustomField> values, int position) {
        return new CustomField(
                id,
                values.require(CustomFieldProperty.KEY),
                values.require(CustomFieldProperty.LABEL),
                values.require(CustomFieldProperty.TYPE),
                values.require(CustomFieldProperty.OPTIONS),
                values.require(CustomFieldProperty.REQUIRED),
                values.get(CustomFieldProperty.FOLDER),
                position,
                values.require(CustomFieldProperty.ARCHIVED));
    }
}
