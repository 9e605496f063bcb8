package org.contacts4j.jdbi.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.contacts4j.jdbi.CannotOpenDatabase;

/**
 * A backup of an H2 file that exists while the file is migrated. H2 commits each statement that creates a table, so a
 * migration that fails or is killed has created some of them. The backup undoes them: after a failure at once, after a
 * kill at the next start.
 *
 * @param file the database
 * @param backup the backup, a ZIP file
 */
record MigrationBackup(Path file, Path backup) {

    private static final String SUFFIX = ".before-migration.zip";

    /** Returns the backup of an open database, whether it exists or not; empty for a database without a file. */
    static Optional<MigrationBackup> of(Connection connection) throws SQLException {
        return H2File.of(connection).map(open -> of(Path.of(open.name())));
    }

    private static MigrationBackup of(Path file) {
        return new MigrationBackup(file, file.resolveSibling(file.getFileName() + SUFFIX));
    }

    boolean exists() {
        return Files.exists(backup);
    }

    /** Creates the backup. It appears under its name when it is complete. */
    void create(Connection connection) throws SQLException {
        Path incomplete = beside(backup);
        try (Statement statement = connection.createStatement()) {
            statement.execute("backup to '" + incomplete.toString().replace("'", "''") + "'");
            Files.move(incomplete, backup, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure("cannot be created", e);
        }
    }

    /** Replaces the database with the backup, and deletes the backup. The database must be closed. */
    void restore() {
        Path incomplete = beside(file);
        try (ZipInputStream content = new ZipInputStream(Files.newInputStream(backup))) {
            if (content.getNextEntry() == null) {
                throw new IOException("it is empty");
            }
            Files.copy(content, incomplete, StandardCopyOption.REPLACE_EXISTING);
            Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure("cannot be restored", e);
        }
        delete();
    }

    void delete() {
        try {
            Files.deleteIfExists(backup);
        } catch (IOException e) {
            throw failure("cannot be deleted", e);
        }
    }

    private CannotOpenDatabase failure(String what, IOException cause) {
        return new CannotOpenDatabase(
                "The backup " + backup + " from before the migration " + what + ": " + cause, cause);
    }

    private static Path beside(Path path) {
        return path.resolveSibling(path.getFileName() + ".incomplete");
    }
}
