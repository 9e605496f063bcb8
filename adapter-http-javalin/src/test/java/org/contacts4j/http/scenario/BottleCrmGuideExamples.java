package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** The examples of BottleCRM's API guide, unchanged. */
final class BottleCrmGuideExamples {

    private static final String JOHN = """
            {"first_name": "John", "last_name": "Doe", "primary_email": "john.doe@acme.com",
             "secondary_email": "j.doe@acme.com", "mobile_number": "+1234567890", "organization": "ACME Corporation",
             "department": "Sales", "designation": "Sales Director", "address_line": "123 Main St", "street": "Floor 5",
             "city": "New York", "state": "NY", "postcode": "10001", "country": "USA", "assigned_to": ["user1-uuid"],
             "teams": ["team1-uuid"]}
            """;

    private static final String JANE = """
            {"first_name": "Jane", "last_name": "Smith", "primary_email": "jane.smith@client.com",
             "mobile_number": "+1987654321", "secondary_email": "j.smith@client.com", "organization": "Client Corp",
             "department": "Marketing", "designation": "Marketing Manager", "address_line": "456 Business Ave",
             "street": "Suite 200", "city": "Boston", "state": "MA", "postcode": "02101", "country": "USA",
             "assigned_to": ["user1-uuid"], "teams": ["team1-uuid"]}
            """;

    private BottleCrmGuideExamples() {}

    static List<Scenario> scenarios() {
        return List.of(list(), searches(), create(), detail(), update(), delete(), comments(), attachments());
    }

    private static Scenario withJohn(String name) {
        return scenario(name).post("/api/contacts/", JOHN).makes("john");
    }

    private static Scenario list() {
        Scenario scenario = scenario("BottleCRM's guide: lists contacts");
        for (int i = 0; i < 6; i++) {
            scenario.post("/api/contacts/", JOHN).makes("john");
        }
        return scenario.post("/api/contacts/", JANE)
                .answers(201)
                .get("/api/contacts/?name=john&city=new%20york&limit=5")
                .with("count", "6")
                .with("next", "/api/contacts/?city=new+york&limit=5&name=john&offset=5")
                .with("previous", null)
                .with("results[0].id", "{john}")
                .with("results[0].first_name", "John")
                .with("results[0].last_name", "Doe")
                .with("results[0].primary_email", "john.doe@acme.com")
                .with("results[0].mobile_number", "+1234567890")
                .with("results[0].organization", "ACME Corporation")
                .with("results[0].department", "Sales")
                .with("results[0].address_line", "123 Main St")
                .with("results[0].city", "New York")
                .with("results[0].state", "NY")
                .with("results[0].postcode", "10001")
                .with("results[0].country", "USA")
                .with("results[0].assigned_to", "[\"user1-uuid\"]")
                .with("results[0].teams", "[\"team1-uuid\"]");
    }

    private static Scenario searches() {
        Scenario scenario = withJohn(
                        "BottleCRM's guide: searches by name, place, phone, e-mail, assignment, organization")
                .post("/api/contacts/", JANE)
                .answers(201);
        for (String query : List.of(
                "name=JOH",
                "name=doe",
                "city=york",
                "phone=23456",
                "email=JOHN.DOE@",
                "organization=acme",
                "department=sale")) {
            scenario.get("/api/contacts/?" + query).with("count", "1").with("results[0].id", "{john}");
        }
        return scenario.get("/api/contacts/?assigned_to=user1-uuid")
                .with("count", "2")
                .get("/api/contacts/?assigned_to=user2-uuid")
                .with("results", "[]");
    }

    private static Scenario create() {
        return scenario("BottleCRM's guide: creates a contact")
                .post("/api/contacts/", JANE)
                .answers(201)
                .with("first_name", "Jane")
                .with("last_name", "Smith")
                .with("primary_email", "jane.smith@client.com")
                .with("mobile_number", "+1987654321")
                .with("secondary_email", "j.smith@client.com")
                .with("organization", "Client Corp")
                .with("department", "Marketing")
                .with("designation", "Marketing Manager")
                .with("address_line", "456 Business Ave")
                .with("street", "Suite 200")
                .with("city", "Boston")
                .with("state", "MA")
                .with("postcode", "02101")
                .with("country", "USA")
                .with("assigned_to", "[\"user1-uuid\"]")
                .with("teams", "[\"team1-uuid\"]");
    }

