package org.contacts4j.application.attachment;

import java.io.IOException;
import java.io.InputStream;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.OrganizationId;

/**
 * Where the bytes of attachments are kept. Content is written once and never changed. It takes part in no transaction:
 * {@link UnreferencedContents} says what is needed and what is not. Thread-safe.
 */
public interface Contents {

    /**
     * Keeps everything that the stream gives, without holding it in memory. It survives the end of the process when this
     * returns; when this throws, a part may be there, for {@link #delete}.
     *
     * @throws java.io.UncheckedIOException when the stream cannot be read
     * @throws ContactsFailure.Unavailable when the content cannot be kept now
     */
    void keep(OrganizationId organization, AttachmentId id, InputStream content);

    /**
     * The content, to be read from its beginning and closed.
     *
     * @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} when it is not there
     * @throws IOException when it cannot be read; reading from the stream can throw this too
     */
    InputStream open(OrganizationId organization, AttachmentId id) throws IOException;

    /**
     * Removes the content, or the part of it that is there. What is not there is removed already.
     *
     * @throws ContactsFailure.Unavailable when it cannot be removed now
     */
    void delete(OrganizationId organization, AttachmentId id);
}
