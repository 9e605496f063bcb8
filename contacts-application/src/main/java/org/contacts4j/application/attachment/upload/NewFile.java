package org.contacts4j.application.attachment.upload;

import java.io.IOException;
import java.io.InputStream;

/** A file that becomes an attachment, such as the photo in a vCard. Its content can be read several times. */
public interface NewFile {

    /** Returns the name of the property or field that contained the file, for validation errors. */
    String field();

    /** Returns the name of the attachment. */
    String fileName();

    /** Returns the size in bytes. */
    long size();

    /** Returns the SHA-256 digest of the content: 64 lower-case hexadecimal digits. */
    String sha256();

    /**
     * Opens the content at its beginning. The caller must close the stream.
     *
     * @throws IOException if the content cannot be read, for example after {@link #discard}
     */
    InputStream open() throws IOException;

    /** Releases the content, which is not read again. Does nothing if it is released already. */
    default void discard() {}
}
