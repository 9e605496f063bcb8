package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for custom fields, run by an administrator. */
final class CustomFieldScenarios {

    private static final String PLAN =
            "{\"key\": \"plan\", \"label\": \"Plan\", \"type\": \"select\", \"options\": [\"Gold\", \"Silver\"]}";

    private CustomFieldScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                definesAndChanges(),
                namesEveryFault(),
                refusesATakenKey(),
                holdsValuesToTheirType(),
                setsOneValue(),
                bringsValuesBack(),
                changesTypes(),
                sortsIntoFolders(),
                knowsNoOtherIds());
    }

    private static Scenario definesAndChanges() {
        return scenario("an administrator defines, changes and deletes a field")
                .post("custom-fields", PLAN)
                .makes("plan")
                .withHeader("Location", "/api/v1/custom-fields/{plan}")
                .with("key", "plan")
                .with("type", "select")
                .with("options[1]", "Silver")
                .with("required", "false")
                .with("folder", null)
                .with("position", "0")
                .with("archived", "false")
                .post("custom-fields", "{\"key\": \"renewalDate\", \"type\": \"date\", \"required\": true}")
                .answers(201)
                .with("label", "renewalDate")
                .with("position", "1")
                .patch("custom-fields/{plan}", "{\"label\": \"Tariff\", \"position\": 7, \"archived\": true}")
                .with("label", "Tariff")
                .with("options[0]", "Gold")
                .get("custom-fields/{plan}")
                .with("position", "7")
                .get("custom-fields")
                .with("data[0].key", "renewalDate")
                .with("data[1].archived", "true")
                .delete("custom-fields/{plan}")
                .answers(204)
                .get("custom-fields/{plan}")
                .answers(404)
                .with("error", "NOT_FOUND")
                .delete("custom-fields/{plan}")
                .answers(404);
    }

    private static Scenario namesEveryFault() {
        return scenario("names every fault of a definition")
                .post(
                        "custom-fields",
                        "{\"key\": \"a b\", \"type\": \"colour\", \"options\": [1], \"required\": \"yes\","
                                + " \"position\": 1.5, \"folder\": \"x\"}")
                .answers(400)
                .faulting("key", "type", "options[0]", "required", "position", "folder")
                .post("custom-fields", "{}")
                .answers(400)
                .faulting("key", "type")
                .post("custom-fields", "{\"key\": \"k\", \"type\": \"select\", \"options\": []}")
                .answers(400)
                .faulting("options");
    }

    private static Scenario refusesATakenKey() {
        return scenario("refuses a key that is taken, and another key for a field")
                .post("custom-fields", PLAN)
                .makes("plan")
                .post("custom-fields", "{\"key\": \"plan\", \"type\": \"text\"}")
                .answers(409)
                .with("error", "DUPLICATE_KEY")
                .patch("custom-fields/{plan}", "{\"key\": \"tariff\"}")
                .answers(400)
                .faulting("key");
    }

    private static Scenario holdsValuesToTheirType() {
        return scenario("holds the values of contacts to their definitions, and no others")
                .post("custom-fields", PLAN)
                .answers(201)
                .post("custom-fields", "{\"key\": \"renewalDate\", \"type\": \"date\"}")
                .answers(201)
                .post("contacts", "{\"customFields\": {\"plan\": \"bronze\", \"renewalDate\": 5, \"free\": {}}}")
                .answers(400)
                .faulting("name", "customFields.plan", "customFields.renewalDate")
                .post(
                        "contacts",
                        "{\"name\": \"Ada\", \"customFields\": {\"plan\": \"gold\", \"renewalDate\":"
                                + " \"2026-06-03T12:00:00+02:00\", \"free\": [1]}}")
                .makes("ada")
                .with("customFields.plan", "Gold")
                .with("customFields.renewalDate", "2026-06-03T10:00:00.000Z")
                .with("customFields.free[0]", "1")
                .patch("contacts/{ada}", "{\"customFields\": {\"plan\": null, \"renewalDate\": \"2026-06-04\"}}")
                .with("customFields.renewalDate", "2026-06-04");
    }

    private static Scenario setsOneValue() {
        return scenario("sets one custom value of a contact")
                .post("custom-fields", "{\"key\": \"size\", \"type\": \"number\", \"required\": true}")
                .answers(201)
                .post("contacts", "{\"name\": \"Ada\"}")
                .makes("ada")
                .put("contacts/{ada}/custom/size", "{\"value\": \"12\"}")
                .answers(400)
                .faulting("value")
                .put("contacts/{ada}/custom/size", "{}")
                .answers(400)
                .faulting("value")
                .put("contacts/{ada}/custom/size", "{\"value\": 12.50}")
                .sending("If-Match", "\"1\"")
                .with("customFields.size", "12.5")
                .with("version", "2")
                .withHeader("ETag", "\"2\"")
                .put("contacts/{ada}/custom/size", "{\"value\": 13}")
                .sending("If-Match", "\"1\"")
                .answers(412)
                .put("contacts/{ada}/custom/size", "{\"value\": null}")
                .answers(400)
                .faulting("value")
                .put("contacts/{ada}/custom/a%2Fb%20c", "{\"value\": {\"x\": [true]}}")
                .with("customFields", "{\"size\":12.5,\"a/b c\":{\"x\":[true]}}")
                .put("contacts/{ada}/custom/a%2Fb%20c", "{\"value\": null}")
                .with("customFields", "{\"size\":12.5}")
                .put("contacts/nobody/custom/size", "{\"value\": 1}")
                .answers(404)
                .with("error", "CONTACT_NOT_FOUND");
    }

    private static Scenario bringsValuesBack() {
        return scenario("hides the values of a deleted field and brings them back with it")
                .post("custom-fields", PLAN)
                .makes("plan")
                .post("contacts", "{\"name\": \"Ada\", \"customFields\": {\"plan\": \"Gold\", \"free\": 1}}")
                .makes("ada")
                .delete("custom-fields/{plan}")
                .answers(204)
                .get("contacts/{ada}")
                .with("customFields", "{\"free\":1}")
                .get("contacts?q=ada")
                .with("data[0].customFields", "{\"free\":1}")
                .patch("contacts/{ada}", "{\"customFields\": {\"plan\": \"Silver\"}}")
                .answers(400)
                .faulting("customFields.plan")
                .patch("contacts/{ada}", "{\"customFields\": null}")
                .with("customFields", null)
                .post("custom-fields", "{\"key\": \"plan\", \"type\": \"select\", \"options\": [\"Bronze\"]}")
                .answers(201)
                .get("contacts/{ada}")
                .with("customFields", "{\"plan\":\"Gold\"}");
    }

    private static Scenario changesTypes() {
        return scenario("changes a type only when every value converts")
                .post("custom-fields", "{\"key\": \"size\", \"type\": \"text\"}")
                .makes("size")
                .post("contacts", "{\"name\": \"Ada\", \"customFields\": {\"size\": \"12\"}}")
                .makes("ada")
                .post("contacts", "{\"name\": \"Bo\", \"customFields\": {\"size\": \"large\"}}")
                .makes("bo")
                .patch("custom-fields/{size}", "{\"type\": \"number\"}")
                .answers(409)
                .with("error", "VALUES_IN_THE_WAY")
                .with(
                        "message",
                        "1 contact has a value under size that would not convert to the type number."
                                + " Nothing was changed.")
                .get("contacts/{ada}")
                .with("customFields.size", "12")
                .with("version", "1")
                .put("contacts/{bo}/custom/size", "{\"value\": \"99\"}")
                .patch("custom-fields/{size}", "{\"type\": \"number\"}")
                .with("type", "number")
                .get("contacts/{ada}")
                .with("customFields", "{\"size\":12}")
                .with("version", "2");
    }

    private static Scenario sortsIntoFolders() {
        return scenario("sorts fields into folders, and keeps them when a folder goes")
                .post("custom-field-folders", "{}")
                .answers(400)
                .faulting("name")
                .post("custom-field-folders", "{\"name\": \"Sales\"}")
                .makes("sales")
                .with("position", "0")
                .post("custom-field-folders", "{\"name\": \"First\", \"position\": -1}")
                .answers(201)
                .patch("custom-field-folders/{sales}", "{\"name\": \"Deals\"}")
                .with("name", "Deals")
                .get("custom-field-folders")
                .with("data[0].name", "First")
                .with("data[1].name", "Deals")
                .post("custom-fields", "{\"key\": \"plan\", \"type\": \"text\", \"folder\": \"{sales}\"}")
                .makes("plan")
                .with("folder", "{sales}")
                .delete("custom-field-folders/{sales}")
                .answers(204)
                .get("custom-fields/{plan}")
                .with("folder", null)
                .delete("custom-field-folders/{sales}")
                .answers(404)
                .patch("custom-field-folders/{sales}", "{\"name\": \"x\"}")
                .answers(404);
    }

    private static Scenario knowsNoOtherIds() {
        return scenario("takes malformed ids for unknown ones")
                .get("custom-fields/1-1-1-1-1")
                .answers(404)
                .patch("custom-fields/x", "{\"label\": \"x\"}")
                .answers(404)
                .delete("custom-fields/00000000-0000-0000-0000-000000000000")
                .answers(404)
                .delete("custom-field-folders/%E2%82%AC")
                .answers(404);
    }
}
