package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.BottleCrmContact.ADA;
import static org.contacts4j.http.scenario.BottleCrmContact.ada;
import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/**
 * Scenarios for BottleCRM's dialect beyond the examples of BottleCRM's API guide: member names, forms of bodies, and
 * members for BottleCRM's clients.
 */
final class BottleCrmScenarios {

    private static final String FORM = "application/x-www-form-urlencoded";

    private BottleCrmScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                aliases(),
                theGuidesNameWins(),
                unsetTextsAreNull(),
                productFields(),
                clears(),
                forms(),
                multipart(),
                idsInEveryForm(),
                withAndWithoutASlash(),
                productMode(),
                answersOfWriting(),
                onlyASecondaryEmail(),
                longNames(),
                withoutABody(),
                readsWhatTheCanonicalApiMade(),
                isReadByTheCanonicalApi());
    }

    private static Scenario aliases() {
        return scenario("takes and shows members by the product's names too")
                .post("/api/contacts/", """
                        {"first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.org", "phone": "+44 20 1",
                         "title": "Countess"}
                        """)
                .answers(201)
                .keep("created_on", "created")
                .with("primary_email", "ada@example.org")
                .with("email", "ada@example.org")
                .with("mobile_number", "+44 20 1")
                .with("phone", "+44 20 1")
                .with("designation", "Countess")
                .with("title", "Countess")
                .with("created_at", "{created}");
    }

    private static Scenario theGuidesNameWins() {
        return scenario("the guide's name wins over the product's")
                .post("/api/contacts/", """
                        {"first_name": "Ada", "last_name": "Lovelace", "email": "no@example.org",
                         "primary_email": "ada@example.org", "phone": "0", "mobile_number": "1", "title": "None",
                         "designation": "Countess"}
                        """)
                .answers(201)
                .with("email", "ada@example.org")
                .with("phone", "1")
                .with("title", "Countess");
    }

    private static Scenario unsetTextsAreNull() {
        Scenario scenario = ada("unset texts are null").get("/api/contacts/{ada}/");
        for (String member : BottleCrmContact.textsAnd(
                "primary_email",
                "email",
                "secondary_email",
                "mobile_number",
                "phone",
                "title",
                "secondary_number",
                "description")) {
            scenario.with("contact_obj." + member, null);
        }
        return scenario.with("contact_obj.assigned_to", "[]")
                .with("contact_obj.teams", "[]")
                .with("contact_obj.do_not_call", "false")
                .with("contact_obj.is_active", "true")
                .with("address_obj.city", null);
    }

    private static Scenario productFields() {
        return scenario("keeps and shows the product's further fields")
                .post("/api/contacts/", """
                        {"first_name": "Ada", "last_name": "Lovelace", "salutation": "Ms", "secondary_number": "2",
                         "language": "en", "do_not_call": true, "description": "First of all", "linked_in_url": "in/ada",
                         "linkedin_url": "https://linkedin.com/in/ada", "facebook_url": "fb", "twitter_username": "@ada",
                         "date_of_birth": "1815-12-10", "is_active": false, "unknown": "ignored", "id": "mine",
                         "org": "mine", "created_by": "mine", "created_on": "1815-12-10"}
                        """)
                .makes("ada")
                .with("salutation", "Ms")
                .with("secondary_number", "2")
                .with("mobile_number", null)
                .with("language", "en")
                .with("do_not_call", "true")
                .with("description", "First of all")
                .with("linked_in_url", "in/ada")
                .with("linkedin_url", "https://linkedin.com/in/ada")
                .with("facebook_url", "fb")
                .with("twitter_username", "@ada")
                .with("date_of_birth", "1815-12-10")
                .with("is_active", "false")
                .with("created_by", "ada")
                .get("contacts/{ada}")
                .with("extensions", """
                        {"linked_in_url":"in/ada","linkedin_url":"https://linkedin.com/in/ada","facebook_url":"fb",\
                        "twitter_username":"@ada","date_of_birth":"1815-12-10"}""")
                .with("status", "inactive");
    }

    private static Scenario clears() {
        return scenario("null clears what is optional, and so does an empty text")
                .post("/api/contacts/", """
                        {"first_name": "Ada", "last_name": "Lovelace", "primary_email": "a@example.org",
                         "secondary_email": "b@example.org", "mobile_number": "1", "city": "London", "state": "LDN",
                         "linkedin_url": "in/ada", "twitter_username": "@ada", "assigned_to": ["u"], "teams": ["t"]}
                        """)
                .makes("ada")
                .patch("/api/contacts/{ada}/", """
                        {"secondary_email": "", "mobile_number": null, "city": null, "linkedin_url": null, "teams": []}
                        """)
                .with("primary_email", "a@example.org")
                .with("secondary_email", null)
                .with("mobile_number", null)
                .with("city", null)
                .with("state", "LDN")
                .with("linkedin_url", null)
                .with("twitter_username", "@ada")
                .with("assigned_to", "[\"u\"]")
                .with("teams", "[]")
                .put("/api/contacts/{ada}/", "{\"primary_email\": null, \"assigned_to\": null}")
                .with("primary_email", null)
                .with("assigned_to", "[]");
    }

    private static Scenario forms() {
        return scenario("takes forms")
                .post(
                        "/api/contacts/",
                        "first_name=J%C3%BCrgen+&last_name=M%26M&city=New+York&do_not_call=on&postcode=02101"
                                + "&assigned_to=u1&assigned_to=u2&teams=%5B%22t1%22%2C+%22t2%22%5D&secondary_email=")
                .sending("Content-Type", FORM)
                .makes("ada")
                .with("first_name", "Jürgen")
                .with("last_name", "M&M")
                .with("city", "New York")
                .with("do_not_call", "true")
                .with("postcode", "02101")
                .with("assigned_to", "[\"u1\",\"u2\"]")
                .with("teams", "[\"t1\",\"t2\"]")
                .with("secondary_email", null)
                .put("/api/contacts/{ada}", "assigned_to=&is_active=false")
                .sending("Content-Type", FORM + "; charset=UTF-8")
                .with("assigned_to", "[]")
                .with("is_active", "false")
                .with("first_name", "Jürgen");
    }

    private static Scenario multipart() {
        return scenario("takes forms in parts")
                .post("/api/contacts/", """
                        --cut\r
                        Content-Disposition: form-data; name="first_name"\r
                        \r
                        Zoë\r
                        --cut\r
                        Content-Disposition: form-data; name="last_name"\r
                        \r
                        Doe\r
                        --cut\r
                        Content-Disposition: form-data; name="assigned_to"\r
                        \r
                        u1\r
                        --cut\r
                        Content-Disposition: form-data; name="assigned_to"\r
                        \r
                        u2\r
                        --cut--\r
                        """)
                .sending("Content-Type", "multipart/form-data; boundary=cut")
                .makes("zoe")
                .with("first_name", "Zoë")
                .with("assigned_to", "[\"u1\",\"u2\"]")
                .patch("/api/contacts/{zoe}/", """
                        --cut\r
                        Content-Disposition: form-data; name="city"\r
                        \r
                        Paris\r
                        --cut--\r
                        """)
                .sending("Content-Type", "multipart/form-data; boundary=cut")
                .with("city", "Paris");
    }

    private static Scenario idsInEveryForm() {
        Scenario scenario = ada("takes ids as a list, as text, alone, and as objects");
        for (String ids : List.of(
                "[\"u1\", \"u2\"]",
                "\"[\\\"u1\\\", \\\"u2\\\"]\"",
                "[{\"id\": \"u1\", \"user__email\": \"x\"}, {\"id\": \"u2\"}]",
                "[\"u1\", \"u2\", \"u1\"]")) {
            scenario.put("/api/contacts/{ada}/", "{\"assigned_to\": " + ids + ", \"teams\": " + ids + "}")
                    .with("assigned_to", "[\"u1\",\"u2\"]")
                    .with("teams", "[\"u1\",\"u2\"]")
                    .put("/api/contacts/{ada}/", "{\"assigned_to\": [], \"teams\": []}")
                    .with("assigned_to", "[]");
        }
        return scenario.put("/api/contacts/{ada}/", "{\"assigned_to\": \"u1\", \"teams\": 7}")
                .with("assigned_to", "[\"u1\"]")
                .with("teams", "[\"7\"]");
    }

    private static Scenario withAndWithoutASlash() {
        return scenario("answers with a slash at the end and without")
                .post("/api/contacts", ADA)
                .makes("ada")
                .get("/api/contacts")
                .with("count", "1")
                .get("/api/contacts/{ada}")
                .with("contact_obj.id", "{ada}")
                .patch("/api/contacts/{ada}", "{\"city\": \"London\"}")
                .with("city", "London")
                .delete("/api/contacts/{ada}")
                .answers(204);
    }

    private static Scenario productMode() {
        return scenario("answers the classic web client with 200 and JSON")
                .post("/api/contacts/", ADA)
                .answers(201)
                .keep("org", "org")
                .post("/api/contacts/", ADA)
                .sending("org", "{org}")
                .answers(200)
                .keep("id", "ada")
                .delete("/api/contacts/{ada}/")
                .sending("org", "{org}")
                .answers(200)
                .with("error", "false")
                .with("message", "Contact Deleted Successfully.");
    }

    private static Scenario answersOfWriting() {
        return scenario("says what was done, as the product spells it")
                .post("/api/contacts/", ADA)
                .makes("ada")
                .with("error", "false")
                .with("message", "Contact created Successfuly")
                .put("/api/contacts/{ada}/", "{}")
                .with("error", "false")
                .with("message", "Contact Updated Successfully")
                .with("first_name", "Ada");
    }

    private static Scenario onlyASecondaryEmail() {
        return scenario("a secondary e-mail or number alone stays the secondary one")
                .post("/api/contacts/", """
                        {"first_name": "Ada", "last_name": "Lovelace", "secondary_email": "b@example.org",
                         "secondary_number": "2"}
                        """)
                .makes("ada")
                .with("primary_email", null)
                .with("secondary_email", "b@example.org")
                .with("mobile_number", null)
                .with("secondary_number", "2")
                .put("/api/contacts/{ada}/", "{\"primary_email\": \"a@example.org\", \"mobile_number\": \"1\"}")
                .with("primary_email", "a@example.org")
                .with("secondary_email", "b@example.org")
                .with("mobile_number", "1")
                .with("secondary_number", "2");
    }

    private static Scenario longNames() {
        String long255 = "x".repeat(255);
        return scenario("both parts of a name may have 255 characters")
                .post("/api/contacts/", "{\"first_name\": \"" + long255 + "\", \"last_name\": \"" + long255 + "\"}")
                .answers(201)
                .with("first_name", long255)
                .with("last_name", long255);
    }

    private static Scenario withoutABody() {
        return ada("no body at all changes nothing, and makes nothing")
                .call("PUT", "/api/contacts/{ada}/", null)
                .with("first_name", "Ada")
                .call("POST", "/api/contacts/", null)
                .answers(400)
                .with("errors.first_name[0]", "This field is required.");
    }

    private static Scenario readsWhatTheCanonicalApiMade() {
        return scenario("shows what was made through the canonical API")
                .post("contacts", """
                        {"name": "Ada King Lovelace", "emails": [{"address": "a@example.org", "label": "work"},
                         {"address": "b@example.org", "label": "Secondary"}], "address": {"countryCode": "GB"},
                         "metadata": {"workPhone": "1"}, "status": "archived"}
                        """)
                .makes("ada")
                .get("/api/contacts/{ada}/")
                .with("contact_obj.first_name", "Ada King")
                .with("contact_obj.last_name", "Lovelace")
                .with("contact_obj.primary_email", "a@example.org")
                .with("contact_obj.secondary_email", "b@example.org")
                .with("contact_obj.mobile_number", "1")
                .with("contact_obj.country", "GB")
                .with("contact_obj.is_active", "false")
                .post("contacts", "{\"name\": \"Zoë\"}")
                .makes("zoe")
                .get("/api/contacts/{zoe}/")
                .with("contact_obj.first_name", "Zoë")
                .with("contact_obj.last_name", null);
    }

    private static Scenario isReadByTheCanonicalApi() {
        return scenario("is read whole through the canonical API")
                .post("/api/contacts/", """
                        {"first_name": "Ada", "last_name": "Lovelace", "primary_email": "a@example.org",
                         "secondary_email": "b@example.org", "mobile_number": "1", "secondary_number": "2",
                         "organization": "Engines", "department": "Research", "designation": "Countess",
                         "address_line": "12 St James's Square", "street": "Floor 2", "city": "London", "state": "LDN",
                         "postcode": "SW1", "country": "England", "assigned_to": ["u"], "teams": ["t"]}
                        """)
                .makes("ada")
                .get("contacts/{ada}")
                .with("name", "Ada Lovelace")
                .with("firstName", "Ada")
                .with("lastName", "Lovelace")
                .with("email", "a@example.org")
                .with("emails[1].address", "b@example.org")
                .with("emails[1].label", "secondary")
                .with("phone", "1")
                .with("phones[1].number", "2")
                .with("company", "Engines")
                .with("metadata.department", "Research")
                .with("metadata.title", "Countess")
                .with("address.line1", "12 St James's Square")
                .with("address.line2", "Floor 2")
                .with("address.city", "London")
                .with("address.stateProvince", "LDN")
                .with("address.postalCode", "SW1")
                .with("address.country", "England")
                .with("assignedTo", "[\"u\"]")
                .with("teams", "[\"t\"]");
    }
}
