package org.contacts4j.application.attachment.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Files that a caller attaches in one transaction. Their content is stored before that transaction. Closing deletes the
 * content that no attachment references. Each instance of a file is attached once. Not thread-safe.
 */
public final class NewFiles implements AutoCloseable {

    private final Attaching attaching;
    private final IdentityHashMap<NewFile, Upload> stored = new IdentityHashMap<>();
    private final IdentityHashMap<NewFile, ContactsFailure> refused = new IdentityHashMap<>();
    private final List<NewFile> attached = new ArrayList<>();

    /** Creates an empty collection. */
    public NewFiles(Attaching attaching) {
        this.attaching = attaching;
    }

    /** Returns the maximum size of a file in bytes. */
    public long maxFileBytes() {
        return attaching.maxFileBytes();
    }

    /**
     * Checks that {@link #store} was called with each of these files.
     *
     * @throws Missing if it was not
     */
    public void requireStored(Collection<NewFile> files) {
        List<NewFile> missing = files.stream()
                .filter(file -> !stored.containsKey(file) && !refused.containsKey(file))
                .toList();
        if (!missing.isEmpty()) {
            throw new Missing(missing);
        }
    }

    /**
     * Stores the content of a file, outside of any transaction. If a limit refuses it, {@link #attach} throws the
     * failure.
     *
     * @throws ContactsFailure.Unavailable if the content cannot be stored now
     */
    public void store(NewFile file) {
        try (InputStream content = file.open()) {
            stored.put(file, attaching.receive(file.fileName(), content));
        } catch (ContactsFailure.QuotaExceeded | ContactsFailure.TooLarge failure) {
            refused.put(file, failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Attaches a stored file to a contact, which is not read.
     *
     * @param at the time of the upload
     * @throws ContactsFailure if a limit refuses the file; the transaction can continue
     */
    public void attach(Transaction tx, ContactId contact, NewFile file, Instant at) {
        @Nullable ContactsFailure refusal = refused.get(file);
        if (refusal != null) {
            throw refusal;
        }
        attaching.attach(tx, contact, Objects.requireNonNull(stored.get(file)), at);
        attached.add(file);
    }

    /** Keeps the content of the attached files. Call this after the commit. */
    public void keepAttached() {
        attached.forEach(stored::remove);
    }

    @Override
    public void close() {
        for (Upload upload : stored.values()) {
            try {
                attaching.discard(upload);
            } catch (ContactsFailure.Unavailable e) {
                // Its record still exists, and ContentSweep will delete the content.
                return;
            }
        }
    }

    /** The operations of one caller on content. */
    public interface Attaching {

        /** Returns the maximum size of a file in bytes. */
        long maxFileBytes();

        /** Stores content. */
        Upload receive(String fileName, InputStream content);

        /** Attaches stored content to a contact, which is not read. */
        void attach(Transaction tx, ContactId contact, Upload upload, Instant at);

        /** Deletes content, unless an attachment references it. */
        void discard(Upload upload);
    }

    /**
     * Rolls back a transaction that needs the content of files. No content is stored while a transaction holds locks.
     */
    public static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<NewFile> files;

        Missing(List<NewFile> files) {
            super("the content of files is not stored yet", null, false, false);
            this.files = files;
        }

        /** Returns the files to store before the transaction is repeated. */
        public List<NewFile> files() {
            return files;
        }
    }
}
