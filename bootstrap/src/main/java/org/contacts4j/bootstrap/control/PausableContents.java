package org.contacts4j.bootstrap.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * Contents whose deletion can be paused. A deletion during a pause fails as if the storage were unavailable, so the
 * cleanup of attachments repeats it later.
 *
 * <p>A deletion that has begun before a pause may end during it. It deletes content that no attachment references, since
 * references are deleted and committed first.
 */
public final class PausableContents implements Contents {

    private final Contents contents;
    private final AtomicInteger pauses = new AtomicInteger();

    public PausableContents(Contents contents) {
        this.contents = contents;
    }

    /** Pauses deletion until the result is closed. */
    Pause pause() {
        pauses.incrementAndGet();
        return pauses::decrementAndGet;
    }

    @Override
    public void store(OrganizationId organization, AttachmentId id, InputStream content) {
        contents.store(organization, id, content);
    }

    @Override
    public InputStream open(OrganizationId organization, AttachmentId id) throws IOException {
        return contents.open(organization, id);
    }

    @Override
    public void delete(OrganizationId organization, AttachmentId id) {
        if (pauses.get() > 0) {
            throw new ContactsFailure.Unavailable("Content cannot be deleted while a backup is made.");
        }
        contents.delete(organization, id);
    }

    /** A pause, which ends when it is closed. */
    interface Pause extends AutoCloseable {
        @Override
        void close();
    }
}
