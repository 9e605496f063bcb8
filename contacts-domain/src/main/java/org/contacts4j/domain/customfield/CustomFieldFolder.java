package org.contacts4j.domain.customfield;

import org.contacts4j.domain.CustomFieldFolderId;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Patch;

/**
 * A folder that custom fields are sorted into.
 *
 * @param position where the folder stands among the others, smallest first
 */
public record CustomFieldFolder(CustomFieldFolderId id, String name, int position) {

    /** The most folders that an organisation has. */
    public static final int MAX_FOLDERS = 200;

    /**
     * A new folder with the properties that the patch sets.
     *
     * @param position where it stands unless the patch says so
     * @throws org.contacts4j.domain.ContactsFailure.Invalid naming every fault
     */
    public static CustomFieldFolder create(CustomFieldFolderId id, int position, Patch<CustomFieldFolder> properties) {
        return new CustomFieldFolder(id, "", position).apply(properties);
    }

    /**
     * This folder with the patch applied.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid naming every fault
     */
    public CustomFieldFolder apply(Patch<CustomFieldFolder> patch) {
        Faults faults = new Faults();
        faults.addAll(patch.faults());
        CustomFieldFolder patched = this;
        for (FolderProperty<?> property : FolderProperty.all()) {
            patched = property.carriedOut(patch, patched, faults);
        }
        if (patched.name.isEmpty() && faults.count() == 0) {
            faults.add("name", "is required");
        }
        faults.throwIfAny();
        return patched;
    }
}
