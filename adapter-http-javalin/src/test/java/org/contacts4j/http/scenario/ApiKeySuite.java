package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of calls with API keys, in every API. */
interface ApiKeySuite extends ApiUnderTest {

    /** A list of each API. */
    List<String> LISTS = List.of("contacts", "/api/contacts/", "/client-contact", "/companies/" + UUID.randomUUID());

    /** The status of each list with a valid credential. */
    private static int valid(String list) {
        return list.startsWith("/companies") ? 404 : 200;
    }

    @TestFactory
    default Stream<DynamicTest> acceptsAKeyAsBearerAndAsApiKeyInEveryApi() {
        return LISTS.stream()
                .map(list -> DynamicTest.dynamicTest(list, () -> {
                    String key = newKey(api().newAdmin(), "").text("key");
                    ApiClient anonymous = api().anonymous();
                    assertThat(anonymous.withToken(key).get(list).status()).isEqualTo(valid(list));
                    assertThat(anonymous.with("x-api-key", key).get(list).status())
                            .isEqualTo(valid(list));
                    assertThat(anonymous
                                    .withToken(key)
                                    .with("x-api-key", key)
                                    .get(list)
                                    .status())
                            .isEqualTo(valid(list));
                }));
    }

    @TestFactory
    default Stream<DynamicTest> refusesInvalidKeysLikeInvalidTokensInEveryApi() {
        return LISTS.stream()
                .map(list -> DynamicTest.dynamicTest(list, () -> {
                    ApiClient admin = api().newAdmin();
                    Reply created = newKey(admin, "");
                    String key = created.text("key");
                    String elsewhere = newKey(admin, ", \"networks\": [\"203.0.113.0/24\"]")
                            .text("key");
                    String revoked = newKey(admin, "").text("key");
                    admin.delete("api-keys/" + admin.get("api-keys").text("data[0].id"));
                    Reply badToken = api().anonymous().withToken("nonsense").get(list);
                    assertThat(badToken.status()).isEqualTo(401);
                    for (String bad : List.of(
                            "c4j_",
                            "c4j_x",
                            key + "x",
                            key.substring(0, key.length() - 1),
                            key.substring(0, key.length() - 1) + (key.endsWith("A") ? "E" : "A"),
                            otherOrganization(key),
                            elsewhere,
                            revoked)) {
                        assertLike(badToken, api().anonymous().withToken(bad).get(list));
                        assertLike(
                                badToken,
                                api().anonymous().with("x-api-key", bad).get(list));
                    }
                }));
    }

    @TestFactory
    default Stream<DynamicTest> refusesTwoDifferentCredentialsInEveryApi() {
        return LISTS.stream()
                .map(list -> DynamicTest.dynamicTest(list, () -> {
                    ApiClient admin = api().newAdmin();
                    String one = newKey(admin, "").text("key");
                    String other = newKey(admin, "").text("key");
                    String token = TestTokens.of("org_" + UUID.randomUUID()).signed();
                    ApiClient anonymous = api().anonymous();
                    Reply badToken = anonymous.withToken("nonsense").get(list);
                    assertLike(
                            badToken,
                            anonymous.withToken(one).with("x-api-key", other).get(list));
                    assertLike(
                            badToken,
                            anonymous.withToken(token).with("x-api-key", one).get(list));
                }));
    }

