package org.contacts4j.application.attachment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * Content that is written to one storage and may still be read from an earlier one.
 *
 * @param now the storage for new content, and the first one to read from
 * @param before the storage that was used earlier
 */
public record ContentsWithFallback(Contents now, Contents before) implements Contents {

    @Override
    public void store(OrganizationId organization, AttachmentId id, InputStream content) {
        now.store(organization, id, content);
    }

    @Override
    public InputStream open(OrganizationId organization, AttachmentId id) throws IOException {
        try {
            return now.open(organization, id);
        } catch (FileNotFoundException | NoSuchFileException e) {
            return before.open(organization, id);
        }
    }

    @Override
    public void delete(OrganizationId organization, AttachmentId id) {
        now.delete(organization, id);
        before.delete(organization, id);
    }
}
