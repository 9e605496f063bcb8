package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that the console lists the address of each API, and that each API is served there. */
class DialectPortsIT {

    private static final String SECRET = "a secret that is longer than 32 bytes";
    private static final Pattern DIALECT = Pattern.compile("(?m)^  Also    (http://\\S+) \\(bottlecrm\\)$");

    @TempDir
    private Path directory;

    @Test
    void servesADialectAtItsOwnPort() throws Exception {
        try (ServerProcess server = start("--dialect", "bottlecrm=0")) {
            URI apart = dialectIn(server);

            assertThat(apart.getPort()).isNotEqualTo(server.url().getPort());
            assertThat(status(apart)).isEqualTo(200);
            assertThat(status(server.url().resolve("/api/contacts"))).isEqualTo(404);
            assertThat(status(apart.resolve("/api/v1/contacts"))).isEqualTo(404);
        }
    }

    @Test
    void servesAllAtOnePortUnlessToldOtherwise() throws Exception {
        try (ServerProcess server = start()) {
            assertThat(dialectIn(server)).isEqualTo(server.url().resolve("/api/contacts"));
            assertThat(status(dialectIn(server))).isEqualTo(200);
        }
    }

    @Test
    void servesNoDialectThatIsSwitchedOff() throws Exception {
        try (ServerProcess server = start("--dialect", "bottlecrm=off")) {
            assertThat(server.out()).doesNotContain("bottlecrm");
            assertThat(status(server.url().resolve("/api/contacts"))).isEqualTo(404);
        }
    }

    private ServerProcess start(String... more) throws Exception {
        String[] usual = {"--port", "0", "--jwt-secret", SECRET};
        return ServerProcess.start(
                directory, Stream.of(usual, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private static int status(URI uri) {
        return ApiClient.of(uri)
                .withToken(Clients.token(SECRET, "acme", Role.MEMBER))
                .exchange("GET", uri.getPath(), BodyPublishers.noBody())
                .statusCode();
    }

    private static URI dialectIn(ServerProcess server) throws Exception {
        Matcher line = DIALECT.matcher(server.out());
        assertThat(line.find()).as(server.out()).isTrue();
        return URI.create(line.group(1));
    }
}
