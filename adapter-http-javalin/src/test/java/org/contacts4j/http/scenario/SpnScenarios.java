package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/**
 * Scenarios for SPN's dialect beyond the examples of SPN's documentation: accepted values, responses, and effects in
 * other APIs.
 */
final class SpnScenarios {

    private static final String ADA = "{\"first_name\": \"Ada\", \"email\": \"ada@example.org\"}";
    private static final String AT_ACME =
            "{\"first_name\": \"Ada\", \"email\": \"ada@example.org\", \"company_id\": \"{acme}\"}";

    private SpnScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                tenKeys(),
                ignores(),
                changesWhatIsSent(),
                clears(),
                noOp(),
                booleans(),
                spellingsOfIds(),
                sameEmailTwice(),
                onePrimary(),
                createsThePrimary(),
                givesUpThePlace(),
                neverPrimaryWithoutACompany(),
                moves(),
                onlyThePlaceMovesTheVersion(),
                listsInOrder(),
                listsParts(),
                listsOneCompany(),
                withASlash(),
                deletesWithoutACompany(),
                companyGone(),
                readsWhatTheCanonicalApiMade(),
                partsOfAName(),
                isReadByTheCanonicalApi());
    }

    private static Scenario ada(String name) {
        return scenario(name).post("/contacts", ADA).makes("ada");
    }

    private static Scenario acme(String name) {
        return scenario(name).post("/companies", "{\"name\": \"Acme\"}").makes("acme");
    }

    private static Scenario two(String name) {
        return acme(name)
                .post("/contacts", AT_ACME)
                .makes("one")
                .post("/contacts", AT_ACME)
                .makes("two");
    }

    private static Scenario tenKeys() {
        return scenario("shows ten keys, whatever is set")
                .post("/contacts", ADA)
                .makes("ada")
                .keep("created_at", "created")
                .get("/contacts/{ada}")
                .with("id", "{ada}")
                .with("company_id", null)
                .with("first_name", "Ada")
                .with("last_name", null)
                .with("email", "ada@example.org")
                .with("phone", null)
                .with("designation", null)
                .with("is_primary", "false")
                .with("created_at", "{created}")
                .with("updated_at", "{created}");
    }

    private static Scenario ignores() {
        return scenario("ignores what it does not know, and what is not for callers to say")
                .post("/contacts", """
                        {"first_name": "Ada", "email": "ada@example.org", "id": "550e8400-e29b-41d4-a716-446655440000",
                         "created_at": "2001-01-01T00:00:00Z", "notes": "x", "tags": ["x"], "assignedTo": ["x"],
                         "status": "archived", "extensions": {"x": 1}, "organizationId": "x", "createdBy": "x"}
                        """)
                .makes("ada")
                .patch("/contacts/{ada}", "{\"notes\": \"x\", \"tags\": [\"x\"], \"name\": \"x\", \"phones\": []}")
                .get("contacts/{ada}")
                .with("name", "Ada")
                .with("notes", null)
                .with("tags", "[]")
                .with("assignedTo", "[]")
                .with("status", "active")
                .with("extensions", null)
                .with("createdBy", "ada")
                .with("version", "1");
    }

    private static Scenario changesWhatIsSent() {
        return acme("changes what is sent and keeps all else")
                .post("/contacts", """
                        {"first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.org", "phone": "1",
                         "designation": "Countess"}
                        """)
                .makes("ada")
                .patch("/contacts/{ada}", "{\"email\": \"countess@example.org\", \"company_id\": \"{acme}\"}")
                .with("email", "countess@example.org")
                .with("company_id", "{acme}")
                .with("first_name", "Ada")
                .with("last_name", "Lovelace")
                .with("phone", "1")
                .with("designation", "Countess")
                .with("is_primary", "false")
                .patch("/contacts/{ada}", "{\"first_name\": \"Augusta\"}")
                .with("first_name", "Augusta")
                .with("last_name", "Lovelace")
                .get("contacts/{ada}")
                .with("name", "Augusta Lovelace")
                .with("version", "3");
    }

    private static Scenario clears() {
        return acme("null clears what is optional")
                .post("/contacts", """
                        {"first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.org", "phone": "1",
                         "designation": "Countess", "company_id": "{acme}"}
                        """)
                .makes("ada")
                .patch(
                        "/contacts/{ada}",
                        "{\"last_name\": null, \"phone\": null, \"designation\": null, \"company_id\": null}")
                .with("last_name", null)
                .with("phone", null)
                .with("designation", null)
                .with("company_id", null)
                .with("first_name", "Ada");
    }

    private static Scenario noOp() {
        return ada("a change that changes nothing is a success and no change")
                .get("/contacts/{ada}")
                .keep("updated_at", "updated")
                .patch("/contacts/{ada}", "{}")
                .with("first_name", "Ada")
                .with("updated_at", "{updated}")
                .patch("/contacts/{ada}", ADA)
                .with("updated_at", "{updated}")
                .get("contacts/{ada}")
                .with("version", "1");
    }

    private static Scenario booleans() {
        Scenario scenario = two("takes what FastAPI takes for booleans");
        for (String yes : List.of("true", "\"true\"", "\"Yes\"", "\"on\"", "\"1\"", "1", "1.0")) {
            scenario.patch("/contacts/{one}", "{\"is_primary\": " + yes + "}").with("is_primary", "true");
            scenario.patch("/contacts/{two}", "{\"is_primary\": true}").with("is_primary", "true");
        }
        for (String no : List.of("false", "\"FALSE\"", "\"no\"", "\"off\"", "\"0\"", "0", "0.0")) {
            scenario.patch("/contacts/{two}", "{\"is_primary\": " + no + "}").with("is_primary", "false");
            scenario.patch("/contacts/{two}", "{\"is_primary\": true}").with("is_primary", "true");
        }
        return scenario;
    }

    private static Scenario spellingsOfIds() {
        String id = "7b3f1c2d-4e5a-6f7b-8c9d-0e1f2a3b4c5d";
        Scenario scenario = scenario("takes ids in every form of theirs")
                .put("companies/" + id, "{\"name\": \"Acme\"}")
                .answers(201);
        for (String form : List.of(
                id,
                "7B3F1C2D-4E5A-6F7B-8C9D-0E1F2A3B4C5D",
                "7b3f1c2d4e5a6f7b8c9d0e1f2a3b4c5d",
                "{7b3f1c2d-4e5a-6f7b-8c9d-0e1f2a3b4c5d}",
                "urn:uuid:7b3f1c2d-4e5a-6f7b-8c9d-0e1f2a3b4c5d")) {
            scenario.post("/contacts", ADA.replace("}", ", \"company_id\": \"" + form + "\"}"))
                    .answers(201)
                    .with("company_id", id);
        }
        return scenario;
    }

    private static Scenario sameEmailTwice() {
        return ada("takes the same e-mail twice").post("/contacts", ADA).answers(201);
    }

    private static Scenario onePrimary() {
        return two("a company has one primary contact")
                .patch("/contacts/{one}", "{\"is_primary\": true}")
                .with("is_primary", "true")
                .patch("/contacts/{two}", "{\"is_primary\": true}")
                .with("is_primary", "true")
                .get("/contacts/{one}")
                .with("is_primary", "false")
                .get("/contacts?company_id={acme}")
                .with("0.id", "{one}")
                .with("0.is_primary", "false")
                .with("1.id", "{two}")
                .with("1.is_primary", "true")
                .get("companies/{acme}")
                .with("primaryContactId", "{two}");
    }

    private static Scenario createsThePrimary() {
        return two("creates a contact as the primary one")
                .patch("/contacts/{one}", "{\"is_primary\": true}")
                .post("/contacts", AT_ACME.replace("}\"}", "}\", \"is_primary\": true}"))
                .answers(201)
                .with("is_primary", "true")
                .keep("id", "three")
                .get("/contacts/{one}")
                .with("is_primary", "false")
                .get("/contacts/{three}")
                .with("is_primary", "true");
    }

    private static Scenario givesUpThePlace() {
        return two("gives the place of the primary contact up")
                .patch("/contacts/{one}", "{\"is_primary\": true}")
                .patch("/contacts/{two}", "{\"is_primary\": false}")
                .with("is_primary", "false")
                .get("/contacts/{one}")
                .with("is_primary", "true")
                .patch("/contacts/{one}", "{\"is_primary\": false}")
                .with("is_primary", "false")
                .get("companies/{acme}")
                .with("primaryContactId", null);
    }

    private static Scenario neverPrimaryWithoutACompany() {
        return two("without a company nobody is primary")
                .post("/contacts", ADA.replace("}", ", \"is_primary\": true}"))
                .answers(201)
                .with("is_primary", "false")
                .keep("id", "ada")
                .patch("/contacts/{ada}", "{\"is_primary\": true}")
                .with("is_primary", "false")
                .patch("/contacts/{one}", "{\"is_primary\": true}")
                .patch("/contacts/{one}", "{\"is_primary\": true, \"company_id\": null}")
                .with("is_primary", "false")
                .get("companies/{acme}")
                .with("primaryContactId", null);
    }

    private static Scenario moves() {
        return two("who moves to another company is primary there only if that is said")
                .post("companies", "{\"name\": \"Bolt\"}")
                .makes("bolt")
                .patch("/contacts/{one}", "{\"is_primary\": true}")
                .patch("/contacts/{one}", "{\"company_id\": \"{bolt}\"}")
                .with("is_primary", "false")
                .patch("/contacts/{one}", "{\"company_id\": \"{acme}\", \"is_primary\": true}")
                .with("is_primary", "true")
                .with("company_id", "{acme}");
    }

    private static Scenario onlyThePlaceMovesTheVersion() {
        return two("a change of the place alone is a change of the contact")
                .patch("/contacts/{one}", "{\"is_primary\": true}")
                .get("contacts/{one}")
                .with("version", "2")
                .patch("/contacts/{one}", "{\"is_primary\": true}")
                .get("contacts/{one}")
                .with("version", "2")
                .get("contacts/{two}")
                .with("version", "1");
    }

    private static Scenario listsInOrder() {
        Scenario scenario = acme("lists in the order of creation");
        for (String name : List.of("C", "A", "B")) {
            scenario.post("/contacts", AT_ACME.replace("Ada", name)).answers(201);
        }
        return scenario.get("/contacts?company_id={acme}")
                .with("0.first_name", "C")
                .with("1.first_name", "A")
                .with("2.first_name", "B");
    }

    private static Scenario listsParts() {
        return two("lists parts")
                .get("/contacts?company_id={acme}&skip=1&limit=1")
                .with("0.id", "{two}")
                .get("/contacts?company_id={acme}&skip=%2B1.0&limit=9_999")
                .with("0.id", "{two}")
                .get("/contacts?company_id={acme}&limit=99999999999999999999&skip=0")
                .with("1.id", "{two}");
    }

    private static Scenario listsOneCompany() {
        return two("lists the contacts of one company alone")
                .post("/companies", "{\"name\": \"Bolt\"}")
                .makes("bolt")
                .post("/contacts", AT_ACME.replace("acme", "bolt"))
                .makes("bo")
                .post("/contacts", ADA)
                .answers(201)
                .get("/contacts?company_id={bolt}")
                .with("0.id", "{bo}")
                .get("/contacts?company_id={acme}&skip=1")
                .with("0.id", "{two}");
    }

    private static Scenario withASlash() {
        return acme("slashes at the end change nothing")
                .post("/contacts/", AT_ACME)
                .makes("ada")
                .get("/contacts/{ada}/")
                .with("id", "{ada}")
                .get("/contacts/?company_id={acme}")
                .with("0.id", "{ada}")
                .patch("/contacts/{ada}/", "{\"phone\": \"1\"}")
                .with("phone", "1")
                .delete("/contacts/{ada}/")
                .answers(204)
                .post("/companies/", "{\"name\": \"Bolt\"}")
                .answers(201)
                .with("name", "Bolt");
    }

    private static Scenario deletesWithoutACompany() {
        return ada("deletes a contact without a company")
                .delete("/contacts/{ada}")
                .answers(204)
                .delete("/contacts/{ada}")
                .answers(404)
                .with("detail", "Contact not found");
    }

    private static Scenario companyGone() {
        return two("contacts of a company that is gone have none")
                .delete("companies/{acme}")
                .answers(204)
                .get("/contacts/{one}")
                .with("company_id", null)
                .get("/contacts?company_id={acme}")
                .answers(403);
    }

    private static Scenario readsWhatTheCanonicalApiMade() {
        return scenario("reads what the canonical API made")
                .post("contacts", """
                        {"name": "Ada King Lovelace", "metadata": {"title": "Countess"},
                         "emails": [{"address": "work@example.org", "label": "work"}],
                         "phones": [{"number": "1", "label": "mobile"}]}
                        """)
                .makes("ada")
                .get("/contacts/{ada}")
                .with("first_name", "Ada King")
                .with("last_name", "Lovelace")
                .with("email", "work@example.org")
                .with("phone", "1")
                .with("designation", "Countess")
                .post("contacts", "{\"name\": \"Plato\"}")
                .makes("plato")
                .get("/contacts/{plato}")
                .with("first_name", "Plato")
                .with("last_name", null)
                .with("email", "")
                .post("contacts", "{\"lastName\": \"Lovelace\"}")
                .makes("last")
                .get("/contacts/{last}")
                .with("first_name", "")
                .with("last_name", "Lovelace");
    }

    private static Scenario partsOfAName() {
        return scenario("a part of a name that is not sent stays as it is shown")
                .post("contacts", "{\"name\": \"Ada Lovelace\"}")
                .makes("ada")
                .patch("/contacts/{ada}", "{\"first_name\": \"Augusta\"}")
                .with("first_name", "Augusta")
                .with("last_name", "Lovelace")
                .post("contacts", "{\"name\": \"Ada Byron\"}")
                .makes("byron")
                .patch("/contacts/{byron}", "{\"last_name\": \"Lovelace\"}")
                .with("first_name", "Ada")
                .with("last_name", "Lovelace");
    }

    private static Scenario isReadByTheCanonicalApi() {
        return acme("is read by the canonical API")
                .post("/contacts", """
                        {"first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.org", "phone": "1",
                         "designation": "Countess", "company_id": "{acme}", "is_primary": true}
                        """)
                .makes("ada")
                .get("contacts/{ada}")
                .with("name", "Ada Lovelace")
                .with("firstName", "Ada")
                .with("lastName", "Lovelace")
                .with("email", "ada@example.org")
                .with("phone", "1")
                .with("metadata.title", "Countess")
                .with("parentEntityId", "{acme}")
                .with("company", "Acme")
                .get("companies/{acme}")
                .with("primaryContactId", "{ada}");
    }
}
