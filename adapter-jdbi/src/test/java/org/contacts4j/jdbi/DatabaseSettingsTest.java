package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.contacts4j.jdbi.sql.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseSettingsTest {

    @Test
    void keepsThePasswordToItself() {
        assertThat(DatabaseSettings.of("jdbc:postgresql://db/contacts?password=s3cret", "ada", "s3cret"))
                .asString()
                .contains("ada")
                .doesNotContain("s3cret");
    }

    @Test
    void refusesDatabasesItDoesNotKnow() {
        assertThatThrownBy(() -> JdbiStore.open(DatabaseSettings.of("jdbc:mysql://db/contacts", null, null)))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContaining("jdbc:h2:")
                .hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void saysInOneLineThatADatabaseCannotBeReached() {
        assertThatThrownBy(
                        () -> JdbiStore.open(DatabaseSettings.of("jdbc:postgresql://127.0.0.1:1/x", "ada", "s3cret")))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageStartingWith("The database cannot be reached")
                .message()
                .doesNotContain("\n")
                .doesNotContain("s3cret");
    }

    @Test
    void refusesADatabaseThatHasLostATable(@TempDir Path folder) throws SQLException {
        DatabaseSettings settings = DatabaseSettings.h2File(folder.resolve("contacts"));
        JdbiStore.open(settings).close();
        change(settings, "drop table contact_link");
        assertThatThrownBy(() -> JdbiStore.open(settings))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageStartingWith("The database is damaged, it has lost tables (contact_link)");
    }

    @Test
    void refusesTheTablesOfAVersionThatMadeThemInAnotherWay(@TempDir Path folder) throws SQLException {
        DatabaseSettings settings = DatabaseSettings.h2File(folder.resolve("contacts"));
        JdbiStore.open(settings).close();
        change(settings, "update contacts4j_schema_history set checksum = 1 where version = '1'");
        assertThatThrownBy(() -> JdbiStore.open(settings))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageStartingWith("The tables are those of another version of Contacts4J");
    }

    @Test
    void refusesADatabaseThatHasLostItsHistory(@TempDir Path folder) throws SQLException {
        DatabaseSettings settings = DatabaseSettings.h2File(folder.resolve("contacts"));
        JdbiStore.open(settings).close();
        change(settings, "drop all objects", "create table contact (id uuid)", "create table tag (id uuid)");
        assertThatThrownBy(() -> JdbiStore.open(settings))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageStartingWith("The database is damaged, it has tables (contact, tag) but not their history");
    }

    @Test
    void refusesAPostgresThatHasLostTablesAndWritesNothing() throws SQLException {
        DatabaseSettings settings = TestPostgres.freshSettings();
        change(settings, "create table contact (id uuid)");
        assertThatThrownBy(() -> JdbiStore.open(settings)).hasMessageContaining("has tables (contact)");
        change(settings, "drop table contact");
        JdbiStore.open(settings).close();
        change(settings, "drop table contact_comment, tag");
        assertThatThrownBy(() -> JdbiStore.open(settings)).hasMessageContaining("(contact_comment, tag)");
    }

    @Test
    void makesItsTablesBesideThoseOfAnApplication(@TempDir Path folder) throws SQLException {
        DatabaseSettings settings = DatabaseSettings.h2File(folder.resolve("contacts"));
        change(settings, "create table somebody_elses (id uuid)");
        JdbiStore.open(settings).close();
        JdbiStore.open(settings).close();
    }

    @Test
    void findsItsRecordsAgainInTheSameFile(@TempDir Path folder) {
        DatabaseSettings settings = DatabaseSettings.h2File(folder.resolve("contacts"));
        byte[] first;
        try (JdbiStore store = JdbiStore.open(settings)) {
            first = store.sharedSecret("cursor");
        }
        try (JdbiStore store = JdbiStore.open(settings)) {
            assertThat(store.sharedSecret("cursor")).hasSize(32).isEqualTo(first);
        }
    }

    @Test
    void isReachableAndMigratedWhenOpenAndNotWhenClosed() {
        JdbiStore store = JdbiStore.open(DatabaseSettings.h2InMemory());
        assertThat(store.isReachable()).isTrue();
        assertThat(store.isMigrated()).contains(true);
        store.close();
        assertThat(store.isReachable()).isFalse();
    }

    private static void change(DatabaseSettings settings, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(Database.of(settings.url()).complete(settings.url()));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
