package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.files.FolderContents;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the commands for backups of a folder that no server uses. */
class BackupCommandTest {

    private static final Caller ADA = Caller.member("acme", "ada");

    @TempDir
    private Path directory;

    private Attachment attachment;

    @BeforeEach
    void storeAContactWithAnAttachment() {
        DataFolder folder = new DataFolder(directory.resolve("contacts4j-data"));
        folder.secret();
        try (JdbiStore store = JdbiStore.open(DatabaseSettings.h2File(folder.database()));
                Contacts4J contacts4j = Contacts4J.builder(store)
                        .attachments(
                                new FolderContents(folder.path().resolve("attachments")),
                                new AttachmentLimits(1_000_000, 1_000_000))
                        .build()) {
            Contact ada = contacts4j.contacts().create(ADA, Patch.of(ContactField.NAME, "Ada"));
            attachment = contacts4j
                    .attachments()
                    .add(ADA, ada.id(), "a.txt", new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void restoresTheSameFiles() throws IOException {
        assertThat(run("backup", "b.zip").out()).contains("Wrote b.zip: 1 contacts", "1 attachments in files");
        assertThat(run("verify", "b.zip").out()).contains("b.zip is complete", "1 contacts");

        Outcome restored = run("restore", "b.zip", "--data-dir", "restored");

        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(names("restored")).isEqualTo(names("contacts4j-data"));
        assertThat(directory.resolve("restored").resolve("jwt-secret"))
                .hasSameTextualContentAs(directory.resolve("contacts4j-data").resolve("jwt-secret"));
        assertThat(directory.resolve("restored").resolve(contentEntry())).hasContent("content");
        assertThat(run("backup", "again.zip", "--data-dir", "restored").exitCode())
                .isZero();
        assertThat(names("")).noneMatch(name -> name.startsWith(".contacts4j"));
    }

    @Test
    void restoresIntoAnEmptyFolder() throws IOException {
        run("backup", "b.zip");
        Files.createDirectory(directory.resolve("empty"));

        assertThat(run("restore", "b.zip", "--data-dir", "empty").exitCode()).isZero();
        assertThat(run("restore", "b.zip", "--data-dir", "empty").err()).contains("is not empty");
    }

    @Test
    void reportsADamagedEntryAndRestoresNothing() throws IOException {
        run("backup", "b.zip");
        change(contentEntry(), content -> "Content");

        assertDamaged(contentEntry() + " is damaged");
    }

    @Test
    void reportsAMissingEntry() throws IOException {
        run("backup", "b.zip");
        try (FileSystem zip = zip()) {
            Files.delete(zip.getPath(contentEntry()));
        }

        assertDamaged(contentEntry() + " is missing");
    }

    @Test
    void reportsAnAttachmentWithoutContentEvenIfTheManifestAgrees() throws IOException {
        run("backup", "b.zip");
        try (FileSystem zip = zip()) {
            Files.delete(zip.getPath(contentEntry()));
        }
        change("manifest.properties", manifest -> manifest.replaceAll("(?m)^sha256\\.attachments.*\\R", ""));

        assertDamaged("the content of the attachment " + attachment.id() + " is missing");
    }

    @Test
    void reportsRowsThatAreMissing() throws IOException {
        run("backup", "b.zip");
        change("manifest.properties", manifest -> manifest.replace("rows.contact=1", "rows.contact=2"));

        assertDamaged("the tables do not have the rows that the manifest lists");
    }

    @Test
    void reportsAFileThatIsCutOff() throws IOException {
        run("backup", "b.zip");
        try (var channel = Files.newByteChannel(directory.resolve("b.zip"), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1_000);
        }

        assertDamaged("the file is not a zip file, or is cut off");
    }

    @Test
    void reportsAByteThatChanged() throws IOException {
        run("backup", "b.zip");
        byte[] bytes = Files.readAllBytes(directory.resolve("b.zip"));
        bytes[bytes.length / 3] ^= 1;
        Files.write(directory.resolve("b.zip"), bytes);

        assertDamaged("contacts.mv.db is damaged");
    }

    @Test
    void refusesEntriesThatWouldLeaveTheFolder() throws IOException {
        run("backup", "b.zip");
        change("manifest.properties", manifest -> manifest + "sha256.../escape=00\n");

        assertDamaged("manifest.properties does not list the entries of a backup");
        assertThat(directory.resolve("escape")).doesNotExist();
    }

    @Test
    void reportsAnotherFormat() throws IOException {
        run("backup", "b.zip");
        change("manifest.properties", manifest -> manifest.replace("format=1", "format=2"));

        assertDamaged("the backup has the format '2'; this version reads format 1");
    }

    /** Content that was lost before the backup must not make the backup useless. */
    @Test
    void backsUpTheRestWhenContentIsLost() throws IOException {
        Files.delete(directory.resolve("contacts4j-data").resolve(contentEntry()));

        assertThat(run("backup", "b.zip").out()).contains("1 attachments had lost their content before");
        assertThat(run("restore", "b.zip", "--data-dir", "restored").exitCode()).isZero();
    }

    @Test
    void saysWhatCannotBeBackedUp() {
        assertThat(run("backup", "b.zip", "--db-url", "jdbc:postgresql://localhost/x")
                        .err())
                .contains("pg_dump");
        assertThat(run("backup", "b.zip", "--data-dir", "none").err()).contains("There is no such database");
        assertThat(run("backup", "none/b.zip").err()).contains("cannot write the backup");
        assertThat(run("verify", "none.zip").err()).contains("cannot be read");
        assertThat(run("db").exitCode()).isEqualTo(2);
        assertThat(run("db", "copy", "--to", "jdbc:h2:mem:x").exitCode()).isEqualTo(2);
    }

    @Test
    void saysInOneLineThatAFileIsNoBackup() throws IOException {
        Files.writeString(directory.resolve("b.zip"), "no zip file");
        Outcome verified = run("verify", "b.zip");
        assertThat(verified.out()).isEmpty();
        assertThat(verified.err())
                .isEqualTo("contacts4j: b.zip is damaged: the file is not a zip file, or is cut off"
                        + System.lineSeparator());
        assertThat(verified.exitCode()).isEqualTo(1);
    }

    private void assertDamaged(String problem) {
        Outcome verified = run("verify", "b.zip");
        assertThat(verified.err()).contains("damaged: " + problem);
        assertThat(verified.exitCode()).isEqualTo(1);
        Outcome restored = run("restore", "b.zip", "--data-dir", "restored");
        assertThat(restored.exitCode()).isEqualTo(1);
        assertThat(directory.resolve("restored")).doesNotExist();
    }

    private String contentEntry() {
        return directory
                .relativize(
                        new FolderContents(directory.resolve("attachments")).file(ADA.organization(), attachment.id()))
                .toString();
    }

    private void change(String entry, UnaryOperator<String> change) throws IOException {
        try (FileSystem zip = zip()) {
            String before;
            try (InputStream in = Files.newInputStream(zip.getPath(entry))) {
                before = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            try (OutputStream out = Files.newOutputStream(zip.getPath(entry))) {
                out.write(change.apply(before).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private FileSystem zip() throws IOException {
        URI uri = URI.create("jar:" + directory.resolve("b.zip").toUri());
        return FileSystems.newFileSystem(uri, Map.of());
    }

    private List<String> names(String folder) throws IOException {
        Path root = directory.resolve(folder);
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(file -> root.relativize(file).toString()).sorted().toList();
        }
    }

    private Outcome run(String... arguments) {
        return Outcome.of(directory, arguments);
    }
}
