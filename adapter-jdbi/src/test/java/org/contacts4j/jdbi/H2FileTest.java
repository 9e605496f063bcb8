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
import java.util.stream.IntStream;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2's file holds while the store is open: that is what the death of the process would leave. */
final class H2FileTest {

    private static final int IMPORTS = 12;
    private static final int CONTACTS_EACH = 120;

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

    private static List<ImportRow> rows(int n) {
        return IntStream.range(0, CONTACTS_EACH)
                .mapToObj(i -> new ImportRow(i + 2, null, fields("Ada " + n + " " + i), List.of()))
                .toList();
    }

    private static Patch<Contact> fields(String name) {
        return Patch.of(ContactField.NAME, name).with(ContactField.NOTES, NOTES);
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
