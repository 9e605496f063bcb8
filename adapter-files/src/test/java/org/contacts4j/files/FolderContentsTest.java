package org.contacts4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.attachment.ContentsInStore;
import org.contacts4j.application.attachment.ContentsWithFallback;
import org.contacts4j.contract.attachment.AttachmentServiceContract;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderContentsTest {

    private static final OrganizationId ACME = new OrganizationId("../acme/..");
    private static final AttachmentId CV = new AttachmentId(new UUID(1, 2));

    @TempDir
    private Path folder;

    @Test
    void keepsFilesAndTheirFoldersFromOtherUsers() throws IOException {
        Path attachments = folder.resolve("attachments");
        new FolderContents(attachments).store(ACME, CV, stream("hello"));
        try (Stream<Path> all = Files.walk(attachments)) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void keepsFilesUnderNamesOfItsOwnAndLeavesNoneBehind() throws IOException {
        Contents contents = new FolderContents(folder.resolve("attachments"));
        contents.store(ACME, CV, stream("hello"));
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.getFileName()).hasToString(CV.toString()));
        assertThat(read(contents, ACME)).isEqualTo("hello");
        assertThatThrownBy(() -> contents.open(new OrganizationId("acme"), CV)).isInstanceOf(IOException.class);
        contents.delete(ACME, CV);
        contents.delete(ACME, CV);
        assertThat(files()).isEmpty();
    }

    @Test
    void saysThatContentCannotBeKeptNow() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Contents contents = new FolderContents(file);
        assertThatThrownBy(() -> contents.store(ACME, CV, stream("hello")))
                .isInstanceOf(ContactsFailure.Unavailable.class);
    }

    @Test
    void findsContentWhereItWasKeptBefore() throws IOException {
        Contents database = new ContentsInStore(new InMemoryStore());
        Contents files = new FolderContents(folder);
        database.store(ACME, CV, stream("old"));
        assertThat(read(new ContentsWithFallback(files, database), ACME)).isEqualTo("old");
        assertThat(read(new ContentsWithFallback(database, files), ACME)).isEqualTo("old");
        new ContentsWithFallback(files, database).delete(ACME, CV);
        assertThatThrownBy(() -> new ContentsWithFallback(database, files).open(ACME, CV))
                .isInstanceOf(IOException.class);
    }

    @Nested
    final class OfAttachmentService implements AttachmentServiceContract {

        private final Store store = new InMemoryStore();

        @Override
        public Store store() {
            return store;
        }

        @Override
        public Contents contents() {
            return new FolderContents(folder);
        }
    }

    private static String read(Contents contents, OrganizationId organization) throws IOException {
        try (InputStream content = contents.open(organization, CV)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
