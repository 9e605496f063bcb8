package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
        try (Connection connection = DriverManager.getConnection(Database.H2.complete(settings.url()));
                Statement statement = connection.createStatement()) {
            statement.execute("drop table contact_link");
        }
        assertThatThrownBy(() -> JdbiStore.open(settings))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageStartingWith("The database is damaged")
                .hasMessageContaining("contact_link");
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
        assertThat(store.isMigrated()).isTrue();
        store.close();
        assertThat(store.isReachable()).isFalse();
    }
}
