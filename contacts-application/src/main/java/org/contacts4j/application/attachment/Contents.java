package org.contacts4j.application.attachment;

import java.io.IOException;
import java.io.InputStream;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * Storage for the bytes of attachments. Content is written once and never changed. It takes no part in transactions;
 * {@link UnreferencedContents} records which content is to be deleted. Implementations are thread-safe.
 */
public interface Contents {

    /**
     * Stores everything the stream returns, without holding it in memory. When this method returns, the content
     * survives the end of the process. When it throws, a part may remain for {@link #delete}.
     *
     * @throws java.io.UncheckedIOException if the stream cannot be read
     * @throws ContactsFailure.Unavailable if the content cannot be stored now
     */
    void store(OrganizationId organization, AttachmentId id, InputStream content);

    /**
     * Opens the content at its beginning. The caller must close the stream.
     *
     * @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} if the content does not exist
     * @throws IOException if the content cannot be read; the returned stream can throw this too
     */
    InputStream open(OrganizationId organization, AttachmentId id) throws IOException;

    /**
     * Deletes the content, complete or partial. Does nothing if there is none.
     *
     * @throws ContactsFailure.Unavailable if the content cannot be deleted now
     */
    void delete(OrganizationId organization, AttachmentId id);
}
