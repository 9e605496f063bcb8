package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** Tests that a dialect is served with all others, at its own port, or not at all. */
class DialectPortsTest {

    private static final String DIALECT = "bottlecrm";
    private static final DialectPorts APART = new DialectPorts(Map.of(DIALECT, 0), Set.of());

    private final String token = "Bearer " + TestTokens.of("org_1").signed();

    @Test
    void servesADialectAtAPortOfItsOwn() {
        try (RunningApi api = start(APART)) {
            ApiClient apart = api.anonymousAt(DIALECT).with("Authorization", token);
            assertThat(apart.get("/api/contacts/").status()).isEqualTo(200);
            assertThat(apart.get("/livez").status()).isEqualTo(200);
            assertThat(api.anonymousAt(DIALECT).get("/api/contacts/").status()).isEqualTo(401);
        }
    }

    @Test
    void servesNothingElseThere() {
        try (RunningApi api = start(APART)) {
            ApiClient apart = api.anonymousAt(DIALECT).with("Authorization", token);
            Reply canonical = unchecked(apart, "/api/v1/contacts");
            assertThat(canonical.status()).isEqualTo(404);
            assertThat(canonical.text("detail")).as("its own words").isEqualTo("Not found.");
            assertThat(unchecked(apart, "/nowhere").text("detail")).isEqualTo("Not found.");
        }
    }

    @Test
    void doesNotServeItAtTheServersOwnPortThen() {
        try (RunningApi api = start(APART)) {
            assertIsNotThere(api);
        }
    }

    @Test
    void doesNotServeADialectThatIsSwitchedOff() {
        try (RunningApi api = start(new DialectPorts(Map.of(), Set.of(DIALECT)))) {
            assertIsNotThere(api);
            assertThat(api.anonymous().get("/info").json().path("apis").findValuesAsText("name"))
                    .contains("canonical")
                    .doesNotContain(DIALECT);
        }
    }

    @Test
    void saysWhatIsServedWhere() {
        try (RunningApi api = start(APART)) {
            Reply info = api.anonymous().get("/info");
            assertThat(info.at("apis[0].name").asText()).isEqualTo("canonical");
            assertThat(info.at("apis[0].port").asInt()).isEqualTo(api.port());
            assertThat(info.at("apis[0].paths[0]").asText()).isEqualTo("/api/v1");
            assertThat(info.at("apis[1].name").asText()).isEqualTo(DIALECT);
            assertThat(info.at("apis[1].port").asInt()).isPositive().isNotEqualTo(api.port());
        }
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DialectPorts dialectPorts = new DialectPorts(Map.of(DIALECT, taken.getLocalPort()), Set.of());
            assertThatThrownBy(() -> start(dialectPorts))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void knowsItsDialects() {
        assertThatThrownBy(() -> start(new DialectPorts(Map.of("bottlecm", 3030), Set.of())))
                .isInstanceOfSatisfying(
                        UnknownDialect.class,
                        unknown -> assertThat(unknown.known()).contains(DIALECT));
    }

    private void assertIsNotThere(RunningApi api) {
        Reply gone = unchecked(api.anonymous().with("Authorization", token), "/api/contacts/");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text("error")).isEqualTo("NOT_FOUND");
    }

    /** Sends a request without the OpenAPI check, since the document describes only the server's own port. */
    private static Reply unchecked(ApiClient client, String path) {
        HttpResponse<byte[]> response = client.exchange("GET", path, BodyPublishers.noBody());
        return new Reply(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    private static RunningApi start(DialectPorts dialectPorts) {
        Contacts4J contacts4j = Contacts4J.builder(new InMemoryStore()).build();
        return RunningApi.over(
                contacts4j, RunningApi.settings(TokenKeys.secret(TestTokens.SECRET), null, dialectPorts));
    }
}
