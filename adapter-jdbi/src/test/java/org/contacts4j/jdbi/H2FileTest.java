package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.contacts4j.application.contact.ContactQuery;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.Precondition;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2's file holds while the store is open: that is what the death of the process would leave. */
final class H2FileTest {

    private static final int IMPORTS = 12;
    private static final int CONTACTS_EACH = 120;
    private static final int UPDATES = 500;

    /** Long enough for H2 to write in the middle of an import, too. */
    private static final String NOTES = "She wrote the first programme. ".repeat(150);

    @Test
    void holdsWholeWhatWasAnswered(@TempDir Path folder) throws IOException, SQLException {
        try (JdbiStore store = JdbiStore.open(DatabaseSettings.h2File(folder.resolve("contacts")))) {
            TestOrganization home = TestOrganization.in(store);
            for (int n = 1; n <= IMPORTS; n++) {
                home.contacts4j().imports().run(home.ada(), ImportOptions.USUAL, rows(n).iterator());
                assertThat(contactsInCopyOf(folder)).isEqualTo(n * CONTACTS_EACH);
            }
        }
    }

    @Test
    void givesBackThePlaceOfWhatIsOutOfDate(@TempDir Path folder) throws SQLException {
        // H2 keeps for 45 seconds what is out of date, for the day the machine fails; nobody waits for that here.
        DatabaseSettings settings = DatabaseSettings.of(
                DatabaseSettings.h2File(folder.resolve("contacts")).url() + ";RETENTION_TIME=1000", null, null);
        try (JdbiStore store = JdbiStore.open(settings)) {
            TestOrganization home = TestOrganization.in(store);
            home.contacts4j().imports().run(home.ada(), ImportOptions.USUAL, rows(1).iterator());
            List<Contact> contacts = home.contacts4j()
                    .contacts()
                    .list(home.ada(), ContactQuery.first(CONTACTS_EACH))
                    .items();
            for (int n = 0; n < UPDATES; n++) {
                ContactId id = contacts.get(n % CONTACTS_EACH).id();
                Patch<Contact> title = Patch.of(ContactField.TITLE, "Analyst " + n);
                home.contacts4j().contacts().change(home.ada(), id, title, Precondition.none());
            }
            assertThat(percentInUse(settings)).isLessThan(50);
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (percentInUse(settings) < 50) {
                assertThat(System.nanoTime()).as("the file is not tidied").isLessThan(patience);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    private static List<ImportRow> rows(int n) {
        return IntStream.range(0, CONTACTS_EACH)
                .mapToObj(i -> new ImportRow(i + 2, null, fields("Ada " + n + " " + i), List.of()))
                .toList();
    }

    private static Patch<Contact> fields(String name) {
        return Patch.of(ContactField.NAME, name).with(ContactField.NOTES, NOTES);
    }

    private static int percentInUse(DatabaseSettings settings) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Database.H2.complete(settings.url()));
                Statement statement = connection.createStatement();
                ResultSet percent = statement.executeQuery("select setting_value from information_schema.settings"
                        + " where setting_name = 'info.CHUNKS_FILL_RATE'")) {
            percent.next();
            return percent.getInt(1);
        }
    }

    private static int contactsInCopyOf(Path folder) throws IOException, SQLException {
        Files.copy(folder.resolve("contacts.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        String url = Database.H2.complete(
                DatabaseSettings.h2File(folder.resolve("copy")).url());
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet whole = statement.executeQuery("select count(*) from contact c join contact_event e"
                        + " on e.contact_id = c.id where char_length(c.notes) > 1000")) {
            whole.next();
            return whole.getInt(1);
        }
    }
}
