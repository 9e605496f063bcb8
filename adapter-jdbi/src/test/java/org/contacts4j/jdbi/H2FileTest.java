package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.jdbi.connection.H2File;
import org.contacts4j.jdbi.sql.H2Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the content of H2's file while the store is open, which is what remains when the process is killed. */
final class H2FileTest {

    private static final int IMPORTS = 12;
    private static final int CONTACTS_EACH = 120;
    private static final int CHANGES = 300;

    /** Long enough that H2 also writes in the middle of an import. */
    private static final String NOTES = "She wrote the first programme. ".repeat(150);

    @Test
    void holdsWholeWhatWasAnswered(@TempDir Path folder) throws IOException, SQLException {
        try (JdbiStore store = JdbiStore.open(DatabaseSettings.h2File(folder.resolve("contacts")))) {
            TestOrganization home = TestOrganization.in(store);
            for (int n = 1; n <= IMPORTS; n++) {
                home.contacts4j().imports().run(home.ada(), ImportOptions.DEFAULT, rows(n).iterator());
                assertThat(contactsInCopyOf(folder)).isEqualTo(n * CONTACTS_EACH);
            }
        }
    }

    /** H2 2.5.252 wrote such changes to a place where it did not look for them after a kill. */
    @Test
    void holdsWhatWasAnsweredWhereRoomIsUsedAgain(@TempDir Path folder) throws IOException, SQLException {
        try (JdbiStore store = JdbiStore.open(usedAgainAfter(20, folder))) {
            TestOrganization home = TestOrganization.in(store);
            Contact contact = home.contacts4j().contacts().create(home.ada(), fields("Ada"));
            for (int n = 1; n <= CHANGES; n++) {
                String title = "Analyst " + n;
                changeTitle(home, contact, title);
                assertThat(inCopyOf(folder, "select title from contact")).isEqualTo(title);
            }
        }
    }

    @Test
    void givesBackTheRoomOfWhatIsOutOfDate(@TempDir Path folder) throws SQLException {
        // H2 retains obsolete data for 45 seconds in case the machine fails. The test shortens that time.
        DatabaseSettings settings = usedAgainAfter(1000, folder);
        try (JdbiStore store = JdbiStore.open(settings)) {
            TestOrganization home = TestOrganization.in(store);
            home.contacts4j().imports().run(home.ada(), ImportOptions.DEFAULT, rows(1).iterator());
            List<Contact> contacts = home.contacts4j()
                    .contacts()
                    .list(home.ada(), Filter.matchAll(), PageRequest.first(CONTACTS_EACH))
                    .items();
            for (int n = 0; n < CHANGES; n++) {
                changeTitle(home, contacts.get(n % CONTACTS_EACH), "Analyst " + n);
            }
            assertThat(percentInUse(settings)).isLessThan(50);
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (percentInUse(settings) < 50) {
                assertThat(System.nanoTime()).as("the file is not tidied").isLessThan(patience);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    private static DatabaseSettings usedAgainAfter(int milliseconds, Path folder) {
        String url = DatabaseSettings.h2File(folder.resolve("contacts")).url();
        return DatabaseSettings.of(url + ";RETENTION_TIME=" + milliseconds, null, null);
    }

    private static void changeTitle(TestOrganization home, Contact contact, String title) {
        Patch<Contact> patch = Patch.of(ContactField.TITLE, title);
        home.contacts4j().contacts().update(home.ada(), contact.id(), patch, Precondition.none());
    }

    private static List<ImportRow> rows(int n) {
        return IntStream.range(0, CONTACTS_EACH)
                .mapToObj(i -> new ImportRow(i + 2, null, fields("Ada " + n + " " + i), List.of()))
                .toList();
    }

    private static Patch<Contact> fields(String name) {
        return Patch.of(ContactField.NAME, name).set(ContactField.NOTES, NOTES);
    }

    private static int contactsInCopyOf(Path folder) throws IOException, SQLException {
        return Integer.parseInt(inCopyOf(
                folder,
                "select count(*) from contact c join contact_event e"
                        + " on e.contact_id = c.id where char_length(c.notes) > 1000"));
    }

    private static String inCopyOf(Path folder, String query) throws IOException, SQLException {
        copyAtRest(folder);
        String url = new H2Database()
                .complete(DatabaseSettings.h2File(folder.resolve("copy")).url());
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** Copies the file between two writes. A copy made during a write would match no consistent state. */
    private static void copyAtRest(Path folder) throws IOException, SQLException {
        String url = new H2Database()
                .complete(DatabaseSettings.h2File(folder.resolve("contacts")).url());
        try (Connection connection = DriverManager.getConnection(url)) {
            H2File.of(connection).orElseThrow().store().executeFilestoreOperation(() -> copy(folder));
        }
    }

    private static void copy(Path folder) {
        try {
            Files.copy(
                    folder.resolve("contacts.mv.db"),
                    folder.resolve("copy.mv.db"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int percentInUse(DatabaseSettings settings) throws SQLException {
        try (Connection connection = DriverManager.getConnection(new H2Database().complete(settings.url()))) {
            return H2File.of(connection).orElseThrow().store().getFileStore().getChunksFillRate();
        }
    }
}
