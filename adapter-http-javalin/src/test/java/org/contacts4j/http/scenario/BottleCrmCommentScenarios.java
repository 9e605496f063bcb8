package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.BottleCrmContact.ada;
import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;
import java.util.UUID;

/** Scenarios for comments, attachments and other records of a contact in BottleCRM's dialect. */
final class BottleCrmCommentScenarios {

    private static final String MULTIPART = "multipart/form-data; boundary=cut";

    private BottleCrmCommentScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                bothAtOnce(),
                neither(),
                edits(),
                deletesInProductMode(),
                createsWithAFile(),
                goesWithTheContact(),
                showsWhatIsLinked(),
                namesMembers(),
                unknownIds());
    }

    private static String form(String... parts) {
        return String.join("", parts) + "--cut--\r\n";
    }

    private static String file(String field, String name, String content) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: text/html\r\n\r\n" + content + "\r\n";
    }

    private static String field(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static Scenario bothAtOnce() {
        return ada("takes a comment and a file at once, under either name, and shows the newest first")
                .post("/api/contacts/{ada}/", "{\"comment\": \"First\"}")
                .with("error", "false")
                .with("contact_obj.id", "{ada}")
                .with("attachments", "[]")
                .post(
                        "/api/contacts/{ada}/",
                        form(field("comment", "Second"), file("contact_attachment", "1.txt", "1")))
                .sending("Content-Type", MULTIPART)
                .with("comments[0].comment", "Second")
                .with("comments[1].comment", "First")
                .with("attachments[0].file_name", "1.txt")
                .post("/api/contacts/{ada}", form(field("comment", ""), file("attachment", "2.txt", "2")))
                .sending("Content-Type", MULTIPART)
                .with("attachments[0].file_name", "2.txt")
                .with("attachments[1].file_name", "1.txt")
                .with("comments[0].comment", "Second")
                .post("/api/contacts/{ada}/", "comment=Third")
                .sending("Content-Type", "application/x-www-form-urlencoded")
                .with("comments[0].comment", "Third")
                .get("/api/contacts/{ada}/")
                .with("comments[0].comment", "Third")
                .with("attachments[0].file_name", "2.txt");
    }

    private static Scenario neither() {
        return ada("wants a comment or a file")
                .post("/api/contacts/{ada}/", "{}")
                .answers(400)
                .with("errors.comment[0]", "This field is required.")
                .post("/api/contacts/{ada}/", "{\"comment\": \" \"}")
                .answers(400)
                .post("/api/contacts/{ada}/", form(file("attachment", "", "")))
                .sending("Content-Type", MULTIPART)
                .answers(400)
                .post("/api/contacts/{ada}/", "{\"comment\": \"" + "x".repeat(20_001) + "\"}")
                .answers(400)
                .with("errors.comment[0]", "Ensure this field has no more than 20000 characters.");
    }

    private static Scenario edits() {
        return ada("edits comments")
                .post("/api/contacts/{ada}/", "{\"comment\": \"First\"}")
                .keep("comments[0].id", "comment")
                .patch("/api/contacts/comment/{comment}", "{\"comment\": \"Changed\"}")
                .with("error", "false")
                .with("message", "Comment Submitted")
                .with("comment", "Changed")
                .with("contact", "{ada}")
                .put("/api/contacts/comment/{comment}/", "{\"comment\": \"  \"}")
                .answers(400)
                .with("errors.comment[0]", "This field may not be blank.")
                .put("/api/contacts/comment/{comment}/", "{}")
                .answers(400)
                .with("errors.comment[0]", "This field is required.");
    }

    private static Scenario deletesInProductMode() {
        return ada("tells the classic web client what was deleted")
                .post("/api/contacts/{ada}/", form(field("comment", "C"), file("attachment", "a.txt", "a")))
                .sending("Content-Type", MULTIPART)
                .keep("comments[0].id", "comment")
                .keep("attachments[0].id", "attachment")
                .delete("/api/contacts/comment/{comment}/")
                .sending("org", "{org}")
                .with("error", "false")
                .with("message", "Comment Deleted Successfully")
                .delete("/api/contacts/attachment/{attachment}/")
                .sending("org", "{org}")
                .with("error", "false")
                .with("message", "Attachment Deleted Successfully")
                .delete("/api/contacts/attachment/{attachment}/")
                .answers(404);
    }

    private static Scenario createsWithAFile() {
        String parts = field("first_name", "Ada") + field("last_name", "Lovelace");
        return scenario("creates a contact with a file, or neither of them")
                .post("/api/contacts/", form(parts, file("contact_attachment", "../notes.html", "<html>hi</html>")))
                .sending("Content-Type", MULTIPART)
                .makes("ada")
                .get("/api/contacts/{ada}/")
                .with("attachments[0].file_name", "notes.html")
                .post("/api/contacts/", form(field("first_name", "Ada"), file("attachment", "a.txt", "a")))
                .sending("Content-Type", MULTIPART)
                .answers(400)
                .with("errors.last_name[0]", "This field is required.")
                .get("/api/contacts/")
                .with("count", "1");
    }

    private static Scenario goesWithTheContact() {
        return ada("comments and attachments go with their contact")
                .post("/api/contacts/{ada}/", form(field("comment", "C"), file("attachment", "a.txt", "a")))
                .sending("Content-Type", MULTIPART)
                .keep("comments[0].id", "comment")
                .keep("attachments[0].id", "attachment")
                .delete("/api/contacts/{ada}/")
                .answers(204)
                .put("/api/contacts/comment/{comment}/", "{\"comment\": \"Changed\"}")
                .answers(404)
                .delete("/api/contacts/attachment/{attachment}/")
                .answers(404)
                .with("detail", "Not found.");
    }

    private static Scenario showsWhatIsLinked() {
        return ada("shows tasks, opportunities and cases that the contact is linked to")
                .post("contacts/{ada}/links", "{\"type\": \"task\", \"externalId\": \"T1\", \"title\": \"Call\"}")
                .answers(201)
                .post("contacts/{ada}/links", "{\"type\": \"opportunity\", \"externalId\": \"O1\"}")
                .answers(201)
                .get("/api/contacts/{ada}/")
                .with("tasks[0].id", "T1")
                .with("tasks[0].title", "Call")
                .with("opportunities[0].id", "O1")
                .with("cases", "[]");
    }

    private static Scenario namesMembers() {
        return ada("names the members a contact is assigned to")
                .put("/api/contacts/{ada}/", "{\"assigned_to\": [\"grace\"]}")
                .get("/api/contacts/{ada}/")
                .with("assigned_data", "[{\"id\":\"grace\",\"name\":\"grace\"}]")
                .with("assigned_to", "[\"grace\"]");
    }

    private static Scenario unknownIds() {
        Scenario scenario = scenario("finds no comment or attachment where none is");
        for (String id : List.of(UUID.randomUUID().toString(), "x", "1-1-1-1-1")) {
            scenario.put("/api/contacts/comment/" + id + "/", "{\"comment\": \"C\"}")
                    .answers(404)
                    .with("detail", "Not found.")
                    .delete("/api/contacts/comment/" + id + "/")
                    .answers(404)
                    .with("detail", "Not found.")
                    .delete("/api/contacts/attachment/" + id + "/")
                    .answers(404)
                    .with("detail", "Not found.")
                    .post("/api/contacts/" + id + "/", "{\"comment\": \"C\"}")
                    .answers(404)
                    .with("detail", "Not found.");
        }
        return scenario;
    }
}
