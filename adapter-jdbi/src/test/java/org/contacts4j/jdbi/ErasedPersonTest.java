package org.contacts4j.jdbi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.webhook.WebhookField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that nothing of an erased person remains in a dump of PostgreSQL or in the files of H2. */
final class ErasedPersonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Every text about the person, in the case in which stores fold it too. */
    private static final String[] TEXTS = {
        "Zerlina Quixwood", "zerlina quixwood", "zerlina.q@example.org", "5550199887", "Quixwood's CV", "plays the oboe"
    };

    private final int[] counts = new int[8];

    @TempDir
    private Path folder;

    @Test
    void leavesNothingInADumpOfPostgres() throws SQLException {
        DatabaseSettings settings = TestPostgres.freshSettings();
        try (JdbiStore store = JdbiStore.open(settings)) {
            TestOrganization home = TestOrganization.in(store);
            Contact person = person(home);
            assertThat(StoredText.ofTables(settings)).contains(TEXTS);
            home.contacts4j().personalData().erase(home.admin(), person.id());
            assertThat(StoredText.ofTables(settings))
                    .doesNotContain(TEXTS)
                    .contains(person.id().toString());
        }
    }

    @Test
    void leavesNothingInTheFilesOfH2AndKeepsEverythingElse() throws IOException, SQLException {
        DatabaseSettings settings = DatabaseSettings.h2File(folder.resolve("contacts"));
        try (JdbiStore store = JdbiStore.open(settings)) {
            Path file = folder.resolve("contacts.mv.db");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            TestOrganization home = TestOrganization.in(store);
            Contact person = person(home);
            Contact other =
                    home.contacts4j().contacts().create(home.ada(), Patch.of(ContactField.NAME, "Somebody else"));
            assertThat(StoredText.ofFiles(folder)).contains(TEXTS);
            home.contacts4j().personalData().erase(home.admin(), person.id());
            awaitNothingIn(folder);
            assertThat(home.get(other.id())).isEqualTo(other);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(StoredText.ofTables(settings)).contains("Somebody else").doesNotContain(TEXTS);
        assertThat(StoredText.ofFiles(folder)).doesNotContain(TEXTS);
    }

    @Test
    void rewritesTheFileAfterAStartIfTheProcessEndedBefore() throws SQLException {
        DatabaseSettings settings = DatabaseSettings.h2File(folder.resolve("contacts"));
        try (JdbiStore store = JdbiStore.open(settings)) {
            TestOrganization home = TestOrganization.in(store);
            home.contacts4j().contacts().remove(home.ada(), person(home).id(), Precondition.none());
        }
        for (String table : List.of("contact_event", "import_failed_row", "import_warning", "content_part")) {
            StoredText.change(settings, "delete from " + table);
        }
        StoredText.change(settings, "insert into file_rewrite (requested_at) values (current_timestamp)");
        try (JdbiStore store = JdbiStore.open(settings)) {
            awaitNothingIn(folder);
            assertThat(store.isReachable()).isTrue();
        }
    }

    @Test
    void losesNoWriteWhileTheFileIsRewritten() {
        DatabaseSettings settings = DatabaseSettings.h2File(folder.resolve("contacts"));
        try (JdbiStore store = JdbiStore.open(settings)) {
            TestOrganization home = TestOrganization.in(store);
            Contact person = person(home);
            AtomicBoolean erased = new AtomicBoolean();
            List<Throwable> failures = Parallel.failuresOf(8, i -> {
                if (i == 0) {
                    home.contacts4j().personalData().erase(home.admin(), person.id());
                    awaitNothingIn(folder);
                    erased.set(true);
                } else {
                    for (int n = 0; !erased.get() || n < 50; n++) {
                        home.contacts4j()
                                .contacts()
                                .create(home.ada(), Patch.of(ContactField.NAME, "Contact " + i + "-" + n));
                        counts[i] = n + 1;
                    }
                }
            });
            assertThat(failures).isEmpty();
            long written = IntStream.of(counts).sum();
            assertThat(home.total().count()).isEqualTo(written);
        }
    }

    private static Contact person(TestOrganization home) {
        home.contacts4j().webhooks().create(home.admin(), Patch.of(WebhookField.URL, "https://example.org/hook"));
        Contact person = home.contacts4j()
                .contacts()
                .create(
                        home.ada(),
                        Patch.of(ContactField.NAME, "Zerlina Quixwood")
                                .set(ContactField.EMAIL, "zerlina.q@example.org")
                                .set(ContactField.PHONE, "5550199887")
                                .set(ContactField.NOTES, "plays the oboe"));
        home.contacts4j().contacts().update(home.ada(), person.id(), Patch.of(ContactField.NOTES, "nothing"));
        home.contacts4j().comments().add(home.ada(), person.id(), "Zerlina Quixwood plays the oboe");
        home.contacts4j()
                .attachments()
                .add(
                        home.ada(),
                        person.id(),
                        "Zerlina Quixwood.txt",
                        new ByteArrayInputStream("Quixwood's CV".getBytes(UTF_8)));
        FailedRow row = new FailedRow(
                new ImportRow(2, null, Patch.empty(), List.of("Zerlina", "Quixwood", "zerlina.q@example.org")),
                List.of(new Fault("phone", "is unreadable")));
        home.write(tx -> tx.importJobs().addFailures(home.id(), new ImportId(UUID.randomUUID()), List.of(row)));
        ImportWarning warning = new ImportWarning(
                3, new Fault("name", "is \"Zerlina Quixwood\" in the contact that the row matches"), person.id());
        home.write(tx -> tx.importWarnings().add(home.id(), new ImportId(UUID.randomUUID()), 0, List.of(warning)));
        return person;
    }

    private static void awaitNothingIn(Path folder) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(StoredText.ofFiles(folder)).doesNotContain(TEXTS));
    }
}
