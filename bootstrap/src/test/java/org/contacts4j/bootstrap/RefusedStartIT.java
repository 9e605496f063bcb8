package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that a failed start prints its reason in one line. */
class RefusedStartIT {

    @TempDir
    private Path directory;

    @Test
    void saysThatThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(refusal("--port", port)).contains(port).contains("in use");
        }
    }

    @Test
    void saysThatThePortOfADialectIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(refusal("--port", "0", "--dialect", "bottlecrm=" + port))
                    .contains(":" + port)
                    .contains("in use");
        }
    }

    @Test
    void saysThatThereIsNoSuchDialect() throws Exception {
        assertThat(refusal("--port", "0", "--dialect", "botlecrm=off")).contains("did you mean 'bottlecrm'?");
    }

    @Test
    void saysThatTheDataFolderIsInUse() throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0")) {
            assertThat(server.err()).isEmpty();
            assertThat(refusal("--port", "0")).contains("in use by another process");
        }
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        String refusal = refusal(
                "--db-url",
                TestPostgres.freshDatabase(),
                "--db-user",
                TestPostgres.USER,
                "--db-password",
                "wrong horse");

        assertThat(refusal).contains("password").doesNotContain("wrong horse");
    }

    @Test
    void neverRepeatsAPasswordThatStandsInTheUrl() throws Exception {
        String url = TestPostgres.freshDatabase() + "?user=" + TestPostgres.USER + "&password=hunter2";

        assertThat(refusal("--db-url", url)).contains("password").doesNotContain("hunter2");
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:1/contacts";

        assertThat(refusal("--db-url", url, "--db-user", "contacts", "--db-connect-wait", "0"))
                .contains("cannot be reached");
    }

    @Test
    void doesNotWaitForAUrlThatNoDatabaseHas() throws Exception {
        assertThat(refusal("--db-url", "jdbc:postgresql://127.0.0.1:99999/contacts", "--db-user", "contacts"))
                .contains("cannot be opened", "Unable to parse URL");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() throws Exception {
        String url = TestPostgres.freshDatabase() + "_of_nobody";

        assertThat(refusal("--db-url", url, "--db-user", TestPostgres.USER, "--db-password", TestPostgres.PASSWORD))
                .contains("no such database");
    }

    @Test
    void saysThatTheDataFolderCannotBeMade() throws Exception {
        Files.writeString(directory.resolve("taken"), "a file");

        assertThat(refusal("--data-dir", "taken/data")).contains("cannot make the data folder");
    }

    @Test
    void saysThatTheSecretIsTooShort() throws Exception {
        assertThat(refusal("--jwt-secret", "short")).contains("32 bytes");
    }

    @Test
    void saysThatTheDatabaseNeedsAnEncryptionKey() throws Exception {
        Path key = Files.writeString(directory.resolve("key"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        String id;
        try (ServerProcess server =
                ServerProcess.start(directory, "--port", "0", "--encryption-key-file", key.toString())) {
            id = server.out().replaceFirst("(?s).*encrypted in the database, with key (\\w+).*", "$1");
            server.terminate();
            server.exitCode();
        }

        assertThat(refusal("--port", "0")).contains("encrypted with key " + id, "encryption-key is not set");
    }

    @Test
    void saysThatTheJwkSetCannotBeRead() throws Exception {
        assertThat(refusal("--jwks", "nowhere.json")).contains("nowhere.json");
    }

    @Test
    void saysThatTheSettingsFileIsBroken() throws Exception {
        Files.writeString(directory.resolve("contacts4j.properties"), "port=\\u00zz");

        assertThat(refusal()).contains("contacts4j.properties");
    }

    @Test
    void refusesAnUnknownSetting() throws Exception {
        assertThat(ServerProcess.run(directory, "--db-ulr", "x"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "contacts4j: unknown setting '--db-ulr'; did you mean '--db-url'?" + System.lineSeparator()));
    }

    @Test
    void saysItsVersion() throws Exception {
        assertThat(ServerProcess.run(directory, "--version").out()).matches("Contacts4J [0-9].*\\R");
    }

    /** Returns the single line with which a start with these flags fails. */
    private String refusal(String... arguments) throws Exception {
        Outcome outcome = ServerProcess.run(directory, arguments);
        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        return outcome.err();
    }
}
