package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for custom values and for templates that use them. */
final class CustomValueScenarios {

    private CustomValueScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(keepsValues(), refusesWhatIsNoValue(), fillsTemplates());
    }

    private static Scenario keepsValues() {
        return scenario("keeps texts under keys")
                .put("custom-values/sender.name", "{\"value\": \"Ada\"}")
                .answers(201)
                .with("key", "sender.name")
                .put("custom-values/sender.name", "{\"value\": \"\"}")
                .with("value", "")
                .put("custom-values/link", "{\"value\": \"https://example.org\"}")
                .answers(201)
                .get("custom-values")
                .with("data[0].key", "link")
                .with("data[1].value", "")
                .delete("custom-values/link")
                .answers(204)
                .delete("custom-values/link")
                .answers(404)
                .with("error", "NOT_FOUND");
    }

    private static Scenario refusesWhatIsNoValue() {
        return scenario("refuses what is no custom value")
                .put("custom-values/k", "{}")
                .answers(400)
                .faulting("value")
                .put("custom-values/k", "{\"value\": 5}")
                .answers(400)
                .faulting("value")
                .put("custom-values/a%20b", "{\"value\": \"\\u0000\"}")
                .answers(400)
                .faulting("key", "value")
                .delete("custom-values/%00")
                .answers(400)
                .delete("custom-values/%E2%82%AC")
                .answers(404);
    }

    private static Scenario fillsTemplates() {
        return scenario("fills a template")
                .put("custom-values/sender", "{\"value\": \"Charles {{contact.name}}\"}")
                .answers(201)
                .post(
                        "contacts",
                        "{\"firstName\": \"Ada\", \"lastName\": \"Lovelace\", \"customFields\": {\"plan\": \"Gold\"}}")
                .makes("ada")
                .post(
                        "custom-values/render",
                        "{\"template\": \"{{contact.first_name}} {{contact.lastName}}{{ contact.email }}"
                                + " {{contact.custom.plan}} {{custom_values.sender}} {{x}} {{contact.shoes}}\","
                                + " \"contactId\": \"{ada}\"}")
                .with("text", "Ada Lovelace Gold Charles {{contact.name}} {{x}} {{contact.shoes}}")
                .with("unknown", "[\"x\",\"contact.shoes\"]")
                .post("custom-values/render", "{\"template\": \"{{contact.name}}\"}")
                .with("text", "{{contact.name}}")
                .with("unknown", "[\"contact.name\"]")
                .post("custom-values/render", "{\"template\": \"\", \"contactId\": null}")
                .with("text", "")
                .with("unknown", "[]")
                .post("custom-values/render", "{\"contactId\": 5}")
                .answers(400)
                .faulting("template", "contactId")
                .post("custom-values/render", "{\"template\": \"x\", \"contactId\": \"nobody\"}")
                .answers(404)
                .with("error", "CONTACT_NOT_FOUND");
    }
}
