package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Creating, reading, changing and removing contacts and companies. */
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
                honoursIfMatch(),
                answers304(),
                leavesTheVersionOfANoOp(),
                vacatesThePrimaryPlace(),
                mirrorsACompany(),
                unlinksOnRemovalOfACompany(),
                customersAreCompanies(),
                keepsNumbersExact(),
                readsDepartmentsWithSlashes());
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
                .answers(201)
                .keep("id", "zoe")
                .get("contacts/{zoe}")
                .with("name", "Zoë Müller-Ångström 李小龍 😀")
                .with("localName", "Ζωή")
                .get("contacts?search=zoe%20muller")
                .with("data[0].id", "{zoe}");
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
                .faulting("metadata", "customFields");
    }

    private static Scenario refusesATakenCode() {
        return scenario("refuses a code that is taken, and says by whom")
                .post("contacts", "{\"name\": \"Ada\", \"code\": \"A-1\"}")
                .answers(201)
                .keep("id", "ada")
                .post("contacts", "{\"name\": \"Grace\", \"code\": \"A-1\"}")
                .answers(409)
                .with("error", "DUPLICATE_CODE")
                .with("existingId", "{ada}");
    }

    private static Scenario refusesAReportingCycle() {
        return ada("refuses a reporting cycle and an unknown manager")
                .post("contacts", "{\"name\": \"Grace\", \"metadata\": {\"reportsTo\": \"{ada}\"}}")
                .answers(201)
                .keep("id", "grace")
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

    private static Scenario honoursIfMatch() {
        return ada("changes only the version that If-Match names")
                .patch("contacts/{ada}", "{\"notes\": \"1\"}")
                .sending("If-Match", "\"7\", \"1\"")
                .with("version", "2")
                .patch("contacts/{ada}", "{\"notes\": \"2\"}")
                .sending("If-Match", "\"1\"")
                .answers(412)
                .with("error", "PRECONDITION_FAILED")
                .patch("contacts/{ada}", "{\"notes\": \"2\"}")
                .sending("If-Match", "W/\"2\"")
                .answers(412)
                .patch("contacts/{ada}", "{\"notes\": \"2\"}")
                .sending("If-Match", "2")
                .answers(400)
                .faulting("If-Match")
                .patch("contacts/{ada}", "{\"notes\": \"2\"}")
                .sending("If-Match", "\"2-gzip\"")
                .with("version", "3")
                .delete("contacts/{ada}")
                .sending("If-Match", "\"2\"")
                .answers(412)
                .delete("contacts/{ada}")
                .sending("If-Match", "*")
                .answers(204);
    }

    private static Scenario answers304() {
        return ada("answers 304 to whoever has the version")
                .get("contacts/{ada}")
                .sending("If-None-Match", "\"9\", W/\"1\"")
                .answers(304)
                .withHeader("ETag", "\"1\"")
                .get("contacts/{ada}")
                .sending("If-None-Match", "\"2\"")
                .answers(200);
    }

    private static Scenario leavesTheVersionOfANoOp() {
        return ada("leaves the version of a change that changes nothing")
                .put("contacts/{ada}", "{}")
                .with("version", "1")
                .put("contacts/{ada}", "{\"displayName\": \"Ada\"}")
                .with("version", "1");
    }

    private static Scenario vacatesThePrimaryPlace() {
        return scenario("a primary contact that moves leaves its place")
                .post("companies", "{\"name\": \"Acme\"}")
                .answers(201)
                .keep("id", "acme")
                .post("contacts", "{\"name\": \"Ada\", \"parentEntityId\": \"{acme}\"}")
                .answers(201)
                .keep("id", "ada")
                .post("contacts/{ada}/set-primary/{acme}", "")
                .patch("contacts/{ada}", "{\"parentEntityId\": null}")
                .with("parentEntityId", null)
                .get("companies/{acme}")
                .with("primaryContactId", null);
    }

    private static Scenario mirrorsACompany() {
        return scenario("creates a company under the id its host gives it")
                .put("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"name\": \"Acme\"}")
                .sending("If-Match", "*")
                .answers(412)
                .put("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"name\": \"Acme\"}")
                .answers(201)
                .withHeader("Location", "/api/v1/companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a")
                .put("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"phone\": \"1\"}")
                .sending("If-Match", "*")
                .with("name", "Acme")
                .with("phone", "1")
                .put("companies/not-an-id", "{\"name\": \"Acme\"}")
                .answers(404)
                .with("error", "COMPANY_NOT_FOUND");
    }

    private static Scenario unlinksOnRemovalOfACompany() {
        return scenario("contacts outlive their company and keep its name")
                .post("companies", "{\"name\": \"Acme\"}")
                .answers(201)
                .keep("id", "acme")
                .post("contacts", "{\"name\": \"Ada\", \"parentEntityId\": \"{acme}\"}")
                .answers(201)
                .keep("id", "ada")
                .delete("companies/{acme}")
                .answers(204)
                .get("contacts/{ada}")
                .with("parentEntityId", null)
                .with("company", "Acme");
    }

    private static Scenario customersAreCompanies() {
        return scenario("customers is another name for companies")
                .post("customers", "{\"name\": \"Acme\", \"code\": \"C1\"}")
                .answers(201)
                .keep("id", "acme")
                .withHeader("Location", "/api/v1/customers/{acme}")
                .patch("customers/{acme}", "{\"taxId\": \"T\"}")
                .with("taxId", "T")
                .get("companies?q=acm")
                .with("data[0].id", "{acme}")
                .with("total", "1")
                .post("companies", "{\"name\": \"Other\", \"code\": \"C1\"}")
                .answers(409)
                .with("existingId", "{acme}")
                .delete("customers/{acme}")
                .answers(204)
                .get("customers/{acme}")
                .answers(404);
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
