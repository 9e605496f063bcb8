package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;
import java.util.UUID;

/** Scenarios for error responses in the format of Repzo's API page. */
final class RepzoFailureScenarios {

    private static final String INVALID = "Invalid request parameters: ";

    private RepzoFailureScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                required(),
                types(),
                lengths(),
                allAtOnce(),
                noBody(),
                unknownIds(),
                queries(),
                methods(),
                mediaTypes());
    }

    private static Scenario required() {
        Scenario scenario = scenario("a name is required, and must not be blank");
        for (String body : List.of("{}", "{\"name\": null}", "{\"name\": \"\"}", "{\"name\": \"  \"}")) {
            scenario.post("/client-contact", body)
                    .answers(400)
                    .with("success", "false")
                    .with("error", INVALID + "name is required");
        }
        return scenario.post("/client-contact", "{\"name\": \"Ada\"}")
                .answers(201)
                .keep("data._id", "ada")
                .put("/client-contact/{ada}", "{\"name\": null}")
                .answers(400)
                .put("/client-contact/{ada}", "{\"name\": \" \"}")
                .answers(400)
                .get("/client-contact/{ada}")
                .with("data.name", "Ada");
    }

    private static Scenario types() {
        Scenario scenario = scenario("nothing is converted");
        String[][] faults = {
            {"\"name\": 7", "name must be text, not a number"},
            {"\"name\": \"A\", \"phone1\": 7", "phone1 must be text, not a number"},
            {"\"name\": \"A\", \"disabled\": \"true\"", "disabled must be true or false, not text"},
            {"\"name\": \"A\", \"media\": \"x\"", "media must be a list, not text"},
            {"\"name\": \"A\", \"media\": [1]", "media[0] must be text, not a number"},
            {"\"name\": \"A\", \"integration_meta\": []", "integration_meta must be an object, not a list"},
            {"\"name\": \"A\", \"creator\": \"me\"", "creator must be an object, not text"},
            {"\"name\": \"A\", \"creator\": {\"type\": \"boss\"}", "creator.type must be one of admin, rep, client"},
            {"\"name\": \"A\", \"editor\": {\"_id\": 7, \"type\": \"rep\"}", "editor._id must be text, not a number"},
            {"\"name\": \"A\", \"email\": \"nobody\"", "email is not an e-mail address; one looks like name@example.org"
            }
        };
        for (String[] fault : faults) {
            scenario.post("/client-contact", "{" + fault[0] + "}").answers(400).with("error", INVALID + fault[1]);
        }
        return scenario;
    }

    private static Scenario lengths() {
        return scenario("everything is bounded")
                .post("/client-contact", "{\"name\": \"" + "x".repeat(256) + "\"}")
                .answers(400)
                .with("error", INVALID + "name must not be longer than 255 characters")
                .post("/client-contact", "{\"name\": \"A\", \"integration_meta\": {\"\": 1}}")
                .answers(400)
                .with("error", INVALID + "integration_meta must not have a blank key")
                .post("/client-contact", "{\"name\": \"A\\u0000\"}")
                .answers(400);
    }

    private static Scenario allAtOnce() {
        return scenario("names all that is wrong")
                .post("/client-contact", "{\"title\": 1, \"phone2\": [], \"email\": \"x\"}")
                .answers(400)
                .with(
                        "error",
                        INVALID + "phone2 must be text, not a list; title must be text, not a number; email is not an"
                                + " e-mail address; one looks like name@example.org; name is required");
    }

    private static Scenario noBody() {
        return scenario("a body must be a JSON object")
                .call("POST", "/client-contact", null)
                .answers(400)
                .with("error", INVALID + "body is required: a JSON object")
                .post("/client-contact", "[]")
                .answers(400)
                .post("/client-contact", "{\"name\": ")
                .answers(400);
    }

    private static Scenario unknownIds() {
        Scenario scenario = scenario("unknown and malformed ids are not found");
        for (String id : List.of(UUID.randomUUID().toString(), "60f1b2b3c9e9a12345678901", "x", "%20", "a%2Fb")) {
            scenario.get("/client-contact/" + id)
                    .answers(404)
                    .with("error", "Client contact not found")
                    .put("/v1/client-contact/" + id, "{\"name\": \"A\"}")
                    .answers(404)
                    .delete("/client-contact/" + id)
                    .answers(404)
                    .with("success", "false");
        }
        return scenario.get("/client-contact/a/b").answers(404).with("error", "Client contact not found");
    }

    private static Scenario queries() {
        Scenario scenario = scenario("refuses parameters that are out of range or malformed");
        for (String query : List.of(
                "page=0",
                "page=-1",
                "page=x",
                "page=1.5",
                "page=9007199254740992",
                "page=99999999999999999999",
                "per_page=0",
                "per_page=101",
                "per_page=ten",
                "from_updatedAt=yesterday",
                "from_updatedAt=1.5",
                "to_updatedAt=8640000000000001",
                "from__id=x",
                "to__id=60f1b2b3c9e9a12345678901",
                "sortBy=nonsense",
                "sortBy=%5B%7B%22field%22%3A%22_id%22%7D%5D",
                "sortBy=%5B%7B%22field%22%3A%22email%22%2C%22type%22%3A%22asc%22%7D%5D",
                "sortBy=%5B%7B%22field%22%3A%22_id%22%2C%22type%22%3A%22up%22%7D%5D",
                "sortBy=%5B7%5D",
                "name=%5B%7B%7D%5D",
                "name=%5B%22%5Cud800%22%5D",
                "name=%00",
                "search=" + "x".repeat(501),
                "name=%ff")) {
            scenario.get("/client-contact?" + query).answers(400).with("success", "false");
        }
        return scenario.get("/client-contact?page=0&per_page=101&from__id=x")
                .with(
                        "error",
                        INVALID + "page must be a whole number from 1 to 9007199254740991; per_page must be a whole"
                                + " number from 1 to 100; from__id must be the _id of a contact")
                .answers(400);
    }

    private static Scenario methods() {
        return scenario("says which methods a path takes")
                .patch("/client-contact/x", "{}")
                .answers(405)
                .with("success", "false")
                .delete("/client-contact")
                .answers(405);
    }

    private static Scenario mediaTypes() {
        return scenario("takes JSON alone")
                .post("/client-contact", "name=Ada")
                .sending("Content-Type", "application/x-www-form-urlencoded")
                .answers(415)
                .with("success", "false");
    }
}
