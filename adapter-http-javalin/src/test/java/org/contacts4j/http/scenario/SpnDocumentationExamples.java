package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** The examples of SPN's documentation, unchanged, sent by a member of the organization that owns the company. */
final class SpnDocumentationExamples {

    private static final String UNKNOWN = "550e8400-e29b-41d4-a716-446655440000";

    private static final String JOHN = """
            {
              "company_id": "{acme}",
              "first_name": "John",
              "last_name": "Doe",
              "email": "john@acme.com",
              "phone": "+91-9876543210",
              "designation": "Sales Manager",
              "is_primary": false
            }
            """;

    private SpnDocumentationExamples() {}

    static List<Scenario> scenarios() {
        return List.of(list(), notYourCompany(), get(), create(), companyNotFound(), update(), delete(), notFound());
    }

    private static Scenario acme(String name) {
        return scenario("SPN's documentation: " + name)
                .post("/companies", "{\"name\": \"Acme\"}")
                .makes("acme");
    }

    private static Scenario john(String name) {
        return acme(name).post("/contacts", JOHN).makes("john").keep("created_at", "created");
    }

    private static Scenario withJohn(Scenario scenario, String at) {
        return scenario.with(at + "id", "{john}")
                .with(at + "company_id", "{acme}")
                .with(at + "first_name", "John")
                .with(at + "last_name", "Doe")
                .with(at + "email", "john@acme.com")
                .with(at + "phone", "+91-9876543210")
                .with(at + "designation", "Sales Manager")
                .with(at + "is_primary", "false")
                .with(at + "created_at", "{created}")
                .with(at + "updated_at", "{created}");
    }

    private static Scenario list() {
        return withJohn(john("lists a company's contacts").get("/contacts?company_id={acme}"), "0.");
    }

    private static Scenario notYourCompany() {
        return scenario("SPN's documentation: lists nothing of a company that is not the caller's")
                .get("/contacts?company_id=7b3f1c2d-4e5a-6f7b-8c9d-0e1f2a3b4c5d")
                .answers(403)
                .with("detail", "Not enough permissions to access this company’s contacts");
    }

    private static Scenario get() {
        return withJohn(john("gets a contact").get("/contacts/{john}"), "");
    }

    private static Scenario create() {
        return withJohn(john("answers what was created"), "");
    }

    private static Scenario companyNotFound() {
        return scenario("SPN's documentation: creates nothing for a company that is not there")
                .post("/contacts", JOHN.replace("{acme}", UNKNOWN))
                .answers(400)
                .with("detail", "Company not found");
    }

    private static Scenario update() {
        return john("updates a part of a contact")
                .patch("/contacts/{john}", """
                        {
                          "designation": "Head of Sales",
                          "is_primary": true
                        }
                        """)
                .with("id", "{john}")
                .with("first_name", "John")
                .with("designation", "Head of Sales")
                .with("is_primary", "true")
                .with("created_at", "{created}")
                .get("contacts/{john}")
                .with("version", "2");
    }

    private static Scenario delete() {
        return john("deletes a contact")
                .delete("/contacts/{john}")
                .answers(204)
                .get("/contacts/{john}")
                .answers(404)
                .with("detail", "Contact not found");
    }

    private static Scenario notFound() {
        return scenario("SPN's documentation: finds no contact that is not there")
                .get("/contacts/" + UNKNOWN)
                .answers(404)
                .with("detail", "Contact not found")
                .patch("/contacts/" + UNKNOWN, "{\"designation\": \"Head of Sales\"}")
                .answers(404)
                .with("detail", "Contact not found")
                .delete("/contacts/" + UNKNOWN)
                .answers(404)
                .with("detail", "Contact not found");
    }
}
