package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** The rows of the second table of the Contacts API page (Contacts API page) and its custom values, sent by an administrator. */
final class CustomizationPageExamples {

    private CustomizationPageExamples() {}

    static List<Scenario> scenarios() {
        return List.of(tags(), customFields(), customValues());
    }

    private static Scenario tags() {
        return scenario("Contacts API page: tags")
                .post("contacts", "{\"name\": \"Ada\"}")
                .makes("ada")
                .post("tags", "{\"name\": \"replied-interested\"}")
                .makes("tag")
                .post("contacts/{ada}/tags", "{\"tags\": [\"replied-interested\"]}")
                .with("tags[0]", "replied-interested")
                .get("tags")
                .with("data[0].id", "{tag}")
                .with("data[0].contactCount", "1")
                .delete("contacts/{ada}/tags/replied-interested")
                .answers(204)
                .delete("tags/{tag}")
                .answers(204)
                .get("tags")
                .with("data", "[]");
    }

    private static Scenario customFields() {
        return scenario("Contacts API page: custom fields")
                .post("contacts", "{\"name\": \"Ada\"}")
                .makes("ada")
                .post("custom-fields", "{\"key\": \"budget\", \"label\": \"Budget\", \"type\": \"number\"}")
                .makes("budget")
                .get("custom-fields")
                .with("data[0].id", "{budget}")
                .patch("custom-fields/{budget}", "{\"label\": \"Budget in EUR\"}")
                .with("label", "Budget in EUR")
                .put("contacts/{ada}/custom/budget", "{\"value\": 5000}")
                .with("customFields.budget", "5000")
                .delete("custom-fields/{budget}")
                .answers(204);
    }

    private static Scenario customValues() {
        return scenario("Contacts API page: custom values")
                .put("custom-values/booking_link", "{\"value\": \"https://example.org/book\"}")
                .answers(201)
                .get("custom-values")
                .with("data[0].value", "https://example.org/book")
                .post("custom-values/render", "{\"template\": \"Book: {{custom_values.booking_link}}\"}")
                .with("text", "Book: https://example.org/book")
                .delete("custom-values/booking_link")
                .answers(204);
    }
}
