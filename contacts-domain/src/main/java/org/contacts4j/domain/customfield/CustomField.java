package org.contacts4j.domain.customfield;

import java.util.List;
import org.contacts4j.domain.CustomFieldFolderId;
import org.contacts4j.domain.CustomFieldId;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Patch;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a field that an organisation gives its contacts. Comes into being by {@link #create} and changes by
 * {@link #apply}, which hold the rules; the constructor is for stores.
 *
 * @param key under which contacts keep the field's values; unique in the organisation, and never changed
 * @param label what people call the field
 * @param options what a {@code select} or {@code multiselect} offers, without repetition; empty for all other types
 * @param required whether a value, once there, can be replaced but not taken away
 * @param folder null when the field is in none
 * @param position where the field stands among the others, smallest first
 * @param archived whether the field is out of use: its values stay and are shown, nothing is required of it
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

    /** The most fields that an organisation defines. */
    public static final int MAX_FIELDS = 500;

    public CustomField {
        options = List.copyOf(options);
    }

    /**
     * A new field with the properties that the patch sets; where it says nothing of one, the key is the label.
     *
     * @param position where it stands unless the patch says so
     * @throws org.contacts4j.domain.ContactsFailure.Invalid naming every fault
     */
    public static CustomField create(CustomFieldId id, int position, Patch<CustomField> properties) {
        return edit(new CustomFieldDraft(position), properties).toField(id);
    }

    /**
     * This field with the patch applied; itself when the patch changes nothing.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid naming every fault
     */
    public CustomField apply(Patch<CustomField> patch) {
        CustomField patched = edit(new CustomFieldDraft(this), patch).toField(id);
        return patched.equals(this) ? this : patched;
    }

    /** This field in no folder. */
    public CustomField unfiled() {
        return new CustomField(id, key, label, type, options, required, null, position, archived);
    }

    /** Whether a value, once there, must stay. */
    public boolean mustStay() {
        return required && !archived;
    }

    /**
     * Checks a value as programs send it: numbers are numbers, not text.
     *
     * @return the value in the one form it is kept in, so that values compare by their type (dates and times in UTC,
     *     options as the field spells them); null when it says "empty"; anything when there were faults
     */
    public @Nullable Object check(Object value, String field, Faults faults) {
        return TypedValue.check(this, value, field, faults);
    }

    /**
     * Makes a value of this field out of one of any type, such as the text of a cell in a table: {@code "12"} is a number,
     * {@code "yes"} is true.
     *
     * @return as {@link #check}
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
