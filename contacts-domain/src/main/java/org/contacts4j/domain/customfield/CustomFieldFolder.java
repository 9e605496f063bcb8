package org.contacts4j.domain.customfield;

import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.patch.Draft;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

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
        FieldValues<CustomFieldFolder> values = FolderProperty.TABLE.apply(this, patch, CustomFieldFolder::check);
        return new CustomFieldFolder(id, values.require(FolderProperty.NAME), values.require(FolderProperty.POSITION));
    }

    private static void check(Draft<CustomFieldFolder> draft) {
        @Nullable String name = draft.get(FolderProperty.NAME);
        if ((name == null || name.isEmpty()) && draft.faults().count() == 0) {
            draft.faults().add(FolderProperty.NAME.name(), "is required");
        }
    }
}