    @Test
    default void saysWhichHeadersContradictEachOther() {
        String token = TestTokens.of("org_1").signed();
        Reply reply = api().anonymous()
                .withToken(token)
                .with("x-api-key", TestTokens.of("org_2").signed())
                .get("contacts");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("message"))
                .isEqualTo("The request has different credentials in x-api-key and another header."
                        + " Send only one of them.");
    }

    @Test
    default void callsWithTheRoleAndTheDataScopeOfTheKey() {
        ApiClient admin = api().newAdmin();
        ApiClient viewer = keyClient(newKey(admin, ", \"role\": \"viewer\""));
        assertThat(viewer.get("contacts").status()).isEqualTo(200);
        assertThat(viewer.create("Ada").status()).isEqualTo(403);
        assertThat(viewer.get("api-keys").status()).isEqualTo(403);

        Reply created = newKey(admin, ", \"data\": \"assigned\"");
        ApiClient restricted = keyClient(created);
        String hidden = admin.create("Grace").text("id");
        assertThat(restricted.get("contacts/" + hidden).status()).isEqualTo(404);
        Reply own = restricted.create("Ada");
        assertThat(own.text("createdBy")).isEqualTo(created.text("memberId"));
        assertThat(own.text("assignedTo[0]")).isEqualTo(created.text("memberId"));
        admin.patch("contacts/" + hidden, "{\"assignedTo\": [\"" + created.text("memberId") + "\"]}");
        assertThat(restricted.get("contacts/" + hidden).status()).isEqualTo(200);
        assertThat(admin.get("members/" + created.text("memberId")).text("name"))
                .isEqualTo("CI");
    }

    @Test
    default void letsAnAdministratorsKeyManageKeysWithinItsLimits() {
        ApiClient admin = api().newAdmin();
        Reply created = newKey(
                admin,
                ", \"role\": \"admin\", \"networks\": [\"127.0.0.0/8\"]" + ", \"expiresAt\": \"2999-01-01T00:00:00Z\"");
        ApiClient key = keyClient(created);
        Reply tooMuch = key.post("api-keys", "{\"name\": \"Other\"}");
        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.faultyFields()).containsExactly("expiresAt", "networks");
        Reply within = key.post(
                "api-keys",
                "{\"name\": \"Other\", \"networks\": [\"127.0.0.1\"], \"expiresAt\": \"2998-01-01T00:00:00Z\"}");
        assertThat(within.status()).isEqualTo(201);
        assertThat(within.text("createdBy")).isEqualTo(created.text("memberId"));
        assertThat(key.delete("api-keys/" + within.text("id")).status()).isEqualTo(204);
        String organization = "org_" + UUID.randomUUID();
        assertThat(api().with(TestTokens.of(organization).with("role", "admin").with("data", "assigned"))
                        .post("api-keys", "{\"name\": \"CI\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    default void worksFromTheAllowedNetworksOnly() {
        ApiClient admin = api().newAdmin();
        Reply created = newKey(admin, ", \"networks\": [\"203.0.113.0/24\", \"2001:db8:1::/48\"]");
        ApiClient key = keyClient(created);
        for (String inside : List.of("203.0.113.9", "2001:db8:1::7", "::ffff:203.0.113.9", "1.2.3.4, 203.0.113.9")) {
            assertThat(key.with("X-Forwarded-For", inside).get("contacts").status())
                    .as(inside)
                    .isEqualTo(200);
        }
        for (String outside : List.of("203.0.114.9", "2001:db8:2::7", "203.0.113.9, 198.51.100.1", "nonsense")) {
            assertThat(key.with("X-Forwarded-For", outside).get("contacts").status())
                    .as(outside)
                    .isEqualTo(401);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> admin.get("api-keys/" + created.text("id"))
                        .text("lastUsedFrom")
                        .equals("203.0.113.9"));
    }

    @Test
    default void saysWhenAKeyWasLastUsed() {
        ApiClient admin = api().newAdmin();
        Instant before = Instant.now().minusMillis(1);
        Reply created = newKey(admin, "");
        keyClient(created).get("contacts");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !admin.get("api-keys/" + created.text("id"))
                        .at("lastUsedAt")
                        .isNull());
        Reply used = admin.get("api-keys/" + created.text("id"));
        assertThat(Instant.parse(used.text("lastUsedAt"))).isBetween(before, Instant.now());
        assertThat(used.text("lastUsedFrom")).isEqualTo("127.0.0.1");
    }

    @Test
    default void refusesARevokedKeyWithinASecond() {
        ApiClient admin = api().newAdmin();
        Reply created = newKey(admin, "");
        ApiClient key = keyClient(created);
        assertThat(key.get("contacts").status()).isEqualTo(200);
        assertThat(admin.delete("api-keys/" + created.text("id")).status()).isEqualTo(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> key.get("contacts").status() == 401);
    }

    @Test
    default void isForTheKeysOrganizationOnly() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient admin = api().with(TestTokens.of(organization).with("role", "admin"));
        ApiClient key = keyClient(newKey(admin, ""));
        assertThat(key.with("X-Org-Id", organization).get("contacts").status()).isEqualTo(200);
        assertThat(key.with("X-Org-Id", "other").get("contacts").status()).isEqualTo(403);
    }

    private ApiClient keyClient(Reply created) {
        return api().anonymous().with("x-api-key", created.text("key"));
    }

    private static Reply newKey(ApiClient admin, String members) {
        Reply created = admin.post("api-keys", "{\"name\": \"CI\"" + members + "}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created;
    }

    /** Returns a key with the secret of this one that names another organization. */
    private static String otherOrganization(String key) {
        return "c4j_b3RoZXI_" + key.substring(key.length() - 43);
    }

    private static void assertLike(Reply badToken, Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo(badToken.header("WWW-Authenticate"));
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> badToken.json().fieldNames());
    }
}
