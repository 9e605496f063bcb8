package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios that create, read, change and delete contacts. */
final class ContactScenarios {

    private ContactScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                keepsWhatIsAbsent(),
                clearsWhatIsNull(),
                mergesObjects(),
                ignoresReadOnlyMembers(),
                composesTheName(),
                keepsTextInEveryScript(),
                reportsAllFaultsTogether(),
                namesWrongTypes(),
                refusesATakenCode(),
                refusesAReportingCycle(),
                keepsNumbersExact(),
                readsDepartmentsWithSlashes(),
                keepsPronouns());
    }

    private static Scenario ada(String name) {
        return scenario(name)
                .post("contacts", """
                        {"name": "Ada Lovelace", "displayName": "Ada", "emails": ["ada@example.org"], "tags": ["poet"],
                         "metadata": {"title": "Analyst", "department": "R&D/Ops"}, "customFields": {"tier": "gold"}}
                        """)
                .answers(201)
                .withHeader("ETag", "\"1\"")
                .keep("id", "ada");
    }

    private static Scenario keepsWhatIsAbsent() {
        return ada("keeps what a patch does not mention")
                .patch("contacts/{ada}", "{\"notes\": \"met in London\"}")
                .with("notes", "met in London")
                .with("displayName", "Ada")
                .with("emails[0].address", "ada@example.org")
                .with("emails[0].label", "primary")
                .with("version", "2")
                .withHeader("ETag", "\"2\"");
    }

    private static Scenario clearsWhatIsNull() {
        return ada("clears what is null, and with an object all of its members")
                .patch(
                        "contacts/{ada}",
                        "{\"displayName\": null, \"metadata\": null, \"customFields\": null, \"tags\": null}")
                .with("displayName", null)
                .with("metadata.title", null)
                .with("metadata.department", null)
                .with("customFields", null)
                .with("tags", "[]")
                .with("email", "ada@example.org");
    }

    private static Scenario mergesObjects() {
        return ada("merges objects by key")
                .patch("contacts/{ada}", "{\"address\": {\"city\": \"London\"}, \"customFields\": {\"size\": 3}}")
                .with("customFields.tier", "gold")
                .with("customFields.size", "3")
                .patch(
                        "contacts/{ada}",
                        "{\"address\": {\"line1\": \"12 St James's Square\"}, \"customFields\": {\"tier\": null}}")
                .with("address.city", "London")
                .with("address.line1", "12 St James's Square")
                .with("customFields", "{\"size\":3}");
    }

    private static Scenario ignoresReadOnlyMembers() {
        return ada("ignores members that are unknown or not the caller's to write")
                .patch("contacts/{ada}", """
                        {"id": 1, "organizationId": "another", "entityTypes": 7, "createdAt": [], "version": "x",
                         "primaryContactId": {}, "__v": 1, "shoeSize": 39, "displayName": "A."}
                        """)
                .with("id", "{ada}")
                .with("entityTypes", "[\"Contact\"]")
                .with("displayName", "A.")
                .with("version", "2");
    }

    private static Scenario composesTheName() {
        return scenario("composes the name of its parts")
                .post("contacts", "{\"firstName\": \"Grace\", \"lastName\": \"Hopper\"}")
                .answers(201)
                .with("name", "Grace Hopper");
    }

    private static Scenario keepsTextInEveryScript() {
        return scenario("keeps text in every script")
                .post("contacts", "{\"name\": \"Zoë Müller-Ångström 李小龍 😀\", \"localName\": \"Ζωή\"}")
                .makes("zoe")
                .get("contacts/{zoe}")
                .with("name", "Zoë Müller-Ångström 李小龍 😀")
                .with("localName", "Ζωή")
                .get("contacts?search=zoe%20muller")
                .with("data[0].id", "{zoe}");
    }

    private static Scenario keepsPronouns() {
        return scenario("keeps pronouns, and finds contacts by them")
                .post("contacts", "{\"name\": \"Ada\", \"pronouns\": \"She/her\"}")
                .answers(201)
                .with("pronouns", "She/her")
                .keep("id", "ada")
                .post("contacts", "{\"name\": \"Bo\"}")
                .answers(201)
                .with("pronouns", null)
                .post("contacts/search", """
                        {"query": {"groups": [{"conditions": [
                            {"field": "pronouns", "op": "contains", "value": "HER"}]}]}}
                        """)
                .with("total", "1")
                .with("data[0].id", "{ada}")
                .patch("contacts/{ada}", "{\"pronouns\": 7}")
                .answers(400)
                .faulting("pronouns")
                .patch("contacts/{ada}", "{\"pronouns\": null}")
                .with("pronouns", null);
    }

    private static Scenario reportsAllFaultsTogether() {
        return scenario("reports all faults of a body together")
                .post("contacts", """
                        {"email": "nobody", "website": "example", "dnc": "yes", "status": "gone", "tags": "vip",
                         "address": {"countryCode": "XX", "city": 7},
                         "metadata": {"title": 5, "preferredContactMethod": "pigeon"}, "emails": [{"address": ""}, 4]}
                        """)
                .answers(400)
                .with("error", "VALIDATION_ERROR")
                .faulting(
                        "name",
                        "email",
                        "website",
                        "dnc",
                        "status",
                        "tags",
                        "address.city",
                        "metadata.title",
                        "metadata.preferredContactMethod",
                        "emails[1]");
    }

    private static Scenario namesWrongTypes() {
        return scenario("says what would be right")
                .post("contacts", "{\"name\": \"Ada\", \"metadata\": {\"title\": 5}}")
                .answers(400)
                .with("details[0].field", "metadata.title")
                .with("details[0].message", "must be text, not a number")
                .post("contacts", "{\"name\": \"Ada\", \"metadata\": \"boss\", \"customFields\": [1]}")
                .answers(400)
                .faulting("metadata", "customFields")
                .post("contacts", "{\"name\": 7}")
                .answers(400)
                .faulting("name")
                .post("companies", "{\"name\": []}")
                .answers(400)
                .faulting("name");
    }

    private static Scenario refusesATakenCode() {
        return scenario("refuses a code that is taken, and says by whom")
                .post("contacts", "{\"name\": \"Ada\", \"code\": \"A-1\"}")
                .makes("ada")
                .post("contacts", "{\"name\": \"Grace\", \"code\": \"A-1\"}")
                .answers(409)
                .with("error", "DUPLICATE_CODE")
                .with("existingId", "{ada}");
    }

    private static Scenario refusesAReportingCycle() {
        return ada("refuses a reporting cycle and an unknown manager")
                .post("contacts", "{\"name\": \"Grace\", \"metadata\": {\"reportsTo\": \"{ada}\"}}")
                .makes("grace")
                .patch("contacts/{ada}", "{\"metadata\": {\"reportsTo\": \"{grace}\"}}")
                .answers(400)
                .faulting("metadata.reportsTo")
                .patch("contacts/{ada}", "{\"metadata\": {\"reportsTo\": \"nobody\"}}")
                .answers(400)
                .faulting("metadata.reportsTo")
                .delete("contacts/{ada}")
                .answers(204)
                .get("contacts/{grace}")
                .with("metadata.reportsTo", null);
    }

    private static Scenario keepsNumbersExact() {
        return scenario("keeps numbers exact")
                .post(
                        "contacts",
                        "{\"name\": \"Ada\", \"extensions\": {\"a\": 0.1000000000000000055511151231257827, \"b\": 9007199254740993}}")
                .answers(201)
                .with("extensions.a", "0.1000000000000000055511151231257827")
                .with("extensions.b", "9007199254740993");
    }

    private static Scenario readsDepartmentsWithSlashes() {
        return ada("finds a department with a slash, and literal paths win over ids")
                .get("contacts/department/R%26D%2FOps")
                .with("data[0].id", "{ada}")
                .get("contacts/department/R%26D%2FOps/")
                .with("data[0].id", "{ada}")
                .get("contacts/hierarchy/")
                .answers(200);
    }
}
