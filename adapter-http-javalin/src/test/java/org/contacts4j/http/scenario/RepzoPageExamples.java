package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** The examples of Repzo's API page, unchanged. */
final class RepzoPageExamples {

    private static final String JOHN = """
            {"name": "John Smith",
             "creator": {"_id": "60f1b2b3c9e9a12345678901", "username": "admin_user", "name": "Admin User", "type": "admin"},
             "editor": {"_id": "60f1b2b3c9e9a12345678901", "username": "admin_user", "name": "Admin User", "type": "admin"},
             "local_name": "جون سميث", "phone1": "+1234567890", "phone2": "+1234567891",
             "email": "john.smith@example.com", "title": "Sales Manager",
             "extra_info": "Primary contact for technical issues", "disabled": false,
             "integration_meta": {"external_id": "contact_123"}, "company_namespace": ["company1"]}
            """;

    private static final String UPDATED = """
            {"name": "John Smith Updated",
             "creator": {"_id": "60f1b2b3c9e9a12345678901", "username": "admin_user", "name": "Admin User", "type": "admin"},
             "editor": {"_id": "60f1b2b3c9e9a12345678901", "username": "admin_user", "name": "Admin User", "type": "admin"},
             "local_name": "جون سميث محدث", "phone1": "+1234567890", "phone2": "+1234567891",
             "email": "john.smith.updated@example.com", "title": "Senior Sales Manager",
             "extra_info": "Primary contact for technical issues - updated", "disabled": false,
             "integration_meta": {"external_id": "contact_123", "sync_status": "updated"},
             "company_namespace": ["company1"], "_id": "60f1b2b3c9e9a12345678901",
             "createdAt": "2023-01-15T10:30:00.000Z", "updatedAt": "2023-01-15T10:30:00.000Z", "__v": 0}
            """;

    private RepzoPageExamples() {}

    static List<Scenario> scenarios() {
        return List.of(create(), list(), retrieve(), update(), delete());
    }

    private static Scenario withJohn(String name) {
        return scenario(name).post("/client-contact", JOHN).answers(201).keep("data._id", "john");
    }

    private static Scenario create() {
        return isJohn(withJohn("Repzo's page: creates a contact"), "data");
    }

    private static Scenario list() {
        Scenario scenario = withJohn("Repzo's page: lists contacts");
        for (int i = 1; i < 5; i++) {
            scenario.post("/v1/client-contact", JOHN).answers(201);
        }
        return isJohn(scenario.get("/v1/client-contact?page=1&per_page=2"), "data[0]")
                .with("success", "true")
                .with("data[0]._id", "{john}")
                .with("pagination.page", "1")
                .with("pagination.per_page", "2")
                .with("pagination.pre_page", "0")
                .with("pagination.next_page", "2")
                .with("pagination.total", "5")
                .with("pagination.total_page", "3");
    }

    private static Scenario retrieve() {
        return isJohn(withJohn("Repzo's page: retrieves a contact").get("/v1/client-contact/{john}"), "data")
                .with("success", "true")
                .with("data._id", "{john}");
    }

    private static Scenario update() {
        return withJohn("Repzo's page: updates a contact")
                .put("/client-contact/{john}", UPDATED)
                .with("success", "true")
                .with("data._id", "{john}")
                .with("data.name", "John Smith Updated")
                .with("data.local_name", "جون سميث محدث")
                .with("data.email", "john.smith.updated@example.com")
                .with("data.title", "Senior Sales Manager")
                .with("data.extra_info", "Primary contact for technical issues - updated")
                .with("data.integration_meta.sync_status", "updated")
                .with("data.__v", "0");
    }

    private static Scenario delete() {
        return isJohn(withJohn("Repzo's page: deletes a contact").delete("/client-contact/{john}"), "data")
                .with("success", "true")
                .with("data._id", "{john}")
                .get("/client-contact/{john}")
                .answers(404)
                .with("success", "false")
                .with("error", "Client contact not found");
    }

    private static Scenario isJohn(Scenario scenario, String at) {
        return scenario.with(at + ".name", "John Smith")
                .with(at + ".creator._id", "60f1b2b3c9e9a12345678901")
                .with(at + ".creator.username", "admin_user")
                .with(at + ".creator.name", "Admin User")
                .with(at + ".creator.type", "admin")
                .with(at + ".editor._id", "60f1b2b3c9e9a12345678901")
                .with(at + ".editor.type", "admin")
                .with(at + ".local_name", "جون سميث")
                .with(at + ".phone1", "+1234567890")
                .with(at + ".phone2", "+1234567891")
                .with(at + ".email", "john.smith@example.com")
                .with(at + ".title", "Sales Manager")
                .with(at + ".extra_info", "Primary contact for technical issues")
                .with(at + ".disabled", "false")
                .with(at + ".integration_meta", "{\"external_id\":\"contact_123\"}")
                .with(at + ".company_namespace", "[\"company1\"]")
                .with(at + ".__v", "0");
    }
}
