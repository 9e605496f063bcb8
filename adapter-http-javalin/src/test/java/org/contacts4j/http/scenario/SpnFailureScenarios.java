package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Scenarios for the error responses of SPN's dialect, in FastAPI's format. */
final class SpnFailureScenarios {

    private static final String BOOLEAN = "Input should be a valid boolean, unable to interpret input";
    private static final String UUID_MESSAGE =
            "Input should be a valid UUID, expected 32 hexadecimal digits in groups of 8-4-4-4-12";
    private static final String ID = "550e8400-e29b-41d4-a716-446655440000";

    private SpnFailureScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                missing(),
                allTogether(),
                texts(),
                booleans(),
                ids(),
                emails(),
                rules(),
                blankNames(),
                nulls(),
                ofQueries(),
                encodingOfQueries(),
                unreadable(),
                noObject(),
                noBody(),
                hostile(),
                companies(),
                checksTheBodyBeforeTheContact(),
                contactBeforeCompany(),
                withoutToken(),
                otherOrganization(),
                unknownRoutes(),
                methods(),
                mediaTypes());
    }

    private static Scenario missing() {
        return scenario("tells all that is missing, and what was sent instead")
                .post("/contacts", "{\"phone\": \"1\"}")
                .answers(422)
                .with("detail", """
                        [{"type":"missing","loc":["body","first_name"],"msg":"Field required","input":{"phone":"1"}},\
                        {"type":"missing","loc":["body","email"],"msg":"Field required","input":{"phone":"1"}}]""");
    }

    private static Scenario allTogether() {
        return scenario("tells all problems at once, in the order of the members")
                .post("/contacts", """
                        {"is_primary": "maybe", "designation": 1, "phone": [], "email": "x", "last_name": {},
                         "company_id": "x"}
                        """)
                .answers(422)
                .with("detail[0].loc", "[\"body\",\"company_id\"]")
                .with("detail[1].loc", "[\"body\",\"first_name\"]")
                .with("detail[2].loc", "[\"body\",\"last_name\"]")
                .with("detail[3].loc", "[\"body\",\"email\"]")
                .with("detail[4].loc", "[\"body\",\"phone\"]")
                .with("detail[5].loc", "[\"body\",\"designation\"]")
                .with("detail[6].loc", "[\"body\",\"is_primary\"]")
                .patch("/contacts/x", "{\"email\": \"x\", \"is_primary\": null}")
                .answers(422)
                .with("detail[0].loc", "[\"path\",\"contact_id\"]")
                .with("detail[0].type", "uuid_parsing")
                .with("detail[0].input", "x")
                .with("detail[1].loc", "[\"body\",\"email\"]")
                .with("detail[2].loc", "[\"body\",\"is_primary\"]");
    }

    private static Scenario texts() {
        Scenario scenario = scenario("texts are texts");
        for (String member : List.of("first_name", "last_name", "email", "phone", "designation")) {
            for (String value : List.of("7", "true", "[]", "{}")) {
                scenario.patch("/contacts/" + ID, "{\"" + member + "\": " + value + "}")
                        .answers(422)
                        .with("detail", """
                                [{"type":"string_type","loc":["body","%s"],"msg":"Input should be a valid string",\
                                "input":%s}]""".formatted(member, value));
            }
        }
        return scenario;
    }

    private static Scenario booleans() {
        Scenario scenario = scenario("booleans are booleans, or what FastAPI takes for them");
        for (String value : List.of("2", "-1", "0.5", "\"\"", "\"maybe\"", "\" true\"")) {
            scenario = wrongBoolean(scenario, value, "bool_parsing");
        }
        for (String value : List.of("null", "[]", "{}")) {
            scenario = wrongBoolean(scenario, value, "bool_type");
        }
        return scenario;
    }

    private static Scenario wrongBoolean(Scenario scenario, String value, String type) {
        return scenario.patch("/contacts/" + ID, "{\"is_primary\": " + value + "}")
                .answers(422)
                .with(
                        "detail",
                        "[{\"type\":\"" + type + "\",\"loc\":[\"body\",\"is_primary\"],\"msg\":\"" + BOOLEAN
                                + "\",\"input\":" + value + "}]");
    }

    private static Scenario ids() {
        Scenario scenario = scenario("ids are UUIDs");
        for (String value : List.of("\"x\"", "\"\"", "7", "[]", "\"1-1-1-1-1\"", "\" " + ID + "\"")) {
            scenario.patch("/contacts/" + ID, "{\"company_id\": " + value + "}")
                    .answers(422)
                    .with("detail[0].type", "uuid_parsing")
                    .with("detail[0].loc", "[\"body\",\"company_id\"]")
                    .with("detail[0].msg", UUID_MESSAGE);
        }
        for (String path : List.of("x", "1-1-1-1-1", ID + "0", "a%2Fb", "%E2%82%AC")) {
            scenario.get("/contacts/" + path)
                    .answers(422)
                    .with("detail[0].type", "uuid_parsing")
                    .with("detail[0].loc", "[\"path\",\"contact_id\"]")
                    .with("detail[0].msg", UUID_MESSAGE)
                    .delete("/contacts/" + path)
                    .answers(422)
                    .with("detail[0].type", "uuid_parsing");
        }
        return scenario;
    }

    private static Scenario emails() {
        Scenario scenario = scenario("e-mail addresses are judged by the one rule of all APIs");
        for (String email : List.of("", " ", "x", "@", "a@b", "a b@example.org", "a@example.org,b@example.org")) {
            scenario.post("/contacts", "{\"first_name\": \"Ada\", \"email\": \"" + email + "\"}")
                    .answers(422)
                    .with("detail[0].type", "value_error")
                    .with("detail[0].loc", "[\"body\",\"email\"]")
                    .with("detail[0].msg", "value is not a valid email address: One looks like name@example.org.")
                    .with("detail[0].input", email);
        }
        return scenario.post("/contacts", "{\"first_name\": \"Zoë\", \"email\": \" zoë@exämple.org \"}")
                .answers(201)
                .with("email", "zoë@exämple.org");
    }

    private static Scenario rules() {
        Scenario scenario = scenario("rules of the domain are told of the members that they are about");
        for (String member : List.of("first_name", "last_name", "phone", "designation")) {
            scenario.patch("/contacts/" + ID, "{\"" + member + "\": \"" + "x".repeat(256) + "\"}")
                    .answers(422)
                    .with("detail[0].type", "string_too_long")
                    .with("detail[0].loc", "[\"body\",\"" + member + "\"]")
                    .with("detail[0].msg", "String should have at most 255 characters")
                    .with("detail[0].ctx.max_length", "255")
                    .patch("/contacts/" + ID, "{\"" + member + "\": \"\\u0000\"}")
                    .answers(422)
                    .with("detail[0].type", "value_error")
                    .with("detail[0].msg", "Value error, must not contain the character U+0000");
        }
        return scenario;
    }

    private static Scenario blankNames() {
        return scenario("somebody has a name")
                .post("/contacts", "{\"first_name\": \"\", \"email\": \"ada@example.org\"}")
                .answers(422)
                .with("detail[0].type", "string_too_short")
                .with("detail[0].loc", "[\"body\",\"first_name\"]")
                .with("detail[0].input", "")
                .with("detail[0].ctx.min_length", "1")
                .post("/contacts", "{\"first_name\": \"\", \"last_name\": \"Byron\", \"email\": \"ada@example.org\"}")
                .answers(201)
                .with("first_name", "")
                .with("last_name", "Byron");
    }

    private static Scenario nulls() {
        return scenario("null is nothing for what a contact always has")
                .post("/contacts", "{\"first_name\": null, \"email\": null, \"is_primary\": null, \"last_name\": null}")
                .answers(422)
                .with("detail[0].type", "string_type")
                .with("detail[0].loc", "[\"body\",\"first_name\"]")
                .with("detail[0].input", null)
                .with("detail[1].type", "string_type")
                .with("detail[1].loc", "[\"body\",\"email\"]")
                .with("detail[2].type", "bool_type")
                .with("detail[2].loc", "[\"body\",\"is_primary\"]")
                .patch("/contacts/" + ID, "{\"first_name\": null, \"email\": null}")
                .answers(422)
                .with("detail[1].type", "string_type");
    }

    private static Scenario ofQueries() {
        return scenario("tells all problems of a query")
                .get("/contacts")
                .answers(422)
                .with(
                        "detail",
                        "[{\"type\":\"missing\",\"loc\":[\"query\",\"company_id\"],\"msg\":\"Field required\",\"input\":null}]")
                .get("/contacts?company_id=x&skip=-1&limit=0")
                .answers(422)
                .with("detail[0].type", "uuid_parsing")
                .with("detail[0].loc", "[\"query\",\"company_id\"]")
                .with("detail[1]", """
                        {"type":"greater_than_equal","loc":["query","skip"],\
                        "msg":"Input should be greater than or equal to 0","input":"-1","ctx":{"ge":0}}""")
                .with("detail[2]", """
                        {"type":"greater_than_equal","loc":["query","limit"],\
                        "msg":"Input should be greater than or equal to 1","input":"0","ctx":{"ge":1}}""")
                .get("/contacts?company_id=&skip=a&limit=")
                .answers(422)
                .with("detail[0].type", "uuid_parsing")
                .with("detail[0].input", "")
                .with("detail[1]", """
                        {"type":"int_parsing","loc":["query","skip"],\
                        "msg":"Input should be a valid integer, unable to parse string as an integer","input":"a"}""")
                .with("detail[2].type", "int_parsing")
                .with("detail[2].loc", "[\"query\",\"limit\"]");
    }

    private static Scenario encodingOfQueries() {
        return scenario("tells that a query is not percent-encoded")
                .get("/contacts?company_id=%FF")
                .answers(422)
                .with("detail[0].type", "value_error")
                .with("detail[0].loc", "[\"query\",\"company_id\"]");
    }

    private static Scenario unreadable() {
        Scenario scenario = scenario("tells where a body is not JSON");
        Map.of(
                        "{\"first_name\": Ada}", 15,
                        "{\"first_name\": \"Ada\"} {}", 22,
                        "{not json", 1,
                        "{\"é\": 1, \"é\": 2}", 14)
                .forEach((body, offset) -> scenario.post("/contacts", body)
                        .answers(422)
                        .with("detail[0].type", "json_invalid")
                        .with("detail[0].loc", "[\"body\"," + offset + "]")
                        .with("detail[0].msg", "JSON decode error")
                        .with("detail[0].input", "{}"));
        return scenario;
    }

    private static Scenario noObject() {
        Scenario scenario = scenario("tells that a body is no object");
        for (String body : List.of("[]", "\"text\"", "7", "true")) {
            scenario.post("/contacts", body).answers(422).with("detail", """
                            [{"type":"model_attributes_type","loc":["body"],\
                            "msg":"Input should be a valid dictionary or object to extract fields from","input":%s}]""".formatted(body));
        }
        return scenario;
    }

    private static Scenario noBody() {
        String missing = "[{\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"Field required\",\"input\":null}]";
        return scenario("tells that there is no body")
                .call("POST", "/contacts", null)
                .answers(422)
                .with("detail", missing)
                .post("/contacts", "null")
                .answers(422)
                .with("detail", missing);
    }

    private static Scenario hostile() {
        Scenario scenario = scenario("gives back what was sent as far as JSON can carry it");
        for (String value : List.of(
                "1e300",
                "1e-300",
                "\"\\ud800\"",
                "[{\"a\": [\"\\udc00\", 1e300]}]",
                "\"" + "x".repeat(100_000) + "\"",
                "9".repeat(100))) {
            scenario.patch("/contacts/" + ID, "{\"is_primary\": " + value + ", \"company_id\": " + value + "}")
                    .answers(422)
                    .with("detail[1].loc", "[\"body\",\"is_primary\"]");
        }
        return scenario.patch("/contacts/" + ID, "{\"last_name\": \"\\ud800\"}")
                .answers(422)
                .with("detail[0].msg", "Value error, must not contain half of a surrogate pair");
    }

    private static Scenario companies() {
        return scenario("a company has a name")
                .post("/companies", "{}")
                .answers(422)
                .with("detail[0].type", "missing")
                .with("detail[0].loc", "[\"body\",\"name\"]")
                .post("/companies", "{\"name\": 7}")
                .answers(422)
                .with("detail[0].type", "string_type")
                .post("/companies", "{\"name\": \" \"}")
                .answers(422)
                .with("detail[0].type", "string_too_short")
                .with("detail[0].loc", "[\"body\",\"name\"]")
                .post("/companies", "{\"name\": \"" + "x".repeat(256) + "\"}")
                .answers(422)
                .with("detail[0].type", "string_too_long");
    }

    private static Scenario checksTheBodyBeforeTheContact() {
        return scenario("checks what was sent before it looks for anything")
                .patch("/contacts/" + ID, "{\"email\": \"x\"}")
                .answers(422)
                .post("/contacts", "{\"first_name\": \"Ada\", \"email\": \"x\", \"company_id\": \"" + ID + "\"}")
                .answers(422)
                .get("/contacts?company_id=" + ID + "&limit=0")
                .answers(422);
    }

    private static Scenario contactBeforeCompany() {
        return scenario("looks for the contact before its company")
                .patch("/contacts/" + ID, "{\"company_id\": \"" + ID + "\"}")
                .answers(404)
                .with("detail", "Contact not found")
                .post("/contacts", "{\"first_name\": \"Ada\", \"email\": \"ada@example.org\"}")
                .makes("ada")
                .patch("/contacts/{ada}", "{\"company_id\": \"" + UUID.randomUUID() + "\"}")
                .answers(400)
                .with("detail", "Company not found")
                .patch("/contacts/{ada}", "{\"company_id\": \"00000000-0000-0000-0000-000000000000\"}")
                .answers(400)
                .with("detail", "Company not found");
    }

    private static Scenario withoutToken() {
        Scenario scenario = scenario("asks who is calling before it looks at anything");
        for (String scheme : List.of("Basic YTpi", "Bearer", "x")) {
            scenario.get("/contacts?limit=x")
                    .sending("Authorization", scheme)
                    .answers(401)
                    .with("detail", "Not authenticated")
                    .withHeader("WWW-Authenticate", "Bearer")
                    .delete("/contacts/x")
                    .sending("Authorization", scheme)
                    .answers(401)
                    .with("detail", "Not authenticated");
        }
        return scenario.post("/companies", "{not json")
                .sending("Authorization", "Bearer abc")
                .answers(401)
                .with("detail", "Could not validate credentials")
                .get("/contacts/" + ID)
                .sending("Authorization", "Bearer abc")
                .answers(401)
                .with("detail", "Could not validate credentials");
    }

    private static Scenario otherOrganization() {
        return scenario("refuses organizations that the token is not for")
                .get("/contacts?company_id=" + ID)
                .sending("X-Org-Id", "org_of_others")
                .answers(403)
                .with("detail", "Not enough permissions");
    }

    private static Scenario unknownRoutes() {
        Scenario scenario = scenario("has nothing at other paths");
        for (String path : List.of("/contacts/" + ID + "/notes", "/contacts/x/y/z", "/companies/" + ID)) {
            scenario.get(path).answers(404).with("detail", "Not Found");
        }
        return scenario;
    }

    private static Scenario methods() {
        return scenario("says which methods there are")
                .put("/contacts/" + ID, "{}")
                .answers(405)
                .with("detail", "Method Not Allowed")
                .withHeader("Allow", "GET, PATCH, DELETE, HEAD, OPTIONS")
                .delete("/contacts")
                .answers(405)
                .with("detail", "Method Not Allowed")
                .withHeader("Allow", "GET, POST, HEAD, OPTIONS")
                .get("/companies")
                .answers(405)
                .withHeader("Allow", "POST, OPTIONS");
    }

    private static Scenario mediaTypes() {
        return scenario("takes JSON alone")
                .post("/contacts", "first_name=Ada")
                .sending("Content-Type", "application/x-www-form-urlencoded")
                .answers(415)
                .with("detail", "Send JSON in UTF-8, with Content-Type: application/json.");
    }
}
