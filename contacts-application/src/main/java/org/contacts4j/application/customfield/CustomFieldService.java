package org.contacts4j.application.customfield;

import java.time.Clock;
import java.util.List;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldProperty;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Manages the definitions of custom fields. When a key's type is set, all values of contacts under it are converted to
 * that type. If one cannot be converted, the definition remains unchanged. Values are never lost.
 */
public final class CustomFieldService {

    private static final String WHAT = "custom fields";

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail trail;

    public CustomFieldService(CurrentStore store, Clock clock, Ids ids, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.trail = trail;
    }

    /** Returns all definitions, including archived ones, by position and then by key. */
    public List<CustomField> list(Caller caller) {
        return store.read(tx -> tx.customFields().list(caller.organization()));
    }

    /**
     * Returns the definition with this id.
     *
     * @throws ContactsFailure.NotFound if the definition does not exist
     */
    public CustomField get(Caller caller, CustomFieldId id) {
        return store.read(tx -> tx.customFields().find(caller.organization(), id))
                .orElseThrow(CustomFieldService::notFound);
    }

    /**
     * Creates a definition. Values that contacts already have under its key become its values, including those of a
     * deleted definition.
     *
     * @throws ContactsFailure.Forbidden unless the caller is an administrator
     * @throws ContactsFailure.Invalid listing every validation error
     * @throws ContactsFailure.DuplicateKey if its key is in use
     * @throws ContactsFailure.InconvertibleValues if contacts have values under its key that cannot be converted to its type
     */
    public CustomField create(Caller caller, Patch<CustomField> properties) {
        requireAdministrator(caller);
        CustomFieldId id = new CustomFieldId(ids.next());
        return store.write(caller, tx -> define(tx, caller, id, properties));
    }

    /**
     * Changes the properties in the patch and leaves all others unchanged.
     *
     * @throws ContactsFailure.Forbidden unless the caller is an administrator
     * @throws ContactsFailure.NotFound if the definition does not exist
     * @throws ContactsFailure.Invalid listing every validation error
     * @throws ContactsFailure.InconvertibleValues if contacts have values that cannot be converted to its new type
     */
    public CustomField update(Caller caller, CustomFieldId id, Patch<CustomField> patch) {
        requireAdministrator(caller);
        return store.write(caller, tx -> {
            CustomField before = locked(tx, caller, id);
            CustomField after = before.apply(withFolderChecked(tx, caller, patch));
            if (!after.equals(before)) {
                tx.customFields().update(caller.organization(), after);
                trail.append(tx, caller, AuditAction.CUSTOM_FIELD_UPDATED, id);
            }
            if (after.type() != before.type()) {
                new ValueConversion(tx, caller, clock, ids).to(after);
            }
            return after;
        });
    }

    /**
     * Deletes the definition. Contacts retain their values, hidden until a field with the same key is defined.
     *
     * @throws ContactsFailure.Forbidden unless the caller is an administrator
     * @throws ContactsFailure.NotFound if the definition does not exist
     */
    public void remove(Caller caller, CustomFieldId id) {
        requireAdministrator(caller);
        store.write(caller, tx -> {
            CustomField field = locked(tx, caller, id);
            tx.customFields().delete(caller.organization(), id);
            trail.append(tx, caller, AuditAction.CUSTOM_FIELD_DELETED, id);
            return field;
        });
    }

    private CustomField define(Transaction tx, Caller caller, CustomFieldId id, Patch<CustomField> properties) {
        List<CustomField> others = tx.customFields().list(caller.organization());
        CustomField field = CustomField.create(
                id,
                CustomFieldFolderService.behind(others.stream().mapToInt(CustomField::position)),
                withFolderChecked(tx, caller, properties));
        if (others.stream().anyMatch(other -> other.key().equals(field.key()))) {
            throw new ContactsFailure.DuplicateKey(field.key());
        }
        if (others.size() >= CustomField.MAX_FIELDS) {
            throw new ContactsFailure.Invalid(
                    "key", "is one too many: there are " + CustomField.MAX_FIELDS + " fields");
        }
        @Nullable
        CustomField deleted =
                tx.customFields().release(caller.organization(), field.key()).orElse(null);
        tx.customFields().insert(caller.organization(), field);
        trail.append(tx, caller, AuditAction.CUSTOM_FIELD_CREATED, id);
        if (deleted == null || deleted.type() != field.type()) {
            new ValueConversion(tx, caller, clock, ids).to(field);
        }
        return field;
    }

    /** Returns the patch, with a validation error if its folder does not exist. */
    private static Patch<CustomField> withFolderChecked(Transaction tx, Caller caller, Patch<CustomField> patch) {
        @Nullable
        CustomFieldFolderId folder = patch.changeOf(CustomFieldProperty.FOLDER).valueOrNull();
        return folder == null
                        || tx.customFieldFolders()
                                .lock(caller.organization(), folder)
                                .isPresent()
                ? patch
                : patch.withFault(CustomFieldProperty.FOLDER.name(), "is not the id of a folder");
    }

    private static CustomField locked(Transaction tx, Caller caller, CustomFieldId id) {
        return tx.customFields().lock(caller.organization(), id).orElseThrow(CustomFieldService::notFound);
    }

    /** Throws {@link ContactsFailure.Forbidden} if the caller may not change the definitions of custom fields. */
    public static void requireAdministrator(Caller caller) {
        caller.requireAdministrator(WHAT);
        caller.requireFullVisibility("Defining custom fields");
    }

    private static ContactsFailure notFound() {
        return new ContactsFailure.NotFound("custom field");
    }
}
