package org.contacts4j.application.attachment;

import org.contacts4j.application.Store;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/** The deletion of marked content. The bytes are deleted before their record, so a crash leaves the record. */
public record ContentRemoval(Store store, Contents contents) {

    /**
     * Deletes the content and its record. Returns false if the content could not be deleted; its record then remains
     * for {@link ContentSweep}.
     */
    public boolean remove(OrganizationId organization, AttachmentId id) {
        try {
            contents.delete(organization, id);
            return store.write(tx -> {
                tx.unreferencedContents().forget(organization, id);
                return true;
            });
        } catch (ContactsFailure.Unavailable e) {
            return false;
        }
    }
}
