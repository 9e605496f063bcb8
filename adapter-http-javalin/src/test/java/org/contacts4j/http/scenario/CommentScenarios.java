package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for comments on contacts. */
final class CommentScenarios {

    private CommentScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                writesAndEdits(),
                listsTheNewestFirst(),
                findsMentions(),
                removesOnce(),
                keepsToTheContact(),
                goesWithTheContact(),
                refusesWhatIsNoText());
    }

    private static Scenario ada(String name) {
        return scenario(name).post("contacts", "{\"name\": \"Ada Lovelace\"}").makes("ada");
    }

    private static Scenario writesAndEdits() {
        return ada("writes about a contact and edits it")
                .get("contacts/{ada}/comments")
                .with("data", "[]")
                .with("total", "0")
                .post("contacts/{ada}/comments", "{\"text\": \" Called.\\n😀 \", \"createdBy\": \"eve\", \"id\": 7}")
                .makes("comment")
                .with("text", " Called.\n😀 ")
                .with("contactId", "{ada}")
                .with("createdBy", "ada")
                .with("editedAt", null)
                .with("editedBy", null)
                .patch("contacts/{ada}/comments/{comment}", "{\"text\": \"Called twice.\"}")
                .with("id", "{comment}")
                .with("text", "Called twice.")
                .with("editedBy", "ada")
                .get("contacts/{ada}/comments")
                .with("data[0].text", "Called twice.")
                .with("data[0].editedBy", "ada")
                .get("contacts/{ada}")
                .with("version", "1");
    }

    private static Scenario listsTheNewestFirst() {
        return ada("lists comments the newest first, page by page")
                .post("contacts/{ada}/comments", "{\"text\": \"one\"}")
                .answers(201)
                .post("contacts/{ada}/comments", "{\"text\": \"two\"}")
                .answers(201)
                .post("contacts/{ada}/comments", "{\"text\": \"three\"}")
                .answers(201)
                .get("contacts/{ada}/comments?limit=2")
                .with("data[0].text", "three")
                .with("data[1].text", "two")
                .with("total", "3")
                .with("totalPages", "2")
                .keep("nextCursor", "cursor")
                .get("contacts/{ada}/comments?limit=2&cursor={cursor}")
                .with("data[0].text", "one")
                .with("nextCursor", null)
                .get("contacts/{ada}/comments?limit=2&page=2")
                .with("data[0].text", "one")
                .get("contacts/{ada}/comments?limit=0&page=x")
                .answers(400)
                .faulting("limit", "page");
    }

    private static Scenario findsMentions() {
        return ada("finds whom a comment speaks to")
                .post(
                        "contacts/{ada}/comments",
                        "{\"text\": \"@bo.lee, (@cy) @[auth0|12 3] ask x@example.org or @bo.lee. @di@example.org! @\"}")
                .answers(201)
                .with("mentions", "[\"bo.lee\",\"cy\",\"auth0|12 3\",\"di@example.org\"]");
    }

    private static Scenario removesOnce() {
        return ada("removes a comment once")
                .post("contacts/{ada}/comments", "{\"text\": \"one\"}")
                .makes("comment")
                .delete("contacts/{ada}/comments/{comment}")
                .answers(204)
                .delete("contacts/{ada}/comments/{comment}")
                .answers(404)
                .with("error", "NOT_FOUND")
                .patch("contacts/{ada}/comments/{comment}", "{\"text\": \"two\"}")
                .answers(404);
    }

    private static Scenario keepsToTheContact() {
        return ada("finds a comment at its own contact only")
                .post("contacts/{ada}/comments", "{\"text\": \"one\"}")
                .makes("comment")
                .post("contacts", "{\"name\": \"Grace\"}")
                .makes("grace")
                .patch("contacts/{grace}/comments/{comment}", "{\"text\": \"two\"}")
                .answers(404)
                .delete("contacts/{grace}/comments/{comment}")
                .answers(404)
                .get("contacts/{ada}/comments")
                .with("data[0].text", "one");
    }

    private static Scenario goesWithTheContact() {
        return ada("comments go with their contact")
                .post("contacts/{ada}/comments", "{\"text\": \"one\"}")
                .answers(201)
                .delete("contacts/{ada}")
                .answers(204)
                .get("contacts/{ada}/comments")
                .answers(404)
                .with("error", "CONTACT_NOT_FOUND")
                .post("contacts/{ada}/comments", "{\"text\": \"two\"}")
                .answers(404);
    }

    private static Scenario refusesWhatIsNoText() {
        return ada("refuses a comment without words")
                .post("contacts/{ada}/comments", "{\"text\": \" \\n\"}")
                .answers(400)
                .faulting("text")
                .post("contacts/{ada}/comments", "{\"text\": [\"one\"]}")
                .answers(400)
                .faulting("text")
                .post("contacts/{ada}/comments", "{}")
                .answers(400)
                .faulting("text")
                .post("contacts/{ada}/comments", "{\"text\": \"" + "x".repeat(20_001) + "\"}")
                .answers(400)
                .faulting("text")
                .post("contacts/{ada}/comments", "{\"text\": \"\\u0000\"}")
                .answers(400)
                .faulting("text");
    }
}
