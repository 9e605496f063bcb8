package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Slice;
import org.contacts4j.application.contact.ContactQuery;
import org.contacts4j.application.contact.ContactQuery.Conditions;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.jdbi.filter.CityKeys;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

/** Contacts that were written before there was a filter for cities are found by it after the migration. */
final class CityKeysTest {

    private static final Caller ADA = Caller.member("home", "ada");

    @Test
    void areAddedOnH2() throws SQLException {
        DatabaseSettings settings = DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID(), null, null);
        areAdded(settings, Database.H2, "update contact set filter_keys = ''");
        areAdded(
                DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID(), null, null),
                Database.H2,
                "update contact set filter_keys = regexp_replace(filter_keys, 'city' || char(31) || '[^' || char(30) || ']*'"
                        + " || char(30), '')");
    }

    @Test
    void areAddedOnPostgres() throws IOException, SQLException {
        try (TestPostgres postgres = TestPostgres.start()) {
            areAdded(postgres.settings(), Database.POSTGRESQL, "update contact set filter_keys = filter_keys - 'city'");
        }
    }

    private void areAdded(DatabaseSettings settings, Database database, String removal) throws SQLException {
        try (JdbiStore store = JdbiStore.open(settings);
                Connection connection = DriverManager.getConnection(database.complete(settings.url()))) {
            Contacts4J contacts4j = Contacts4J.over(store, Clock.systemUTC(), new Random());
            contacts4j
                    .contacts()
                    .create(
                            ADA,
                            named("Ada")
                                    .with(ContactField.ADDRESS, with(AddressPart.CITY, "Z\u00dcRICH"))
                                    .with(ContactField.TITLE, "Poet"));
            contacts4j
                    .contacts()
                    .create(ADA, named("Bo").with(ContactField.ADDRESS, with(AddressPart.LINE_1, "Road 1")));
            contacts4j.contacts().create(ADA, named("Cy"));
            assertThat(inZurich(contacts4j)).containsExactly("Ada");
            try (Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(removal)).isEqualTo(3);
            }
            assertThat(inZurich(contacts4j)).isEmpty();
            connection.setAutoCommit(false);
            new CityKeys(database).migrate(contextOf(connection));
            new CityKeys(database).migrate(contextOf(connection));
            connection.commit();
            assertThat(inZurich(contacts4j)).containsExactly("Ada");
        }
    }

    private static List<String> inZurich(Contacts4J contacts4j) {
        Conditions conditions = Conditions.matching(Filter.where(Fields.city().is("Z\u00fcrich")));
        return contacts4j.contacts().list(ADA, ContactQuery.of(conditions, Slice.first(9))).items().stream()
                .map(contact -> contact.name().full())
                .toList();
    }

    private static Patch<Contact> named(String name) {
        return Patch.of(ContactField.NAME, name);
    }

    private static Address with(AddressPart part, String text) {
        return new Address(Map.of(part, text));
    }

    private static Context contextOf(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                return Flyway.configure();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
