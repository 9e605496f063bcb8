package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** Tests that all routes require a token unless public organizations are configured. */
class SpnClosedTest {

    @Test
    void everyRouteTakesATokenAsLongAsNoOrganizationIsOpen() {
        byte[] cursorKey = "cursors are signed with this key".getBytes(StandardCharsets.UTF_8);
        HttpSettings settings = new HttpSettings(
                "127.0.0.1",
                0,
                TokenKeys.secret(TestTokens.SECRET),
                null,
                null,
                null,
                List.of(),
                cursorKey,
                List::of,
                "test",
                List.of(),
                null,
                DialectPorts.DEFAULT,
                false);
        Contacts4J contacts4j = Contacts4J.builder(new InMemoryStore()).build();
        try (RunningApi api = RunningApi.over(contacts4j, settings)) {
            String ada = "{\"first_name\": \"Ada\", \"email\": \"ada@example.org\"}";
            String id = api.member("org_1").post("/contacts", ada).text("id");
            for (Reply reply : List.of(
                    api.anonymous().get("/contacts/" + id),
                    api.anonymous().get("/contacts/" + UUID.randomUUID()),
                    api.anonymous().get("/contacts/x"),
                    api.anonymous().post("/contacts", ada),
                    api.anonymous().post("/contacts", "{not json"),
                    api.anonymous().patch("/contacts/" + id, "{}"),
                    api.anonymous().delete("/contacts/" + id),
                    api.anonymous().get("/contacts"),
                    api.anonymous().get("/contacts/x/y"))) {
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.text("detail")).isEqualTo("Not authenticated");
                assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
            }
        }
    }
}
