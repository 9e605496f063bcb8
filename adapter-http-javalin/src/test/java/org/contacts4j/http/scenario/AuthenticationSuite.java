package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of tokens and of the choice of the organization. */
interface AuthenticationSuite extends ApiUnderTest {

    @TestFactory
    default Stream<DynamicTest> refusesTokensThatDoNotHold() {
        long now = Instant.now().getEpochSecond();
        TestTokens good = TestTokens.of("org_1");
        JWSHeader hs256 = new JWSHeader(JWSAlgorithm.HS256);
        String none =
                Base64URL.encode("{\"alg\":\"none\"}") + "." + good.payload().toBase64URL() + ".";
        JWSHeader jku = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .jwkURL(URI.create("https://evil.example"))
                .build();
        JWSHeader crit = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .criticalParams(java.util.Set.of("b64"))
                .build();
        return Stream.of(
                        Map.entry("nonsense", "abc"),
                        Map.entry("nothing signed", none),
                        Map.entry("another secret", good.signed(hs256, TestTokens.SECRET + "!")),
                        Map.entry(
                                "another algorithm", good.signed(new JWSHeader(JWSAlgorithm.HS384), TestTokens.SECRET)),
                        Map.entry("a key of its own", good.signed(jku, TestTokens.SECRET)),
                        Map.entry("a critical extension", good.signed(crit, TestTokens.SECRET)),
                        Map.entry(
                                "expired",
                                TestTokens.of("o").with("exp", now - 60).signed()),
                        Map.entry("no expiry", TestTokens.of("o").without("exp").signed()),
                        Map.entry(
                                "an expiry in words",
                                TestTokens.of("o").with("exp", "tomorrow").signed()),
                        Map.entry(
                                "not valid yet",
                                TestTokens.of("o").with("nbf", now + 600).signed()),
                        Map.entry(
                                "no organization",
                                TestTokens.of("o").without("org").signed()),
                        Map.entry(
                                "an organization that is a list",
                                TestTokens.of("o").with("org", List.of("o")).signed()),
                        Map.entry("no member", TestTokens.of("o").without("sub").signed()),
                        Map.entry(
                                "an unknown role",
                                TestTokens.of("o").with("role", "king").signed()),
                        Map.entry(
                                "a role that is a list",
                                TestTokens.of("o")
                                        .with("role", List.of("admin"))
                                        .signed()),
                        Map.entry(
                                "an unknown scope",
                                TestTokens.of("o").with("data", "some").signed()))
                .map(token -> DynamicTest.dynamicTest(token.getKey(), () -> {
                    Reply reply = api().anonymous()
                            .with("Authorization", "Bearer " + token.getValue())
                            .get("contacts");
                    assertThat(reply.status()).isEqualTo(401);
                    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
                }));
    }

    @Test
    default void asksForATokenBeforeAnythingElse() {
        Reply reply = api().anonymous().post("contacts", "{not json");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("error")).isEqualTo("UNAUTHORIZED");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(api().anonymous().get("no/such/path").status()).isEqualTo(401);
    }

    @Test
    default void takesTheTokenInEitherHeaderAndTheSchemeInEitherCase() {
        String token = TestTokens.of("org_" + UUID.randomUUID()).signed();
        assertThat(api().anonymous().with("x-api-key", token).get("contacts").status())
                .isEqualTo(200);
        assertThat(api().anonymous()
                        .with("Authorization", "bEARER " + token)
                        .get("contacts")
                        .status())
                .isEqualTo(200);
    }

    @Test
    default void letsAHeaderChooseAmongTheTokensOrganizations() {
        String one = "org_" + UUID.randomUUID();
        String two = "org_" + UUID.randomUUID();
        ApiClient both = api().with(TestTokens.of(one)
                .without("org")
                .with("orgs", List.of(Map.of("id", one), Map.of("id", two, "role", "viewer"))));
        assertThat(both.with("X-Org-Id", one)
                        .post("contacts", "{\"name\": \"Ada\"}")
                        .text("organizationId"))
                .isEqualTo(one);
        assertThat(both.with("organization-id", two).get("contacts").at("total").asInt())
                .isZero();
        assertThat(both.with("X-Org-Id", two)
                        .post("contacts", "{\"name\": \"Ada\"}")
                        .status())
                .isEqualTo(403);
        assertThat(both.with("X-Org-Id", "org_3").get("contacts").status()).isEqualTo(403);
        assertThat(both.get("contacts").faultyFields()).containsExactly("X-Org-Id");
    }

    @Test
    default void aViewerOnlyReads() {
        ApiClient viewer = api().with(TestTokens.of("org_" + UUID.randomUUID()).with("role", "viewer"));
        assertThat(viewer.get("contacts").status()).isEqualTo(200);
        assertThat(viewer.post("contacts", "{\"name\": \"Ada\"}").text("error")).isEqualTo("FORBIDDEN");
        assertThat(viewer.delete("contacts/" + UUID.randomUUID()).status()).isEqualTo(403);
    }

    @Test
    default void aRestrictedMemberSeesOnlyWhatIsAssignedToThem() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient everybody = api().member(organization);
        ApiClient restricted =
                api().with(TestTokens.of(organization).with("sub", "r1").with("data", "assigned"));
        String hidden = everybody
                .post("contacts", "{\"name\": \"Hidden\", \"code\": \"H\"}")
                .text("id");
        Reply own = restricted.post("contacts", "{\"name\": \"Own\"}");
        assertThat(own.at("assignedTo").get(0).asText()).isEqualTo("r1");
        assertThat(restricted.get("contacts").at("total").asInt()).isEqualTo(1);
        assertThat(restricted.get("contacts/" + hidden).status()).isEqualTo(404);
        assertThat(restricted.patch("contacts/" + hidden, "{}").status()).isEqualTo(404);
        Reply taken = restricted.post("contacts", "{\"name\": \"Own\", \"code\": \"H\"}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).doesNotContain(hidden);
    }
}
