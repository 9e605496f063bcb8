package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactStatus;
import org.junit.jupiter.api.Test;

final class TagWeeksTest {

    private static final OrganizationId HOME = new OrganizationId("Zürich & Köln");

    @Test
    void contactsThatWereThereBeforeGetTheKeysThatNewOnesGet() throws IOException, SQLException {
        try (TestPostgres postgres = TestPostgres.start();
                JdbiStore store = JdbiStore.open(postgres.settings());
                Connection connection = postgres.server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            insert(store, "1969-12-31T23:59:59.9Z", ContactStatus.ACTIVE, "VIP", "Köln", "a \"b\" \\");
            insert(store, "2026-03-04T23:59:59.999999Z", ContactStatus.ARCHIVED, "VIP");
            insert(store, "2026-03-05T00:00:00Z", ContactStatus.INACTIVE);
            List<String> asWritten = keys(statement);
            statement.execute("update contact set tag_weeks = '{}'");
            statement.execute(migration());
            assertThat(keys(statement)).isEqualTo(asWritten);
            assertThat(asWritten).hasSize(3).doesNotHaveDuplicates();
        }
    }

    /** The statement that gives contacts their keys. */
    static String migration() throws IOException {
        try (InputStream file = JdbiStore.class.getResourceAsStream("migration/postgresql/V9__tags_by_week.sql")) {
            String statements = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int update = statements.indexOf("update contact");
            return statements.substring(update, statements.indexOf(';', update));
        }
    }

    private static void insert(JdbiStore store, String created, ContactStatus status, String... tags) {
        Patch<Contact> fields = Patch.of(ContactField.NAME, "Ada")
                .with(ContactField.STATUS, status)
                .with(ContactField.TAGS, List.of(tags));
        Contact contact = Contact.create(new ContactId(UUID.randomUUID()), HOME, fields, null, Instant.parse(created));
        store.write(tx -> {
            tx.contacts().insert(HOME, contact, ContactEvent.created(UUID.randomUUID(), contact));
            return tx;
        });
    }

    private static List<String> keys(Statement statement) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select tag_weeks from contact order by created_at")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }
}
