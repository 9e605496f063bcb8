package org.contacts4j.bootstrap.backup;

import java.io.IOException;
import java.io.OutputStream;
import org.contacts4j.bootstrap.control.RunningServer;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.jdbi.backup.FileImage;

/** The H2 file to back up: that of a running server, or one that no process has open. */
sealed interface DatabaseSource extends AutoCloseable {

    /** Writes the file as it is now. */
    void copyTo(OutputStream out) throws IOException;

    /** Allows that content of attachments is deleted again. */
    @Override
    void close();

    /** Returns the database of this configuration. */
    static DatabaseSource of(Config config) {
        return config.usesDefaultDatabase()
                ? RunningServer.find(config.folder())
                        .<DatabaseSource>map(OfServer::new)
                        .orElseGet(() -> new OfFile(FileImage.open(config.database())))
                : new OfFile(FileImage.open(config.database()));
    }

    /** The database of a running server. */
    record OfServer(RunningServer server) implements DatabaseSource {
        @Override
        public void copyTo(OutputStream out) throws IOException {
            server.copyDatabase(out);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** A database that no server has open, nor can open until this is closed. */
    record OfFile(FileImage image) implements DatabaseSource {
        @Override
        public void copyTo(OutputStream out) throws IOException {
            image.writeTo(out);
        }

        @Override
        public void close() {
            image.close();
        }
    }
}
