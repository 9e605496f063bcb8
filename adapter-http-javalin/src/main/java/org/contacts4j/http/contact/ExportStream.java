package org.contacts4j.http.contact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.exporting.ContactsWriter;
import org.contacts4j.exporting.ExportColumn;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.exporting.Photos;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an export. While one page is written, another thread reads the next one. At most two pages and one photo
 * are in memory, and nothing is read while the client does not receive.
 */
final class ExportStream extends InputStream {

    /** The number of contacts of the first page, whose size is unknown. */
    static final int FIRST_PAGE = 100;

    /** Beyond this number, the cost of a statement is negligible compared with that of its rows. */
    private static final int MAX_PAGE = 400;

    private static final int PAGE_BYTES = 2 * 1024 * 1024;

    private final Function<Slice, Page<Contact>> pages;
    private final Executor reader;
    private final Runnable atEnd;
    private final PageBuffer buffer = new PageBuffer();
    private final ContactsWriter writer;
    private final boolean hasPhotos;
    private @Nullable Page<Contact> page;
    private Iterator<List<Contact>> parts = Collections.emptyIterator();
    private @Nullable FutureTask<Page<Contact>> next;
    private int limit = FIRST_PAGE;

    /**
     * Creates a stream that begins with the first page.
     *
     * @param pages returns the page of a slice after the first
     * @param reader runs the reading of pages
     * @param continues whether the file continues an earlier one
     * @param photos the photos of vCards
     * @param atEnd runs when the last page is read, and again when the stream is closed
     */
    ExportStream(
            ExportFormat format,
            List<ExportColumn> columns,
            boolean continues,
            Photos photos,
            Page<Contact> first,
            Function<Slice, Page<Contact>> pages,
            Executor reader,
            Runnable atEnd)
            throws IOException {
        this.pages = pages;
        this.reader = reader;
        this.atEnd = atEnd;
        this.writer = format.writer(columns, buffer, continues, photos);
        this.hasPhotos = photos != Photos.NONE;
        this.page = first;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (buffer.remaining() == 0) {
            if (page == null && next == null && !parts.hasNext()) {
                return -1;
            }
            fill();
        }
        return buffer.take(bytes, offset, length);
    }

    private void fill() throws IOException {
        buffer.clear();
        if (parts.hasNext()) {
            writer.write(parts.next());
        } else {
            beginPage();
        }
        if (!parts.hasNext() && next == null) {
            writer.end();
            // Clients may send the next export when they have received the last byte.
            atEnd.run();
        }
    }

    /** Writes the next page; with photos, only its first contact. */
    private void beginPage() throws IOException {
        Page<Contact> current = page == null ? received() : page;
        page = null;
        next = null;
        @Nullable Position position = current.next();
        if (position != null) {
            Slice slice = Slice.after(position, limit);
            next = new FutureTask<>(() -> pages.apply(slice));
            reader.execute(next);
        }
        parts = hasPhotos
                ? current.items().stream().map(List::of).iterator()
                : List.of(current.items()).iterator();
        if (parts.hasNext()) {
            writer.write(parts.next());
        }
        if (!hasPhotos && !current.items().isEmpty()) {
            int bytesOfContact = 1 + buffer.size() / current.items().size();
            limit = Math.max(1, Math.min(MAX_PAGE, PAGE_BYTES / bytesOfContact));
        }
    }

    private Page<Contact> received() throws IOException {
        try {
            return next == null ? new Page<>(List.of(), null, null) : next.get();
        } catch (ExecutionException e) {
            throw new IOException("a page of an export cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        atEnd.run();
    }

    /** The bytes of a page that are not sent yet. */
    private static final class PageBuffer extends ByteArrayOutputStream {

        private int sent;

        int remaining() {
            return count - sent;
        }

        int take(byte[] bytes, int offset, int length) {
            int taken = Math.min(length, remaining());
            System.arraycopy(buf, sent, bytes, offset, taken);
            sent += taken;
            return taken;
        }

        void clear() {
            reset();
            sent = 0;
        }
    }
}
