package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/**
 * The rows of the first table of the Contacts API page (Contacts API page). Requests contain {@code X-Org-Id}, as its client
 * sends it.
 */
final class ContactsPageExamples {

    private ContactsPageExamples() {}

    static List<Scenario> scenarios() {
        return List.of(contacts(), imports(), smartLists(), opportunities());
    }

    private static Scenario contacts() {
        return scenario("Contacts API page: contacts")
                .post("contacts", "{\"name\": \"Ada Lovelace\", \"email\": \"ada@example.org\", \"tags\": [\"vip\"]}")
                .makes("ada")
                .keep("organizationId", "org")
                .get("contacts?q=lovelace&tag=vip")
                .sending("X-Org-Id", "{org}")
                .with("total", "1")
                .with("data[0].id", "{ada}")
                .get("contacts/{ada}")
                .sending("X-Org-Id", "{org}")
                .with("email", "ada@example.org")
                .patch("contacts/{ada}", "{\"dnc\": true, \"notes\": \"Call again\"}")
                .sending("X-Org-Id", "{org}")
                .with("dnc", "true")
                .with("name", "Ada Lovelace")
                .delete("contacts/{ada}")
                .sending("X-Org-Id", "{org}")
                .answers(204)
                .get("contacts/{ada}")
                .answers(404)
                .get("contacts")
                .sending("X-Org-Id", "of-somebody-else")
                .answers(403);
    }

    private static Scenario imports() {
        String file = "{\"contacts\": [{\"name\": \"Ada\", \"email\": \"ada@example.org\"}, {\"email\": \"none\"}]}";
        return scenario("Contacts API page: bulk import")
                .post("contacts/import", file)
                .with("total", "2")
                .with("created", "1")
                .with("failed", "1")
                .with("errors[0].row", "2")
                .with("errors[0].field", "email")
                .post("contacts/import", file)
                .with("created", "0")
                .with("skipped", "1");
    }

    private static Scenario smartLists() {
        String query = "{\"groups\": [{\"conditions\": ["
                + "{\"field\": \"tags\", \"op\": \"contains\", \"value\": \"replied-interested\"}]}]}";
        return scenario("Contacts API page: smart lists")
                .post("contacts", "{\"name\": \"Ada\", \"tags\": [\"replied-interested\"]}")
                .answers(201)
                .post("contacts", "{\"name\": \"Bo\"}")
                .answers(201)
                .post("contacts/search", "{\"query\": " + query + ", \"q\": \"ada\", \"limit\": 50, \"offset\": 0}")
                .with("total", "1")
                .with("data[0].name", "Ada")
                .put("contacts/views", "{\"views\": [{\"name\": \"Interested\", \"query\": " + query + "}]}")
                .with("views[0].name", "Interested")
                .get("contacts/views")
                .with("views[0].query", query.replace(" ", ""))
                .post("contacts/search", "{\"query\": {\"groups\": [{\"conditions\": [{\"field\": \"shoes\"}]}]}}")
                .answers(422)
                .with("error", "INVALID_FILTER");
    }

    private static Scenario opportunities() {
        return scenario("Contacts API page: opportunities of a contact")
                .post("contacts", "{\"name\": \"Ada\"}")
                .makes("ada")
                .post("contacts/{ada}/links", """
                        {"type": "opportunity", "externalId": "D-1", "title": "Engine", "amount": 12.50, "currency": "EUR"}
                        """)
                .answers(201)
                .get("contacts/{ada}/opportunities")
                .with("data[0].title", "Engine")
                .with("data[0].amount", "12.5");
    }
}