    private static Scenario detail() {
        return withJohn("BottleCRM's guide: shows a contact with everything around it")
                .get("/api/contacts/{john}/")
                .with("contact_obj.id", "{john}")
                .with("contact_obj.first_name", "John")
                .with("contact_obj.last_name", "Doe")
                .with("contact_obj.primary_email", "john.doe@acme.com")
                .with("contact_obj.secondary_email", "j.doe@acme.com")
                .with("contact_obj.mobile_number", "+1234567890")
                .with("contact_obj.organization", "ACME Corporation")
                .with("contact_obj.department", "Sales")
                .with("contact_obj.designation", "Sales Director")
                .with("contact_obj.address_line", "123 Main St")
                .with("contact_obj.street", "Floor 5")
                .with("contact_obj.city", "New York")
                .with("contact_obj.state", "NY")
                .with("contact_obj.postcode", "10001")
                .with("contact_obj.country", "USA")
                .with("contact_obj.created_by", "ada")
                .with("address_obj.address_line", "123 Main St")
                .with("address_obj.street", "Floor 5")
                .with("address_obj.city", "New York")
                .with("address_obj.state", "NY")
                .with("address_obj.postcode", "10001")
                .with("address_obj.country", "USA")
                .with("assigned_to", "[\"user1-uuid\"]")
                .with("teams", "[\"team1-uuid\"]")
                .with("comments", "[]")
                .with("attachments", "[]")
                .with("tasks", "[]")
                .with("opportunities", "[]")
                .with("cases", "[]")
                .with("colleagues", "[]");
    }

    private static Scenario update() {
        return withJohn("BottleCRM's guide: updates what is sent and keeps the rest")
                .put("/api/contacts/{john}/", """
                        {"first_name": "John", "last_name": "Doe", "mobile_number": "+1234567891",
                         "department": "Senior Sales"}
                        """)
                .with("mobile_number", "+1234567891")
                .with("department", "Senior Sales")
                .with("primary_email", "john.doe@acme.com")
                .with("secondary_email", "j.doe@acme.com")
                .with("assigned_to", "[\"user1-uuid\"]")
                .with("city", "New York");
    }

    private static Scenario comments() {
        return withJohn("BottleCRM's guide: adds, edits and deletes a comment")
                .post("/api/contacts/{john}/", "{\"comment\": \"Had great conversation about upcoming project\"}")
                .with("comments[0].comment", "Had great conversation about upcoming project")
                .with("comments[0].contact", "{john}")
                .with("comments[0].commented_by", "ada")
                .keep("comments[0].id", "comment")
                .keep("comments[0].commented_on", "then")
                .put("/api/contacts/comment/{comment}/", "{\"comment\": \"Updated comment text\"}")
                .with("id", "{comment}")
                .with("comment", "Updated comment text")
                .with("commented_on", "{then}")
                .get("/api/contacts/{john}/")
                .with("comments[0].comment", "Updated comment text")
                .delete("/api/contacts/comment/{comment}/")
                .answers(204)
                .get("/api/contacts/{john}/")
                .with("comments", "[]");
    }

    private static Scenario attachments() {
        return withJohn("BottleCRM's guide: adds and deletes an attachment")
                .post("/api/contacts/{john}/", """
                        --cut\r
                        Content-Disposition: form-data; name="attachment"; filename="notes.txt"\r
                        Content-Type: text/plain\r
                        \r
                        What we said.\r
                        --cut--\r
                        """)
                .sending("Content-Type", "multipart/form-data; boundary=cut")
                .keep("attachments[0].id", "attachment")
                .with("attachments[0].contact", "{john}")
                .with("attachments[0].created_by", "ada")
                .with("attachments[0].attachment", "/api/v1/contacts/{john}/attachments/{attachment}")
                .with("attachments[0].file_name", "notes.txt")
                .delete("/api/contacts/attachment/{attachment}/")
                .answers(204)
                .get("/api/contacts/{john}/")
                .with("attachments", "[]");
    }

    private static Scenario delete() {
        return withJohn("BottleCRM's guide: deletes a contact")
                .delete("/api/contacts/{john}/")
                .answers(204)
                .get("/api/contacts/{john}/")
                .answers(404)
                .with("detail", "Not found.");
    }
}
