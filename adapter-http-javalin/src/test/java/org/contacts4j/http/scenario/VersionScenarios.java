package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for versions as ETags and for conditional requests. */
final class VersionScenarios {

    private VersionScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(honoursIfMatch(), answers304(), leavesTheVersionOfANoOp());
    }

    private static Scenario ada(String name) {
        return scenario(name)
                .post("contacts", "{\"name\": \"Ada Lovelace\", \"displayName\": \"Ada\"}")
                .makes("ada");
    }

    private static Scenario honoursIfMatch() {
        return ada("changes only the version that If-Match names")
                .patch("contacts/{ada}", "{\"notes\": \"1\"}")
                .sending("If-Match", "\"7\", \"1\"")
                .with("version", "2")
                .patch("contacts/{ada}", "{\"notes\": \"2\"}")
                .sending("If-Match", "\"1\"")
                .answers(412)
                .with("error", "PRECONDITION_FAILED")
                .patch("contacts/{ada}", "{\"notes\": \"2\"}")
                .sending("If-Match", "W/\"2\"")
                .answers(412)
                .patch("contacts/{ada}", "{\"notes\": \"2\"}")
                .sending("If-Match", "2")
                .answers(400)
                .faulting("If-Match")
                .patch("contacts/{ada}", "{\"notes\": \"2\"}")
                .sending("If-Match", "\"2-gzip\"")
                .with("version", "3")
                .delete("contacts/{ada}")
                .sending("If-Match", "\"2\"")
                .answers(412)
                .delete("contacts/{ada}")
                .sending("If-Match", "*")
                .answers(204);
    }

    private static Scenario answers304() {
        return ada("answers 304 to whoever has the version")
                .get("contacts/{ada}")
                .sending("If-None-Match", "\"9\", W/\"1\"")
                .answers(304)
                .withHeader("ETag", "\"1\"")
                .get("contacts/{ada}")
                .sending("If-None-Match", "\"2\"")
                .answers(200);
    }

    private static Scenario leavesTheVersionOfANoOp() {
        return ada("leaves the version of a change that changes nothing")
                .put("contacts/{ada}", "{}")
                .with("version", "1")
                .put("contacts/{ada}", "{\"displayName\": \"Ada\"}")
                .with("version", "1");
    }
}
