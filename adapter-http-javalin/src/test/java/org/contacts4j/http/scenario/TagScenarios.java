package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for tags and for contacts that have them. */
final class TagScenarios {

    private TagScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(createsOnce(), takesEveryForm(), refusesWhatIsNoTag(), removesFromAContact(), removesFromAll());
    }

    private static Scenario createsOnce() {
        return scenario("creates a tag once, whatever its case")
                .post("tags", "{\"name\": \" VIP \"}")
                .makes("vip")
                .with("name", "VIP")
                .with("contactCount", "0")
                .post("tags", "{\"name\": \"vip\"}")
                .with("id", "{vip}")
                .with("name", "VIP")
                .post("contacts", "{\"name\": \"Ada\", \"tags\": [\"Vip\", \"lead\"]}")
                .answers(201)
                .get("tags")
                .with("data[0].name", "lead")
                .with("data[1].id", "{vip}")
                .with("data[1].contactCount", "1")
                .with("truncated", "false");
    }

    private static Scenario takesEveryForm() {
        return scenario("adds tags in any of four forms")
                .post("contacts", "{\"name\": \"Ada\"}")
                .makes("ada")
                .post("contacts/{ada}/tags", "{\"tags\": [\"a\", \"A\", \"b\"]}")
                .with("tags", "[\"a\",\"b\"]")
                .withHeader("ETag", "\"2\"")
                .post("contacts/{ada}/tags", "{\"tag\": \"c\"}")
                .with("tags[2]", "c")
                .post("contacts/{ada}/tags", "{\"name\": \"d\"}")
                .with("tags[3]", "d")
                .post("contacts/{ada}/tags", "[\"e\", \"B\"]")
                .sending("If-Match", "\"4\"")
                .with("tags", "[\"a\",\"b\",\"c\",\"d\",\"e\"]")
                .with("version", "5")
                .post("contacts/{ada}/tags", "[\"E\"]")
                .with("version", "5")
                .post("contacts/{ada}/tags", "[\"f\"]")
                .sending("If-Match", "\"4\"")
                .answers(412);
    }

    private static Scenario refusesWhatIsNoTag() {
        return scenario("refuses what is no tag")
                .post("contacts", "{\"name\": \"Ada\"}")
                .makes("ada")
                .post("contacts/{ada}/tags", "{}")
                .answers(400)
                .faulting("tags")
                .post("contacts/{ada}/tags", "\"vip\"")
                .answers(400)
                .faulting("body")
                .post("contacts/{ada}/tags", "null")
                .answers(400)
                .faulting("body")
                .post("contacts/{ada}/tags", "{\"tags\": [1, \"b\", null], \"tag\": {}, \"name\": []}")
                .answers(400)
                .faulting("tags[0]", "tags[2]", "tag", "name")
                .post("contacts/{ada}/tags", "[\" \", \"\\u0000\"]")
                .answers(400)
                .faulting("tags[0]", "tags[1]")
                .post("contacts/nobody/tags", "[\"a\"]")
                .answers(404)
                .with("error", "CONTACT_NOT_FOUND")
                .post("tags", "{}")
                .answers(400)
                .faulting("name")
                .post("tags", "{\"name\": 5}")
                .answers(400)
                .faulting("name")
                .post("tags", "{\"name\": \"  \"}")
                .answers(400)
                .faulting("name");
    }

    private static Scenario removesFromAContact() {
        return scenario("removes a tag with a slash from a contact")
                .post("contacts", "{\"name\": \"Ada\", \"tags\": [\"R&D / Öl\", \"b\", \"c++\"]}")
                .makes("ada")
                .delete("contacts/{ada}/tags/r%26d%20%2F%20%C3%B6l")
                .sending("If-Match", "\"7\"")
                .answers(412)
                .delete("contacts/{ada}/tags/r%26d%20%2F%20%C3%B6l")
                .answers(204)
                .delete("contacts/{ada}/tags/c++")
                .answers(204)
                .delete("contacts/{ada}/tags/unknown")
                .answers(204)
                .get("contacts/{ada}")
                .with("tags", "[\"b\"]")
                .with("version", "3")
                .delete("contacts/nobody/tags/b")
                .answers(404)
                .with("error", "CONTACT_NOT_FOUND")
                .get("tags")
                .with("data[2].name", "R&D / Öl")
                .with("data[2].contactCount", "0");
    }

    private static Scenario removesFromAll() {
        return scenario("a tag that is deleted is gone from contacts too")
                .post("contacts", "{\"name\": \"Ada\", \"tags\": [\"vip\", \"b\"]}")
                .makes("ada")
                .post("tags", "{\"name\": \"vip\"}")
                .with("contactCount", "1")
                .keep("id", "vip")
                .delete("tags/{vip}")
                .answers(204)
                .get("contacts/{ada}")
                .with("tags", "[\"b\"]")
                .with("version", "2")
                .get("contacts?tag=vip")
                .with("total", "0")
                .delete("tags/{vip}")
                .answers(404)
                .with("error", "NOT_FOUND")
                .delete("tags/x")
                .answers(404);
    }
}
