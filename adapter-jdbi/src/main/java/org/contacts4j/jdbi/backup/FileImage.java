package org.contacts4j.jdbi.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.connection.Connections;
import org.contacts4j.jdbi.connection.H2File;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.jspecify.annotations.Nullable;

/**
 * The file of an embedded H2 database as it was at one moment. It contains every transaction that was committed before.
 * Writes continue: from that moment until this object is closed, H2 only appends to the file.
 *
 * <p>The image is what a process that is killed at that moment leaves behind, so H2 opens it as it opens such a file.
 * {@code BACKUP TO} of H2 is not used: it reads up to an end that moves, and does not prevent that obsolete space is
 * released and written again while it reads.
 */
public final class FileImage implements AutoCloseable {

    /** The two blocks that H2 writes in place. */
    private static final int HEADER_BYTES = 2 * 4096;

    private static final int PIECE_BYTES = 1024 * 1024;

    private final MVStore store;
    private final SingleFileStore file;
    private final @Nullable Connection connection;
    private final int retention;
    private ByteBuffer header = ByteBuffer.allocate(0);
    private long length;
    private @Nullable RuntimeException failure;

    private FileImage(H2File open, @Nullable Connection connection) {
        this.store = open.store();
        this.file = (SingleFileStore) store.getFileStore();
        this.connection = connection;
        this.retention = store.getRetentionTime();
        // No chunk is written, moved or released while this runs.
        store.executeFilestoreOperation(this::begin);
        if (failure != null) {
            close();
            throw failure;
        }
    }

    /**
     * Returns the image of a database that this process has open.
     *
     * @throws CannotOpenDatabase if the file is encrypted
     */
    public static FileImage of(H2File open, DatabaseSettings settings) {
        return of(open, settings, null);
    }

    /**
     * Opens a database that no process has open, without migrating it, and returns its image. Closing the image closes
     * the database.
     *
     * @throws CannotOpenDatabase if there is no such database, or another process has it open
     */
    public static FileImage open(DatabaseSettings settings) {
        Connection connection = Connections.connectToExisting(settings);
        try {
            H2File open = H2File.of(connection)
                    .orElseThrow(() -> new CannotOpenDatabase("The database is not an H2 file (" + settings + ")"));
            return of(open, settings, connection);
        } catch (SQLException e) {
            throw new CannotOpenDatabase("The database cannot be opened (" + settings + ")", e);
        }
    }

    private static FileImage of(H2File open, DatabaseSettings settings, @Nullable Connection connection) {
        if (settings.url().toUpperCase(Locale.ROOT).contains(";CIPHER=")) {
            throw new CannotOpenDatabase(
                    "An encrypted H2 file cannot be copied while it is open: stop the server and copy the file");
        }
        return new FileImage(open, connection);
    }

    /** An exception that left this method would make H2 close the database. */
    private void begin() {
        try {
            store.setReuseSpace(false);
            store.setRetentionTime(Integer.MAX_VALUE);
            length = file.size();
            header = file.readFully((SFChunk) null, 0, HEADER_BYTES);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Returns the size of the image in bytes. */
    public long length() {
        return length;
    }

    /**
     * Writes the image.
     *
     * @throws IOException if the image cannot be read or written
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(header.array());
        for (long at = HEADER_BYTES; at < length; at += PIECE_BYTES) {
            out.write(read(at, (int) Math.min(PIECE_BYTES, length - at)));
        }
    }

    /** H2 may cut unused space off the end of the file. That space reads as zeros. */
    private byte[] read(long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        while (true) {
            int there = (int) Math.max(0, Math.min(count, file.size() - at));
            try {
                file.readFully((SFChunk) null, at, there).get(bytes, 0, there);
                return bytes;
            } catch (MVStoreException e) {
                if (file.size() >= at + there) {
                    throw new IOException("the database file cannot be read", e);
                }
            }
        }
    }

    /** Lets H2 use free space again. */
    @Override
    public void close() {
        store.setRetentionTime(retention);
        store.setReuseSpace(true);
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new CannotOpenDatabase("The database cannot be closed", e);
            }
        }
    }
}
