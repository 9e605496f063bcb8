package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/**
 * Scenarios for the administration of API keys and token revocations. {@link ApiKeySuite} and {@link
 * TokenRevocationSuite} test their effect.
 */
final class AccessScenarios {

    private static final String NOWHERE = "11111111-1111-7111-8111-111111111111";

    private AccessScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                showsAKeyOnce(),
                completesAKeyWithDefaults(),
                listsKeysNewestFirst(),
                reportsAllFaultsOfAKey(),
                revokesAKey(),
                listsAndRemovesRevocations(),
                refusesRevocationsOfNothingAndOfKeys(),
                knowsNothingOfOtherIds());
    }

    private static Scenario showsAKeyOnce() {
        return scenario("shows an API key once, when it is created")
                .post("api-keys", """
                        {"name": " CI ", "role": "viewer", "data": "assigned", "expiresAt": "2999-01-31T10:00:00+01:00",
                         "networks": ["10.1.2.3/8", "2001:DB8:0::1", "10.0.0.0/8"]}
                        """)
                .makes("id")
                .keep("key", "key")
                .with("name", "CI")
                .with("role", "viewer")
                .with("data", "assigned")
                .with("expiresAt", "2999-01-31T09:00:00.000Z")
                .with("networks", "[\"10.0.0.0/8\",\"2001:db8::1/128\"]")
                .with("memberId", "key:{id}")
                .with("createdBy", "ada")
                .with("lastUsedAt", null)
                .with("lastUsedFrom", null)
                .withHeader("Location", "/api/v1/api-keys/{id}")
                .get("api-keys/{id}")
                .with("name", "CI")
                .with("key", null)
                .get("api-keys")
                .with("data[0].id", "{id}")
                .with("data[0].key", null);
    }

    private static Scenario completesAKeyWithDefaults() {
        return scenario("completes an API key with defaults")
                .post("api-keys", "{\"name\": \"CI\", \"expiresAt\": null, \"networks\": []}")
                .makes("id")
                .with("role", "member")
                .with("data", "all")
                .with("expiresAt", null)
                .with("networks", "[]");
    }

    private static Scenario listsKeysNewestFirst() {
        return scenario("lists API keys, the newest first")
                .post("api-keys", "{\"name\": \"One\"}")
                .makes("one")
                .later()
                .post("api-keys", "{\"name\": \"Two\"}")
                .makes("two")
                .get("api-keys?limit=1")
                .with("data[0].name", "Two")
                .with("total", "2")
                .keep("nextCursor", "next")
                .get("api-keys?limit=1&cursor={next}")
                .with("data[0].name", "One")
                .with("nextCursor", null)
                .get("api-keys?limit=1&page=2")
                .with("data[0].name", "One")
                .get("api-keys?cursor=x&limit=0")
                .answers(400)
                .faulting("cursor", "limit");
    }

    private static Scenario reportsAllFaultsOfAKey() {
        return scenario("reports all faults of an API key together")
                .post("api-keys", """
                        {"role": "king", "data": 7, "expiresAt": "tomorrow", "networks": "10.0.0.0/8"}
                        """)
                .answers(400)
                .faulting("role", "data", "expiresAt", "networks", "name")
                .post("api-keys", "{\"name\": \"CI\", \"networks\": [\"10.0.0.0/33\", \"::1\", \"1.2.3\"]}")
                .answers(400)
                .faulting("networks[0]", "networks[2]")
                .post("api-keys", "{\"name\": \"CI\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}")
                .answers(400)
                .faulting("expiresAt")
                .post("api-keys", "{\"name\": \"CI\", \"expiresAt\": \"+99999-01-01T00:00:00Z\"}")
                .answers(400)
                .faulting("expiresAt");
    }

    private static Scenario revokesAKey() {
        return scenario("revokes an API key")
                .post("api-keys", "{\"name\": \"CI\"}")
                .makes("id")
                .delete("api-keys/{id}")
                .answers(204)
                .get("api-keys/{id}")
                .answers(404)
                .with("error", "NOT_FOUND")
                .delete("api-keys/{id}")
                .answers(404)
                .get("api-keys")
                .with("data", "[]");
    }

    private static Scenario listsAndRemovesRevocations() {
        return scenario("lists and removes revocations of tokens")
                .post("token-revocations", "{\"jti\": \"t-1\"}")
                .makes("token")
                .with("jti", "t-1")
                .with("subject", null)
                .with("revokedBy", "ada")
                .later()
                .post("token-revocations", "{\"subject\": \"bo\"}")
                .makes("first")
                .later()
                .post("token-revocations", "{\"subject\": \"bo\"}")
                .makes("bo")
                .get("token-revocations")
                .with("total", "2")
                .with("data[0].id", "{bo}")
                .with("data[0].subject", "bo")
                .with("data[1].id", "{token}")
                .delete("token-revocations/{first}")
                .answers(404)
                .delete("token-revocations/{bo}")
                .answers(204)
                .get("token-revocations")
                .with("total", "1");
    }

    private static Scenario refusesRevocationsOfNothingAndOfKeys() {
        return scenario("refuses revocations of nothing, of two things, and of keys")
                .post("token-revocations", "{}")
                .answers(400)
                .faulting("subject")
                .post("token-revocations", "{\"subject\": \"bo\", \"jti\": \"1\"}")
                .answers(400)
                .faulting("subject")
                .post("token-revocations", "{\"subject\": \"\", \"jti\": 1}")
                .answers(400)
                .faulting("subject", "jti")
                .post("token-revocations", "{\"jti\": \" \"}")
                .answers(400)
                .faulting("jti")
                .post("token-revocations", "{\"subject\": \"key:" + NOWHERE + "\"}")
                .answers(400)
                .faulting("subject");
    }

    private static Scenario knowsNothingOfOtherIds() {
        Scenario scenario = scenario("knows nothing of other API keys and revocations");
        for (String id : List.of(NOWHERE, "nonsense", "%E2%82%AC")) {
            scenario = scenario.get("api-keys/" + id)
                    .answers(404)
                    .delete("api-keys/" + id)
                    .answers(404)
                    .delete("token-revocations/" + id)
                    .answers(404)
                    .with("error", "NOT_FOUND");
        }
        return scenario;
    }
}
