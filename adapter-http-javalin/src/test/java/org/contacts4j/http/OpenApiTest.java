package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.OpenApi;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    @Test
    void describesEveryRouteAndNothingElse() {
        Contacts4J contacts4j = Contacts4J.builder(new InMemoryStore()).build();
        HttpSettings settings = RunningApi.settings(TokenKeys.secret(TestTokens.SECRET));
        try (ContactsHttpServer server = ContactsHttpServer.start(contacts4j, settings)) {
            Set<String> described = server.routes().stream()
                    .filter(route -> !route.startsWith("HEAD ") && OpenApi.describes(pathOf(route)))
                    .collect(Collectors.toSet());
            assertThat(OpenApi.load().operations()).isEqualTo(described);
        }
    }

    private static String pathOf(String route) {
        return route.substring(route.indexOf(' ') + 1);
    }

    @Test
    void saysEverythingOnceAndRefersToNothingThatIsNotThere() throws IOException {
        ObjectMapper strict = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        JsonNode document = strict.readTree(ContactsHttpServer.class.getResourceAsStream("openapi.json"));
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    /** Rate limits apply to every operation that requires a token. */
    @Test
    void tellsOfLimitsWithEveryAnswerThatIsCounted() {
        assertThat(OpenApi.load().responsesOfCounted())
                .hasSizeGreaterThan(400)
                .allSatisfy((response, headers) -> assertThat(headers)
                        .as(response)
                        .contains("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"))
                .hasEntrySatisfying(
                        "GET /api/v1/contacts 429",
                        headers -> assertThat(headers).contains("Retry-After"));
    }

    @Test
    void findsFaultWithAnAnswerThatIsNotAsDescribed() {
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "Content-Type", List.of("application/json;charset=utf-8"),
                        "Vary", List.of("Accept-Encoding"),
                        "X-Request-Id", List.of("1")),
                (name, value) -> true);
        OpenApi document = OpenApi.load();
        document.check("GET", "/livez", new Reply(200, headers, "{\"status\":\"ok\"}"));
        assertThatThrownBy(
                        () -> document.check("GET", "/livez", new Reply(200, headers, "{\"status\":\"ok\",\"x\":1}")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> document.check("GET", "/livez", new Reply(201, headers, "{\"status\":\"ok\"}")))
                .isInstanceOf(AssertionError.class);
    }
}
