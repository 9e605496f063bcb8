package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that {@code contacts4j import} sends a file to a server and reports the result. */
class ImportCommandIT {

    @TempDir
    private Path directory;

    @Test
    void importsAFileAndWritesDownTheRowsThatFailed() throws Exception {
        Files.writeString(directory.resolve("people.csv"), "name,email\nAda,ada@x.org\nBo,bad\n");
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0")) {
            Outcome outcome = ServerProcess.run(
                    directory,
                    "import",
                    "people.csv",
                    "--org",
                    "acme",
                    "--errors",
                    "errors.csv",
                    "--server",
                    server.url().toString());
            assertThat(outcome.out()).contains("1 created, 0 updated, 0 skipped, 1 failed");
            assertThat(outcome.exitCode()).isZero();
            assertThat(Files.readString(directory.resolve("errors.csv"))).contains("Bo,bad,3,\"email ");
        }
    }

    @Test
    void printsTheNumberOfWarningsAndTheFirstOnes() throws Exception {
        StringBuilder table = new StringBuilder("name,email\nAda,ada@x.org\n");
        for (int i = 0; i < 7; i++) {
            table.append("Bo ").append(i).append(",ada@x.org\n");
        }
        Files.writeString(directory.resolve("people.csv"), table);
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0")) {
            Outcome outcome = ServerProcess.run(
                    directory,
                    "import",
                    "people.csv",
                    "--org",
                    "acme",
                    "--server",
                    server.url().toString());
            assertThat(outcome.out().lines().toList())
                    .containsSubsequence("1 created, 0 updated, 7 skipped, 0 failed", "7 warnings:")
                    .anyMatch(line -> line.startsWith("  row 3: name is \"Ada\" in the contact "))
                    .anyMatch(line -> line.startsWith("  row 7: name "))
                    .noneMatch(line -> line.startsWith("  row 8: "))
                    .anyMatch(line -> line.startsWith("  and 2 more: GET /api/v1/imports/"));
        }
    }

    @Test
    void readsAFileAsItsOptionsDescribeIt() throws Exception {
        Files.writeString(
                directory.resolve("people.csv"), "Kto;Column 7\nŁukasz;Analyst\n", Charset.forName("windows-1250"));
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0")) {
            Outcome outcome = ServerProcess.run(
                    directory,
                    "import",
                    "people.csv",
                    "--org",
                    "acme",
                    "--charset",
                    "windows-1250",
                    "--date-format",
                    "dd/MM/yyyy",
                    "--decimal",
                    ",",
                    "--mapping",
                    "{\"Kto\": \"name\", \"Column 7\": \"metadata.title\"}",
                    "--server",
                    server.url().toString());
            assertThat(outcome.out()).contains("1 created, 0 updated, 0 skipped, 0 failed");
        }
    }

    @Test
    void saysInALineWhatIsWrong() {
        assertThat(Outcome.of(directory, "import", "people.csv", "--org", "acme")
                        .err())
                .isEqualTo("contacts4j: the file 'people.csv' cannot be read" + System.lineSeparator());
    }
}
