package org.contacts4j.jdbi.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileImageTest {

    private static final int WRITERS = 3;
    private static final int IMAGES = 6;
    private static final String NOTES = "She wrote the first program. ".repeat(100);

    private final Set<ContactId> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @TempDir
    private Path folder;

    /** H2 reuses obsolete space after 45 seconds. The test shortens that time, so that it happens within each image. */
    @Test
    void containsEveryWriteThatWasAcknowledgedBeforeWhileWritesContinue() throws Exception {
        DatabaseSettings settings = DatabaseSettings.of(file("contacts").url() + ";RETENTION_TIME=20", null, null);
        try (JdbiStore store = JdbiStore.open(settings)) {
            TestOrganization home = TestOrganization.in(store);
            List<Thread> writers = startWriters(home);
            try {
                for (int n = 1; n <= IMAGES; n++) {
                    int wanted = acknowledged.size() + 20;
                    Awaitility.await().until(() -> acknowledged.size() >= wanted);
                    Set<ContactId> before = Set.copyOf(acknowledged);
                    try (FileImage image = store.fileImage().orElseThrow();
                            OutputStream out = Files.newOutputStream(folder.resolve("copy" + n + ".mv.db"))) {
                        image.writeTo(out);
                    }
                    assertConsistent(home, "copy" + n, before);
                }
            } finally {
                stopping = true;
                for (Thread writer : writers) {
                    writer.join();
                }
            }
        }
    }

    @Test
    void letsH2UseFreeSpaceAgainAfterwards() throws IOException {
        try (JdbiStore store = JdbiStore.open(file("contacts"))) {
            try (FileImage image = store.fileImage().orElseThrow()) {
                image.writeTo(OutputStream.nullOutputStream());
            }
            try (FileImage second = store.fileImage().orElseThrow()) {
                assertThat(second.length()).isPositive();
            }
        }
    }

    @Test
    void refusesADatabaseThatDoesNotExist() {
        assertThatThrownBy(() -> FileImage.open(file("none")))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContaining("no such database");
        assertThat(folder).isEmptyDirectory();
    }

    private void assertConsistent(TestOrganization home, String copy, Set<ContactId> before) {
        try (DatabaseContents contents = DatabaseContents.open(folder.resolve(copy), file(copy))) {
            assertThat(contents.brokenReferences()).isEmpty();
            assertThat(contents.rowCounts().get("contact")).isGreaterThanOrEqualTo(before.size());
        }
        try (JdbiStore store = JdbiStore.open(file(copy))) {
            assertThat(home.over(store).page(PageRequest.first(10_000)).items())
                    .extracting(Contact::id)
                    .containsAll(before);
        }
    }

    private List<Thread> startWriters(TestOrganization home) {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> write(home));
            writer.start();
            writers.add(writer);
        }
        return writers;
    }

    /** Creates contacts and changes them, so that space in the file becomes obsolete. */
    private void write(TestOrganization home) {
        Patch<Contact> fields = Patch.of(ContactField.NAME, "Ada").set(ContactField.NOTES, NOTES);
        while (!stopping) {
            Contact contact = home.contacts4j().contacts().create(home.ada(), fields);
            for (int n = 0; n < 3; n++) {
                Patch<Contact> change = Patch.of(ContactField.TITLE, "Analyst " + n);
                home.contacts4j().contacts().update(home.ada(), contact.id(), change, Precondition.none());
            }
            acknowledged.add(contact.id());
        }
    }

    private DatabaseSettings file(String name) {
        return DatabaseSettings.h2File(folder.resolve(name));
    }
}
