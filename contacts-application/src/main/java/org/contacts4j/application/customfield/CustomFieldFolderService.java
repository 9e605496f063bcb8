package org.contacts4j.application.customfield;

import java.util.List;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.CustomFieldFolderId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.organization.Caller;

/** Keeps the folders that custom fields are sorted into. Changing them takes an administrator. */
public final class CustomFieldFolderService {

    private static final String WHAT = "folders of custom fields";

    private final Store store;
    private final Ids ids;

    public CustomFieldFolderService(Store store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /** Every folder, by position and then by age. */
    public List<CustomFieldFolder> list(Caller caller) {
        return store.read(tx -> tx.customFieldFolders().list(caller.organization()));
    }

    /**
     * Makes a folder. It stands behind all others unless it is told where.
     *
     * @throws ContactsFailure.Invalid naming every fault
     */
    public CustomFieldFolder create(Caller caller, Patch<CustomFieldFolder> properties) {
        mustAdminister(caller);
        CustomFieldFolderId id = new CustomFieldFolderId(ids.next());
        return store.write(tx -> {
            List<CustomFieldFolder> others = tx.customFieldFolders().list(caller.organization());
            CustomFieldFolder folder = CustomFieldFolder.create(id, behind(others), properties);
            if (others.size() >= CustomFieldFolder.MAX_FOLDERS) {
                throw new ContactsFailure.Invalid(
                        "name", "is one too many: there are " + CustomFieldFolder.MAX_FOLDERS + " folders");
            }
            tx.customFieldFolders().insert(caller.organization(), folder);
            return folder;
        });
    }

    /**
     * Changes the properties that the patch mentions and keeps all others.
     *
     * @throws ContactsFailure.NotFound when it is not there
     * @throws ContactsFailure.Invalid naming every fault
     */
    public CustomFieldFolder change(Caller caller, CustomFieldFolderId id, Patch<CustomFieldFolder> patch) {
        mustAdminister(caller);
        return store.write(tx -> {
            CustomFieldFolder changed = locked(tx, caller, id).apply(patch);
            tx.customFieldFolders().update(caller.organization(), changed);
            return changed;
        });
    }

    /**
     * Removes the folder. The fields in it stay, in no folder.
     *
     * @throws ContactsFailure.NotFound when it is not there
     */
    public void remove(Caller caller, CustomFieldFolderId id) {
        mustAdminister(caller);
        store.write(tx -> {
            CustomFieldFolder folder = locked(tx, caller, id);
            tx.customFields().unfile(caller.organization(), id);
            tx.customFieldFolders().delete(caller.organization(), id);
            return folder;
        });
    }

    private static int behind(List<CustomFieldFolder> others) {
        int last = others.stream().mapToInt(CustomFieldFolder::position).max().orElse(-1);
        return last == Integer.MAX_VALUE ? last : last + 1;
    }

    private static CustomFieldFolder locked(Transaction tx, Caller caller, CustomFieldFolderId id) {
        return tx.customFieldFolders()
                .lock(caller.organization(), id)
                .orElseThrow(() -> new ContactsFailure.NotFound("folder"));
    }

    /** Throws {@link ContactsFailure.Forbidden} for callers who may not change the folders of custom fields. */
    public static void mustAdminister(Caller caller) {
        caller.mustAdminister(WHAT);
    }
}
