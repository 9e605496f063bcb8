package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private static final String SECRET = "a secret that is longer than 32 bytes";

    @TempDir
    private Path directory;

    @Test
    void masksSecrets() {
        Map<String, String> environment = Map.of("CONTACTS4J_JWT_SECRET", SECRET, "CONTACTS4J_DB_PASSWORD", "hunter2");

        assertThat(Outcome.of(environment, directory, "config").out())
                .doesNotContain(SECRET, "hunter2")
                .containsPattern("jwt-secret +\\*+ +environment CONTACTS4J_JWT_SECRET");
    }

    @Test
    void showsSettingsInColumns() {
        assertThat(Outcome.of(directory, "config").out().lines().filter(line -> line.contains("(not set)")))
                .extracting(line -> line.indexOf("(not set)"))
                .hasSizeGreaterThan(2)
                .containsOnly("rate-limit-public-minute ".length());
    }

    @Test
    void masksAPasswordInsideTheDatabaseUrl() {
        assertThat(Outcome.of(
                                directory,
                                "config",
                                "--db-url",
                                "jdbc:postgresql://db/contacts?password=hunter2&ssl=true")
                        .out())
                .contains("jdbc:postgresql://db/contacts?password=********&ssl=true");
    }

    @Test
    void masksAPasswordBeforeTheDatabasesHost() {
        assertThat(Outcome.of(directory, "config", "--db-url", "jdbc:postgresql://ada:hunter2@db/contacts")
                        .out())
                .contains("jdbc:postgresql://********@db/contacts");
    }

    @Test
    void masksUserAndQueryOfTheUrlOfAJwkSet() {
        assertThat(Outcome.of(directory, "config", "--jwks", "https://ada:hunter2@id.example/keys?token=t0p")
                        .out())
                .contains("https://********@id.example/keys?********")
                .doesNotContain("ada", "hunter2", "t0p");
    }

    @Test
    void neverRepeatsThePasswordOfAUrlThatItRefuses() {
        Outcome two = Outcome.of(
                directory, "--jwt-secret", "x".repeat(32), "--jwks", "https://ada:hunter2@id.example/keys?token=t0p");
        assertThat(two.err()).contains("id.example").doesNotContain("hunter2", "t0p");
        assertThat(Outcome.of(directory, "--db-url", "mysql://ada:hunt@er2@db/contacts?password=t0p")
                        .err())
                .contains("db/contacts")
                .doesNotContain("hunt", "er2", "t0p");
    }

    @Test
    void neverRepeatsASecretThatItRefuses() {
        assertThat(Outcome.of(directory, "--jwt-secret", "hunter2", "--db-url", "jdbc:h2:mem:refused")
                        .err())
                .startsWith("contacts4j: ")
                .doesNotContain("hunter2");
    }

    @Test
    void refusesASecretThatIsTooShort() {
        assertThat(Outcome.of(directory, "--jwt-secret", "hunter2", "--db-url", "jdbc:h2:mem:refused"))
                .extracting(Outcome::exitCode, outcome -> outcome.err().lines().count())
                .containsExactly(1, 1L);
    }

    @Test
    void showsExamplesInItsHelp() {
        assertThat(Outcome.of(directory, "--help"))
                .satisfies(help -> assertThat(help.exitCode()).isZero())
                .satisfies(help -> assertThat(help.out()).contains("token --org acme --member ada"));
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(Outcome.of(directory, "tokne").err())
                .isEqualTo("contacts4j: unknown command 'tokne'; did you mean 'token'?" + System.lineSeparator());
    }

    @Test
    void refusesAFlagWithoutAValue() {
        assertThat(Outcome.of(directory, "--db-url", "").err())
                .isEqualTo("contacts4j: --db-url is empty; it needs a value" + System.lineSeparator());
    }
}
