package org.contacts4j.domain.customfield;

import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;

/**
 * A folder of custom fields.
 *
 * @param position the position among the organization's folders, in ascending order
 */
public record CustomFieldFolder(CustomFieldFolderId id, String name, int position) {

    /** The maximum number of folders of an organization. */
    public static final int MAX_FOLDERS = 200;

    /**
     * Returns a new folder with the properties that the patch sets.
     *
     * @param position the position, unless the patch sets one
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public static CustomFieldFolder create(CustomFieldFolderId id, int position, Patch<CustomFieldFolder> properties) {
        return new CustomFieldFolder(id, "", position).apply(properties);
    }

    /**
     * Returns this folder with the patch applied.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public CustomFieldFolder apply(Patch<CustomFieldFolder> patch) {
        Faults faults = new Faults();
        faults.addAll(patch.faults());
        CustomFieldFolder patched = this;
        for (FolderProperty<?> property : FolderProperty.all()) {
            patched = property.applyTo(patch, patched, faults);
        }
        if (patched.name.isEmpty() && faults.count() == 0) {
            faults.add("name", "is required");
        }
        faults.throwIfAny();
        return patched;
    }
}
