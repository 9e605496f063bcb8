package org.contacts4j.bootstrap.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.Version;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.files.FolderContents;
import org.contacts4j.jdbi.backup.DatabaseContents;
import org.contacts4j.jdbi.backup.DatabaseContents.StoredAttachment;

/**
 * Makes a backup: a zip file with a {@link Manifest}, the database, the signing secret of the data folder, and the
 * attachments in the folder. The database is copied first. It decides which attachments belong to the backup.
 */
public final class Backup {

    private final Config config;
    private final Progress progress;
    private final SortedMap<String, String> sums = new TreeMap<>();
    private final SortedSet<String> missing = new TreeSet<>();

    public Backup(Config config, Progress progress) {
        this.config = config;
        this.progress = progress;
    }

    /**
     * Writes a backup to a file that did not exist before, unless {@code replace} is set. After a failure, the file is
     * as before.
     *
     * @return one line about the backup
     * @throws CannotStart if the backup cannot be made or written
     */
    public String write(Path file, boolean replace) {
        if (!replace && Files.exists(file)) {
            throw exists(file);
        }
        try (WorkFolder work = WorkFolder.nextTo(file);
                DatabaseSource database = DatabaseSource.of(config)) {
            Manifest manifest = write(work, database);
            move(work.path().resolve("backup.zip"), file, replace);
            return manifest.summary()
                    + (missing.isEmpty() ? "" : "; " + missing.size() + " attachments had lost their content before");
        } catch (IOException e) {
            throw CannotStart.because("cannot write the backup '" + file + "': " + FileErrorText.of(e));
        }
    }

    private static void move(Path draft, Path file, boolean replace) throws IOException {
        try {
            if (replace) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(draft, file);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        }
        WorkFolder.forceEntries(WorkFolder.parentOf(file));
    }

    private static CannotStart exists(Path file) {
        return CannotStart.because("the file '" + file + "' exists: name another one, or replace it with --force");
    }

    private Manifest write(WorkFolder work, DatabaseSource database) throws IOException {
        Instant begin = Instant.now();
        try (ZipOutputStream zip = new ZipOutputStream(
                new BufferedOutputStream(WorkFolder.durable(work.create("backup.zip")), 64 * 1024))) {
            zip.setLevel(Deflater.BEST_SPEED);
            progress.at("copying the database", 0, 0);
            add(zip, work, database);
            SortedMap<String, Long> rows;
            try (DatabaseContents copy = DatabaseContents.open(work.path().resolve("contacts"), config.database())) {
                rows = copy.rowCounts();
                addAttachments(zip, copy.attachments());
            }
            addSecret(zip);
            Manifest manifest = new Manifest(Version.CURRENT, begin, rows, sums, missing);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return manifest;
        }
    }

    /** Adds the database. A copy of it remains in the work folder, to be opened. */
    private void add(ZipOutputStream zip, WorkFolder work, DatabaseSource database) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.DATABASE));
        try (OutputStream copy =
                new BufferedOutputStream(WorkFolder.durable(work.create(Manifest.DATABASE)), 64 * 1024)) {
            sums.put(Manifest.DATABASE, Sha256.copy(database::copyTo, both(copy, zip)));
        }
        zip.closeEntry();
    }

    private static OutputStream both(OutputStream first, OutputStream second) {
        return new FilterOutputStream(first) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                first.write(bytes, from, count);
                second.write(bytes, from, count);
            }
        };
    }

    private void addAttachments(ZipOutputStream zip, List<StoredAttachment> attachments) throws IOException {
        FolderContents contents = new FolderContents(config.attachments().folder());
        int done = 0;
        for (StoredAttachment attachment : attachments) {
            progress.at("copying attachments", done++, attachments.size());
            String name = Manifest.entryOf(attachment);
            try (InputStream content = contents.open(attachment.organization(), attachment.id())) {
                add(zip, name, content);
            } catch (NoSuchFileException e) {
                if (!attachment.isInDatabase()) {
                    missing.add(name);
                }
            }
        }
    }

    private void addSecret(ZipOutputStream zip) throws IOException {
        Path secret = config.folder().secretFile();
        if (config.usesDefaultDatabase() && Files.exists(secret)) {
            try (InputStream content = Files.newInputStream(secret)) {
                add(zip, Manifest.SECRET, content);
            }
        }
    }

    private void add(ZipOutputStream zip, String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        sums.put(name, Sha256.copy(content, zip));
        zip.closeEntry();
    }
}
