package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.BottleCrmContact.ADA;
import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;
import java.util.UUID;

/** Scenarios for the error responses of BottleCRM's dialect. */
final class BottleCrmFailureScenarios {

    private BottleCrmFailureScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                validation(),
                tooLong(),
                ofUpdates(),
                ofIds(),
                hostileNumbers(),
                unreadable(),
                withoutToken(),
                otherOrganization(),
                notFound(),
                methods(),
                mediaTypes(),
                duplicates());
    }

    private static Scenario validation() {
        return scenario("reports every fault, in both of the places that clients look at")
                .post("/api/contacts/", "{\"last_name\": \" \", \"primary_email\": \"x\", \"secondary_email\": \"@\"}")
                .answers(400)
                .with("error", "true")
                .with("errors.first_name", "[\"This field is required.\"]")
                .with("errors.last_name", "[\"This field may not be blank.\"]")
                .with("errors.primary_email", "[\"Enter a valid email address.\"]")
                .with("errors.secondary_email", "[\"Enter a valid email address.\"]")
                .with("errors.contact_errors.first_name", "[\"This field is required.\"]")
                .with("errors.contact_errors.last_name", "[\"This field may not be blank.\"]")
                .with("errors.contact_errors.primary_email", "[\"Enter a valid email address.\"]")
                .post("/api/contacts/", "{}")
                .answers(400)
                .with("errors", """
                        {"first_name":["This field is required."],"last_name":["This field is required."],\
                        "contact_errors":{"first_name":["This field is required."],\
                        "last_name":["This field is required."]}}""");
    }

    private static Scenario tooLong() {
        Scenario scenario = scenario("texts have at most 255 characters");
        for (String member :
                BottleCrmContact.textsAnd("first_name", "last_name", "mobile_number", "secondary_number")) {
            scenario.post("/api/contacts/", "{\"%s\": \"%s\"}".formatted(member, "x".repeat(256)))
                    .answers(400)
                    .with("errors." + member + "[0]", "Ensure this field has no more than 255 characters.");
        }
        return scenario.post("/api/contacts/", "{\"description\": \"" + "x".repeat(20_001) + "\"}")
                .answers(400)
                .with("errors.description[0]", "Ensure this field has no more than 20000 characters.");
    }

    private static Scenario ofUpdates() {
        return scenario("holds updates to the same rules, for what is sent")
                .post("/api/contacts/", ADA)
                .makes("ada")
                .put("/api/contacts/{ada}/", "{\"first_name\": \"\", \"last_name\": null, \"email\": \"x\"}")
                .answers(400)
                .with("errors.first_name", "[\"This field may not be blank.\"]")
                .with("errors.last_name", "[\"This field may not be null.\"]")
                .with("errors.primary_email", "[\"Enter a valid email address.\"]")
                .patch(
                        "/api/contacts/{ada}/",
                        "{\"city\": true, \"state\": {}, \"department\": [], \"do_not_call\": \"perhaps\"}")
                .answers(400)
                .with("errors.city", "[\"Not a valid string.\"]")
                .with("errors.state", "[\"Not a valid string.\"]")
                .with("errors.department", "[\"Not a valid string.\"]")
                .with("errors.do_not_call", "[\"Must be a valid boolean.\"]")
                .get("/api/contacts/{ada}/")
                .with("contact_obj.first_name", "Ada");
    }

    private static Scenario ofIds() {
        return scenario("refuses ids that are none")
                .post("/api/contacts/", """
                        {"first_name": "Ada", "last_name": "L", "assigned_to": "[broken", "teams": [null, {}, true]}
                        """)
                .answers(400)
                .with("errors.assigned_to", "[\"Expected a list of items.\"]")
                .with("errors.teams[0]", "Not a valid string.");
    }

    private static Scenario hostileNumbers() {
        return scenario("takes numbers for texts, but none that would fill the memory")
                .post("/api/contacts/", "{\"first_name\": 7, \"last_name\": 1.50, \"postcode\": 10001}")
                .answers(201)
                .with("first_name", "7")
                .with("last_name", "1.50")
                .with("postcode", "10001")
                .post("/api/contacts/", "{\"city\": 1e999999999}")
                .answers(400)
                .with(
                        "detail",
                        "JSON parse error - the body holds a number of more than 100 digits, or with an exponent beyond 300"
                                + " (line 1, column 10)")
                .post("/api/contacts/", "{\"city\": 1e299, \"teams\": [1e-299], \"is_active\": 1e300}")
                .answers(400)
                .with("errors.city[0]", "Not a valid string.")
                .with("errors.teams[0]", "Not a valid string.")
                .with("errors.is_active[0]", "Must be a valid boolean.");
    }

    private static Scenario unreadable() {
        return scenario("says of what cannot be read that it cannot")
                .post("/api/contacts/", "{not json")
                .answers(400)
                .with(
                        "detail",
                        "JSON parse error - the body is not JSON in UTF-8 without repeated keys (line 1, column 2)")
                .post("/api/contacts/", "[]")
                .answers(400)
                .with("detail", "JSON parse error - the body must be a JSON object")
                .put("/api/contacts/" + UUID.randomUUID() + "/", "{not json")
                .answers(400)
                .post("/api/contacts/", "a=%zz")
                .sending("Content-Type", "application/x-www-form-urlencoded")
                .answers(400)
                .with("detail", "Form parse error - the body is not a form in UTF-8")
                .post("/api/contacts/", "nothing of the kind")
                .sending("Content-Type", "multipart/form-data; boundary=cut")
                .answers(400)
                .with("detail", "Multipart form parse error - the body is not multipart/form-data as RFC 7578 has it")
                .post("/api/contacts/", "nothing of the kind")
                .sending("Content-Type", "multipart/form-data")
                .answers(400);
    }

    private static Scenario withoutToken() {
        return scenario("asks for a token")
                .get("/api/contacts/")
                .sending("Authorization", "")
                .answers(401)
                .with("detail", "Authentication credentials were not provided.")
                .withHeader("WWW-Authenticate", "Bearer")
                .get("/api/contacts/")
                .sending("Authorization", "Bearer abc")
                .answers(401)
                .with("detail", "Given token not valid for any token type")
                .with("code", "token_not_valid")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .get("/api/contacts/")
                .sending("Authorization", "JWT abc")
                .answers(401)
                .with("code", "token_not_valid")
                .call("POST", "/api/contacts/", "{not json")
                .sending("Authorization", "")
                .answers(401)
                .get("/api/contacts/x/y/z")
                .sending("Authorization", "")
                .answers(401);
    }

    private static Scenario otherOrganization() {
        Scenario scenario = scenario("refuses organizations that the token is not for");
        for (String header : List.of("organization-id", "org", "X-Organization-ID")) {
            scenario.get("/api/contacts/")
                    .sending(header, "org_of_others")
                    .answers(403)
                    .with("detail", "The token is not for this organization.");
        }
        return scenario;
    }

    private static Scenario notFound() {
        Scenario scenario = scenario("finds nothing where nothing is");
        for (String id : List.of(UUID.randomUUID().toString(), "1-1-1-1-1", "x", "import", "comment", "attachment")) {
            scenario.get("/api/contacts/" + id + "/")
                    .answers(404)
                    .with("detail", "Not found.")
                    .put("/api/contacts/" + id + "/", "{\"first_name\": \"\"}")
                    .answers(404)
                    .with("detail", "Not found.")
                    .delete("/api/contacts/" + id + "/")
                    .answers(404)
                    .with("detail", "Not found.");
        }
        return scenario.get("/api/contacts/x/y/z").answers(404).with("detail", "Not found.");
    }

    private static Scenario methods() {
        return scenario("says which method is not allowed")
                .delete("/api/contacts/")
                .answers(405)
                .with("detail", "Method \"DELETE\" not allowed.")
                .withHeader("Allow", "GET, POST, HEAD, OPTIONS");
    }

    private static Scenario mediaTypes() {
        return scenario("says which media type is not supported")
                .post("/api/contacts/", "<contact/>")
                .sending("Content-Type", "text/xml")
                .answers(415)
                .with(
                        "detail",
                        "Unsupported media type \"text/xml\" in request. Send JSON in UTF-8, with Content-Type: application/json.");
    }

    private static Scenario duplicates() {
        String twin = """
                {"first_name": "Ada", "last_name": "Lovelace", "primary_email": "ada@example.org"}
                """;
        return scenario("takes the same e-mail twice")
                .post("/api/contacts/", twin)
                .answers(201)
                .post("/api/contacts/", twin)
                .answers(201);
    }
}
