package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/**
 * Scenarios for Repzo's dialect beyond the examples of Repzo's API page: defaults, stored and cleared members, and
 * contacts shared with other APIs.
 */
final class RepzoScenarios {

    private static final String ADA = "{\"name\": \"Ada\"}";

    private RepzoScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                setByItself(),
                changesOnlyWhatIsSent(),
                ignoresWhatIsNotTheirs(),
                replacesMetadata(),
                clears(),
                keepsMedia(),
                secondPhoneAlone(),
                disables(),
                arabicEverywhere(),
                isReadByTheOthers(),
                readsWhatTheOthersMade(),
                deletesOnce());
    }

    private static Scenario ada(String name) {
        return scenario(name).post("/client-contact", ADA).answers(201).keep("data._id", "ada");
    }

    private static Scenario setByItself() {
        return ada("sets what nobody sent, and leaves out what is unset")
                .keep("data.company_namespace[0]", "organization")
                .keep("data.createdAt", "then")
                .get("contacts/{ada}")
                .with("organizationId", "{organization}")
                .get("/client-contact/{ada}")
                .with("data", """
                        {"_id":"{ada}","creator":{"_id":"ada","username":"ada","name":"ada","type":"rep"},"name":"Ada",\
                        "disabled":false,"company_namespace":["{organization}"],"createdAt":"{then}",\
                        "updatedAt":"{then}","__v":0}""");
    }

    private static Scenario changesOnlyWhatIsSent() {
        return scenario("keeps what is not sent")
                .post("/client-contact", """
                        {"name": "Ada", "title": "Countess", "phone1": "1", "phone2": "2", "media": ["a"],
                         "integration_meta": {"a": 1}, "company_namespace": ["x", "y"]}
                        """)
                .answers(201)
                .keep("data._id", "ada")
                .put("/client-contact/{ada}", "{\"phone2\": \"3\"}")
                .with("data.name", "Ada")
                .with("data.title", "Countess")
                .with("data.phone1", "1")
                .with("data.phone2", "3")
                .with("data.media", "[\"a\"]")
                .with("data.integration_meta", "{\"a\":1}")
                .with("data.company_namespace", "[\"x\",\"y\"]")
                .keep("data.updatedAt", "now")
                .put("/client-contact/{ada}", "{}")
                .with("data.updatedAt", "{now}")
                .put("/client-contact/{ada}", "{\"name\": \"Ada\", \"media\": [\"a\"], \"disabled\": false}")
                .with("data.updatedAt", "{now}");
    }

    private static Scenario ignoresWhatIsNotTheirs() {
        return ada("ignores unknown members and those that the server sets")
                .put("/client-contact/{ada}", """
                        {"_id": "mine", "createdAt": 7, "updatedAt": null, "__v": "x", "unknown": {"a": 1},
                         "organizationId": "other", "title": "T"}
                        """)
                .with("data._id", "{ada}")
                .with("data.__v", "0")
                .with("data.title", "T");
    }

    private static Scenario replacesMetadata() {
        return ada("replaces integration_meta as a whole")
                .put("/client-contact/{ada}", "{\"integration_meta\": {\"a\": {\"b\": [1, null]}, \"c\": null}}")
                .with("data.integration_meta.a.b[0]", "1")
                .with("data.integration_meta.a.b[1]", null)
                .with("data.integration_meta.c", null)
                .put("/client-contact/{ada}", "{\"integration_meta\": {\"d\": 1.5}}")
                .with("data.integration_meta", "{\"d\":1.5}")
                .put("/client-contact/{ada}", "{\"integration_meta\": {}}")
                .with("data.integration_meta", "{}");
    }

    private static Scenario clears() {
        return scenario("null clears what is optional, and so does an empty text")
                .post("/client-contact", """
                        {"name": "Ada", "local_name": "آدا", "phone1": "1", "phone2": "2", "email": "a@example.org",
                         "title": "T", "extra_info": "E", "disabled": true, "media": ["m"], "cover_photo": "c",
                         "integration_meta": {"a": 1}, "company_namespace": ["x"],
                         "creator": {"_id": "7", "type": "client"}, "editor": {"_id": "7", "type": "rep"}}
                        """)
                .answers(201)
                .keep("data._id", "ada")
                .keep("data.createdAt", "then")
                .put("/client-contact/{ada}", """
                        {"local_name": null, "phone1": "", "phone2": null, "email": "", "title": null, "extra_info": "",
                         "disabled": null, "media": null, "cover_photo": "", "integration_meta": null,
                         "company_namespace": null, "creator": null, "editor": null}
                        """)
                .keep("data.company_namespace[0]", "organization")
                .keep("data.updatedAt", "now")
                .with("data", """
                        {"_id":"{ada}","creator":{"_id":"ada","username":"ada","name":"ada","type":"rep"},"name":"Ada",\
                        "disabled":false,"company_namespace":["{organization}"],"createdAt":"{then}",\
                        "updatedAt":"{now}","__v":0}""");
    }

    private static Scenario keepsMedia() {
        return ada("keeps lists as they are given, also empty ones")
                .put("/client-contact/{ada}", """
                        {"media": ["https://example.org/a.png", ""], "cover_photo": "https://example.org/c.png",
                         "company_namespace": []}
                        """)
                .with("data.media", "[\"https://example.org/a.png\",\"\"]")
                .with("data.cover_photo", "https://example.org/c.png")
                .with("data.company_namespace", "[]")
                .put("/client-contact/{ada}", "{\"media\": []}")
                .with("data.media", "[]");
    }

    private static Scenario secondPhoneAlone() {
        return scenario("a second phone alone is no first one")
                .post("/client-contact", "{\"name\": \"Ada\", \"phone2\": \"2\"}")
                .answers(201)
                .keep("data._id", "ada")
                .keep("data.company_namespace[0]", "organization")
                .keep("data.createdAt", "then")
                .with("data", """
                        {"_id":"{ada}","creator":{"_id":"ada","username":"ada","name":"ada","type":"rep"},"name":"Ada",\
                        "phone2":"2","disabled":false,"company_namespace":["{organization}"],"createdAt":"{then}","updatedAt":"{then}","__v":0}""");
    }

    private static Scenario disables() {
        return ada("disabled contacts are inactive, and listed")
                .put("/client-contact/{ada}", "{\"disabled\": true}")
                .with("data.disabled", "true")
                .get("contacts/{ada}")
                .with("status", "inactive")
                .get("/client-contact")
                .with("data[0].disabled", "true")
                .patch("contacts/{ada}", "{\"status\": \"archived\"}")
                .put("/client-contact/{ada}", "{\"disabled\": true}")
                .get("contacts/{ada}")
                .with("status", "archived")
                .put("/client-contact/{ada}", "{\"disabled\": false}")
                .get("contacts/{ada}")
                .with("status", "active");
    }

    private static Scenario arabicEverywhere() {
        String name = "محمّد \u200fعبد الله ٱلْعَرَبِيّ";
        return scenario("Arabic comes back as it was sent, vowel signs and all")
                .post("/client-contact", """
                        {"name": "%1$s", "local_name": "%1$s", "title": "%1$s", "media": ["%1$s"],
                         "integration_meta": {"%1$s": "%1$s"}}
                        """.formatted(name))
                .answers(201)
                .keep("data._id", "ada")
                .get("/client-contact/{ada}")
                .with("data.name", name)
                .with("data.local_name", name)
                .with("data.title", name)
                .with("data.media[0]", name)
                .with("data.integration_meta." + name, name)
                .get("contacts/{ada}")
                .with("localName", name);
    }

    private static Scenario isReadByTheOthers() {
        return scenario("what was made here is read by the other APIs")
                .post("/client-contact", """
                        {"name": "Ada Lovelace", "local_name": "آدا", "phone1": "1", "phone2": "2", "email": "a@example.org",
                         "title": "Countess", "extra_info": "First of all", "disabled": true}
                        """)
                .answers(201)
                .keep("data._id", "ada")
                .get("contacts/{ada}")
                .with("name", "Ada Lovelace")
                .with("localName", "آدا")
                .with("phone", "1")
                .with("phones[1].label", "secondary")
                .with("phones[1].number", "2")
                .with("email", "a@example.org")
                .with("metadata.title", "Countess")
                .with("description", "First of all")
                .with("isActive", "false")
                .get("/api/contacts/{ada}/")
                .with("contact_obj.first_name", "Ada")
                .with("contact_obj.last_name", "Lovelace")
                .with("contact_obj.mobile_number", "1")
                .with("contact_obj.secondary_number", "2")
                .with("contact_obj.description", "First of all")
                .with("contact_obj.is_active", "false");
    }

    private static Scenario readsWhatTheOthersMade() {
        return scenario("reads what the other APIs made, whatever they keep beside it")
                .post(
                        "/api/contacts/",
                        "{\"first_name\": \"Ada\", \"last_name\": \"Lovelace\", \"description\": \"D\"}")
                .makes("ada")
                .patch("contacts/{ada}", """
                        {"extensions": {"creator": "x", "editor": [], "media": {}, "cover_photo": 7, "integration_meta": 1,
                                        "company_namespace": "y", "other": true}}
                        """)
                .keep("createdAt", "then")
                .keep("updatedAt", "now")
                .keep("organizationId", "organization")
                .get("/client-contact/{ada}")
                .with("data", """
                        {"_id":"{ada}","creator":{"_id":"ada","username":"ada","name":"ada","type":"rep"},\
                        "name":"Ada Lovelace","extra_info":"D","disabled":false,"company_namespace":["{organization}"],\
                        "createdAt":"{then}","updatedAt":"{now}","__v":0}""")
                .put("/client-contact/{ada}", "{\"name\": \" \"}")
                .answers(400)
                .with("error", "Invalid request parameters: name is required");
    }

    private static Scenario deletesOnce() {
        return ada("deletes for good")
                .delete("/client-contact/{ada}")
                .with("data.name", "Ada")
                .delete("/client-contact/{ada}")
                .answers(404)
                .with("error", "Client contact not found")
                .get("contacts/{ada}")
                .answers(404);
    }
}
