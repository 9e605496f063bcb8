package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tests of the revocation of tokens. */
interface TokenRevocationSuite extends ApiUnderTest {

    @Test
    default void refusesTheTokensOfASubjectThatWereIssuedBefore() {
        String organization = "org_" + UUID.randomUUID();
        long now = Instant.now().getEpochSecond();
        TestTokens token = TestTokens.of(organization).with("sub", "bo");
        ApiClient before = api().with(token.with("iat", now - 60));
        ApiClient later = api().with(token.with("iat", now + 60));
        ApiClient unsaid = api().with(token.without("iat"));
        assertThat(before.get("contacts").status()).isEqualTo(200);
        String revocation = revoke(organization, "{\"subject\": \"bo\"}").text("id");
        awaitStatus(before, "contacts", 401);
        Reply refused = before.get("contacts");
        assertThat(refused.text("message")).isEqualTo("The token has been revoked.");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        for (String list : List.of("/api/contacts/", "/client-contact", "/companies/" + UUID.randomUUID())) {
            assertThat(before.get(list).status()).as(list).isEqualTo(401);
        }
        assertThat(unsaid.get("contacts").status()).isEqualTo(401);
        assertThat(later.get("contacts").status()).isEqualTo(200);
        assertThat(api().with(TestTokens.of(organization).with("iat", now - 60))
                        .get("contacts")
                        .status())
                .isEqualTo(200);
        assertThat(admin(organization).delete("token-revocations/" + revocation).status())
                .isEqualTo(204);
        awaitStatus(before, "contacts", 200);
    }

    @Test
    default void refusesOneTokenByItsId() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient one = api().with(TestTokens.of(organization).with("jti", "t-1"));
        ApiClient other = api().with(TestTokens.of(organization).with("jti", "t-2"));
        assertThat(one.get("contacts").status()).isEqualTo(200);
        revoke(organization, "{\"jti\": \"t-1\"}");
        awaitStatus(one, "contacts", 401);
        assertThat(other.get("contacts").status()).isEqualTo(200);
        assertThat(api().member(organization).get("contacts").status()).isEqualTo(200);
    }

    @Test
    default void refusesATokenForSeveralOrganizationsInTheOneThatRevokedIt() {
        String one = "org_" + UUID.randomUUID();
        String other = "org_" + UUID.randomUUID();
        ApiClient both = api().with(TestTokens.of(one)
                .without("org")
                .with("sub", "bo")
                .with("orgs", List.of(Map.of("id", one), Map.of("id", other))));
        revoke(one, "{\"subject\": \"bo\"}");
        awaitStatus(both.with("X-Org-Id", one), "contacts", 401);
        assertThat(both.with("X-Org-Id", other).get("contacts").status()).isEqualTo(200);
    }

    private ApiClient admin(String organization) {
        return api().with(TestTokens.of(organization).with("sub", "boss").with("role", "admin"));
    }

    private Reply revoke(String organization, String body) {
        Reply reply = admin(organization).post("token-revocations", body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private static void awaitStatus(ApiClient client, String path, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> client.get(path).status() == status);
    }
}
