package org.contacts4j.domain.customfield;

import java.util.List;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
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
        return edit(new CustomFieldDraft(position), properties).toField(id);
    }

    /**
     * Returns this field with the patch applied; this instance if nothing changes.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public CustomField apply(Patch<CustomField> patch) {
        CustomField patched = edit(new CustomFieldDraft(this), patch).toField(id);
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
     * @return the value in its stored form, as {@link #check} returns it
     */
    public @Nullable Object convert(Object value, String field, Faults faults) {
        @Nullable Object adapted = TypedValue.adapted(type, value);
        return adapted == null ? null : TypedValue.check(this, adapted, field, faults);
    }

    private static CustomFieldDraft edit(CustomFieldDraft draft, Patch<CustomField> patch) {
        Faults faults = new Faults();
        faults.addAll(patch.faults());
        CustomFieldProperty.all().forEach(property -> property.applyTo(patch, draft, faults));
        draft.finish(faults);
        faults.throwIfAny();
        return draft;
    }
}
