package org.contacts4j.application.attachment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.contacts4j.application.Store;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * Content held by the store, next to the attachments. It is split into parts, and each part is written and read in its
 * own transaction. So neither memory nor a transaction ever holds a whole file. An empty file has one part.
 */
public record ContentsInStore(Store store) implements Contents {

    private static final int PART_BYTES = 256 * 1024;
    private static final int DELETED_AT_ONCE = 20;

    @Override
    public void store(OrganizationId organization, AttachmentId id, InputStream content) {
        int number = 0;
        byte[] part = next(content);
        do {
            store(organization, id, number, part);
            number++;
            part = next(content);
        } while (part.length > 0);
    }

    @Override
    public InputStream open(OrganizationId organization, AttachmentId id) throws IOException {
        byte[] first = find(organization, id, 0).orElseThrow(() -> new FileNotFoundException(id.toString()));
        return new PartsStream(first, number -> find(organization, id, number));
    }

    @Override
    public void delete(OrganizationId organization, AttachmentId id) {
        boolean more = true;
        while (more) {
            more = store.write(tx -> tx.contentParts().delete(organization, id, DELETED_AT_ONCE));
        }
    }

    private void store(OrganizationId organization, AttachmentId id, int number, byte[] part) {
        store.write(tx -> {
            tx.contentParts().insert(organization, id, number, part);
            return number;
        });
    }

    private Optional<byte[]> find(OrganizationId organization, AttachmentId id, int number) {
        return store.read(tx -> tx.contentParts().find(organization, id, number));
    }

    private static byte[] next(InputStream content) {
        try {
            return content.readNBytes(PART_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
