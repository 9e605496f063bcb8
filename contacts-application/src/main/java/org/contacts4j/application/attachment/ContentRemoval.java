package org.contacts4j.application.attachment;

import org.contacts4j.application.Store;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.OrganizationId;

/** Removes doomed content: the bytes first and the note of them last, so that nothing is forgotten half-way. */
record ContentRemoval(Store store, Contents contents) {

    /** Whether the content is gone. If not, it stays noted, and {@link ContentSweep} will come to it. */
    boolean remove(OrganizationId organization, AttachmentId id) {
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
