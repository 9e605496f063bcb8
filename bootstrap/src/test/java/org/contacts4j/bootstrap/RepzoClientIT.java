package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Verifies that Repzo's published client works with this server unmodified. npm downloads the client. The test is
 * skipped if Node is not installed or npm cannot download the client.
 */
@Execution(ExecutionMode.SAME_THREAD)
class RepzoClientIT {

    private static final Path PROGRAM = Path.of("target", "repzo-client");
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path directory;

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(succeeds("node", "--version"), "Node is not installed");
        for (String file : List.of("package.json", "story.js")) {
            try (InputStream in = RepzoClientIT.class.getResourceAsStream("/repzo/" + file)) {
                Files.copy(in, PROGRAM.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assumeTrue(
                succeeds("npm", "install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"),
                "npm cannot fetch the client: " + out());
    }

    @Test
    void createsGetsFindsUpdatesAndRemovesOnH2() throws Exception {
        runsScenario("--port", "0");
    }

    @Test
    void createsGetsFindsUpdatesAndRemovesOnPostgres() throws Exception {
        runsScenario("--port", "0", "--db-url", TestPostgres.freshDatabase(), "--db-user", "postgres");
    }

    private void runsScenario(String... arguments) throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, arguments)) {
            String secret = new DataFolder(directory.resolve("contacts4j-data")).existingSecret();
            String token = Clients.token(secret, "acme", Role.MEMBER);
            assertThat(succeeds("node", "story.js", server.url().toString(), token))
                    .as(out())
                    .isTrue();
            assertThat(out()).contains("the story is told");
        }
    }

    /** Runs a command in the program's folder. Returns whether it succeeds within the time limit. */
    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Files.createDirectories(PROGRAM);
            Process process = new ProcessBuilder(command)
                    .directory(PROGRAM.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(PROGRAM.resolve("out.txt").toFile()))
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static String out() {
        try {
            return Files.readString(PROGRAM.resolve("out.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
