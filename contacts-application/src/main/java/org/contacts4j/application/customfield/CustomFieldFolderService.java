package org.contacts4j.application.customfield;

import java.util.List;
import java.util.stream.IntStream;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;

/** Manages the folders of custom fields. Changes require an administrator. */
public final class CustomFieldFolderService {

    private static final String WHAT = "folders of custom fields";

    private final CurrentStore store;
    private final Ids ids;
    private final AuditTrail trail;

    public CustomFieldFolderService(CurrentStore store, Ids ids, AuditTrail trail) {
        this.store = store;
        this.ids = ids;
        this.trail = trail;
    }

    /** Returns all folders, by position and then by creation time. */
    public List<CustomFieldFolder> list(Caller caller) {
        return store.read(tx -> tx.customFieldFolders().list(caller.organization()));
    }

    /**
     * Creates a folder. Without a position in the patch it follows all other folders.
     *
     * @throws ContactsFailure.Invalid listing every validation error
     */
    public CustomFieldFolder create(Caller caller, Patch<CustomFieldFolder> properties) {
        requireAdministrator(caller);
        CustomFieldFolderId id = new CustomFieldFolderId(ids.next());
        return store.write(caller, tx -> {
            List<CustomFieldFolder> others = tx.customFieldFolders().list(caller.organization());
            CustomFieldFolder folder = CustomFieldFolder.create(
                    id, behind(others.stream().mapToInt(CustomFieldFolder::position)), properties);
            if (others.size() >= CustomFieldFolder.MAX_FOLDERS) {
                throw new ContactsFailure.Invalid(
                        "name", "is one too many: there are " + CustomFieldFolder.MAX_FOLDERS + " folders");
            }
            tx.customFieldFolders().insert(caller.organization(), folder);
            trail.append(tx, caller, AuditAction.CUSTOM_FIELD_FOLDER_CREATED, id);
            return folder;
        });
    }

    /**
     * Changes the properties in the patch and leaves all others unchanged.
     *
     * @throws ContactsFailure.NotFound if the folder does not exist
     * @throws ContactsFailure.Invalid listing every validation error
     */
    public CustomFieldFolder update(Caller caller, CustomFieldFolderId id, Patch<CustomFieldFolder> patch) {
        requireAdministrator(caller);
        return store.write(caller, tx -> {
            CustomFieldFolder changed = locked(tx, caller, id).apply(patch);
            tx.customFieldFolders().update(caller.organization(), changed);
            trail.append(tx, caller, AuditAction.CUSTOM_FIELD_FOLDER_UPDATED, id);
            return changed;
        });
    }

    /**
     * Deletes the folder. Its fields remain, without a folder.
     *
     * @throws ContactsFailure.NotFound if the folder does not exist
     */
    public void remove(Caller caller, CustomFieldFolderId id) {
        requireAdministrator(caller);
        store.write(caller, tx -> {
            CustomFieldFolder folder = locked(tx, caller, id);
            tx.customFields().removeAllFromFolder(caller.organization(), id);
            tx.customFieldFolders().delete(caller.organization(), id);
            trail.append(tx, caller, AuditAction.CUSTOM_FIELD_FOLDER_DELETED, id);
            return folder;
        });
    }

    /** Returns the position after all of these. */
    static int behind(IntStream positions) {
        int last = positions.max().orElse(-1);
        return last == Integer.MAX_VALUE ? last : last + 1;
    }

    private static CustomFieldFolder locked(Transaction tx, Caller caller, CustomFieldFolderId id) {
        return tx.customFieldFolders()
                .lock(caller.organization(), id)
                .orElseThrow(() -> new ContactsFailure.NotFound("folder"));
    }

    /** Throws {@link ContactsFailure.Forbidden} if the caller may not change the folders of custom fields. */
    public static void requireAdministrator(Caller caller) {
        caller.requireAdministrator(WHAT);
    }
}
