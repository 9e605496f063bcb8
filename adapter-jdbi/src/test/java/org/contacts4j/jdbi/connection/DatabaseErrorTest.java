package org.contacts4j.jdbi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseErrorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "40003", "53100", "53200", "53300", "53400", "55P03", "57014", "57P01", "57P03",
                "58030", "58P01", "XX001", "XX002", "90028", "90030", "90067", "90097", "90098", "90108", "90121"
            })
    void takesTheDatabasesTroubleForWhatItIs(String state) {
        assertThat(DatabaseError.of(new SQLException("trouble", state))).isEqualTo(DatabaseError.UNAVAILABLE);
    }

    /** Defects of Contacts4J and invalid input must not be classified as temporary failures. */
    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "23502", "42601", "42P01", "54000", "54001", "XX000", "HY000"})
    void takesOurMistakesForMistakes(String state) {
        assertThat(DatabaseError.of(new SQLException("a defect", state))).isEqualTo(DatabaseError.UNEXPECTED);
    }

    /** PostgreSQL has no SQL state for this operating system error. */
    @Test
    void takesAFileThatMayNotGrowForTrouble() throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.startServer(options -> options);
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table large (line text)");
            limitFilesOf(pidOf(statement), "17000000"); // the segments of the log are smaller
            SQLException failure = catchThrowableOfType(
                    SQLException.class,
                    () -> statement.execute("insert into large select md5(n::text) from generate_series(1, 600000) n"));
            assertThat(failure.getMessage()).contains("File too large");
            assertThat(failure.getSQLState()).isEqualTo("XX000");
            assertThat(DatabaseError.of(failure)).isEqualTo(DatabaseError.UNAVAILABLE);
        }
    }

    private static String pidOf(Statement statement) throws SQLException {
        try (ResultSet pid = statement.executeQuery("select pg_backend_pid()")) {
            pid.next();
            return pid.getString(1);
        }
    }

    private static void limitFilesOf(String pid, String bytes) throws Exception {
        Process prlimit = new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start();
        assertThat(prlimit.waitFor()).isZero();
    }
}
