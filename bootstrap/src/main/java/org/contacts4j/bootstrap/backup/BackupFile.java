package org.contacts4j.bootstrap.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.backup.DatabaseContents;
import org.contacts4j.jdbi.backup.DatabaseContents.StoredAttachment;
import org.jspecify.annotations.Nullable;

/** A backup that is verified or restored. */
public final class BackupFile {

    private final Path file;
    private final DatabaseSettings login;
    private final Progress progress;
    private final List<String> problems = new ArrayList<>();
    private String summary = "";

    /**
     * Names a backup.
     *
     * @param login the settings whose user and password the database has
     */
    public BackupFile(Path file, DatabaseSettings login, Progress progress) {
        this.file = file;
        this.login = login;
        this.progress = progress;
    }

    /**
     * Checks the backup and everything in it.
     *
     * @return what is damaged, one line each; empty if the backup is complete
     * @throws CannotStart if the file cannot be read, or temporary files cannot be written
     */
    public List<String> verify() {
        requireReadable();
        try (WorkFolder work = WorkFolder.temporary()) {
            check(work, Manifest.DATABASE::equals);
            return problems;
        } catch (IOException e) {
            throw CannotStart.because("cannot verify the backup '" + file + "': " + FileErrorText.of(e));
        }
    }

    /**
     * Checks the backup and creates a data folder from it. The folder appears complete or not at all.
     *
     * @param folder a folder that does not exist or is empty
     * @return what is damaged, one line each, in which case nothing is restored; empty if the folder is restored
     * @throws CannotStart if the file cannot be read, or the folder is not empty or cannot be written
     */
    public List<String> restoreTo(Path folder) {
        requireReadable();
        try {
            requireEmpty(folder);
            Files.createDirectories(WorkFolder.parentOf(folder));
            try (WorkFolder work = WorkFolder.nextTo(folder)) {
                check(work, name -> true);
                if (problems.isEmpty()) {
                    work.forceFolders();
                    Files.deleteIfExists(folder);
                    Files.move(work.path(), folder);
                    WorkFolder.forceEntries(WorkFolder.parentOf(folder));
                }
                return problems;
            }
        } catch (IOException e) {
            throw CannotStart.because("cannot restore to '" + folder + "': " + FileErrorText.of(e));
        }
    }

    /** Returns one line about the contents of the backup; empty before it was checked. */
    public String summary() {
        return summary;
    }

    private void requireReadable() {
        if (!Files.isReadable(file)) {
            throw CannotStart.because("the file '" + file + "' cannot be read");
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var entries = Files.newDirectoryStream(folder)) {
                if (entries.iterator().hasNext()) {
                    throw CannotStart.because(
                            "the folder '" + folder + "' is not empty: name a new one with --data-dir");
                }
            }
        }
    }

    private void check(WorkFolder work, Predicate<String> extracted) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = Manifest.parse(manifestOf(zip));
            summary = "backup of " + manifest.createdAt() + " by Contacts4J " + manifest.version() + ": "
                    + manifest.summary();
            checkEntries(zip, manifest, work, extracted);
            if (problems.isEmpty()) {
                checkDatabase(manifest, work);
            }
        } catch (ZipException e) {
            problems.add("the file is not a zip file, or is cut off");
        } catch (DamagedBackup e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static String manifestOf(ZipFile zip) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new DamagedBackup("the file is not a backup: it has no " + Manifest.ENTRY);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new DamagedBackup(Manifest.ENTRY + " is damaged");
        }
    }

    private void checkEntries(ZipFile zip, Manifest manifest, WorkFolder work, Predicate<String> extracted)
            throws IOException {
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !name.equals(Manifest.ENTRY) && !manifest.sums().containsKey(name))
                .forEach(name -> problems.add("an entry is not in the manifest: " + name));
        int done = 0;
        for (String name : manifest.sums().keySet()) {
            progress.at("checking entries", done++, manifest.sums().size());
            @Nullable ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                problems.add(name + " is missing");
            } else if (!sum(zip, entry, work, extracted).equals(manifest.sums().get(name))) {
                problems.add(name + " is damaged");
            }
        }
    }

    private static String sum(ZipFile zip, ZipEntry entry, WorkFolder work, Predicate<String> extracted)
            throws IOException {
        String name = entry.getName();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = extracted.test(name)
                        ? WorkFolder.durable(work.create(name))
                        : OutputStream.nullOutputStream()) {
            return Sha256.copy(in, out);
        } catch (ZipException | EOFException e) {
            return "unreadable";
        }
    }

    private void checkDatabase(Manifest manifest, WorkFolder work) {
        progress.at("checking the database", 0, 0);
        try (DatabaseContents database = DatabaseContents.open(work.path().resolve("contacts"), login)) {
            if (!database.rowCounts().equals(manifest.rows())) {
                problems.add("the tables do not have the rows that the manifest lists");
            }
            problems.addAll(database.brokenReferences());
            database.attachments().forEach(attachment -> checkContent(attachment, manifest));
        } catch (RuntimeException e) { // H2 and Jdbi report damage by many types
            problems.add(Manifest.DATABASE + " cannot be read: " + String.valueOf(e.getMessage()));
        }
    }

    private void checkContent(StoredAttachment attachment, Manifest manifest) {
        String name = Manifest.entryOf(attachment);
        if (!attachment.isInDatabase()
                && !manifest.sums().containsKey(name)
                && !manifest.missing().contains(name)) {
            problems.add("the content of the attachment " + attachment.id() + " is missing");
        }
    }
}
