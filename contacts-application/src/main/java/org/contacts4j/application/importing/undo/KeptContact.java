package org.contacts4j.application.importing.undo;

import org.contacts4j.domain.id.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A contact that the undo of an import left as it is.
 *
 * @param name its current name, or its last one if it was deleted; null if the caller cannot see it, or it was erased
 */
public record KeptContact(ContactId id, @Nullable String name, Reason reason) {

    /** Returns a contact whose name is null if this one is empty, as after an erasure. */
    public static KeptContact of(ContactId id, @Nullable String name, Reason reason) {
        return new KeptContact(id, name == null || name.isEmpty() ? null : name, reason);
    }

    /** Why the undo left a contact as it is. */
    public enum Reason {
        /** It was changed after the import. */
        CHANGED,
        /** It was deleted after the import, or is hidden from the caller who undoes. */
        DELETED,
        /**
         * It has comments, attachments or links, is the manager of another contact, or became the primary contact of the
         * company that the import gave it.
         */
        IN_USE,
        /** Another contact has its former code now. */
        CODE_TAKEN,
        /** Another contact has one of its former e-mail addresses now, and addresses must be unique. */
        EMAIL_TAKEN,
        /** Its former company does not exist any more. */
        COMPANY_DELETED,
        /** Its former manager does not exist any more, is hidden from the caller who undoes, or reports to it now. */
        MANAGER_UNAVAILABLE
    }
}
