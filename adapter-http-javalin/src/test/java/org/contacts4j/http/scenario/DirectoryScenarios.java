package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for the names of the members and teams in tokens and assignments. */
final class DirectoryScenarios {

    private DirectoryScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                knowsWhoAppears(), namesAMember(), namesATeam(), listsContactsByAssignment(), refusesWhatIsNoName());
    }

    private static Scenario knowsWhoAppears() {
        return scenario("knows members and teams as they appear")
                .get("members")
                .with("data", "[{\"id\":\"ada\",\"name\":null,\"email\":null}]")
                .get("members/bo")
                .answers(404)
                .with("error", "NOT_FOUND")
                .post(
                        "contacts",
                        "{\"name\": \"Grace\", \"assignedTo\": [\"bo\", \"auth0|1/2 €\"], \"teams\": [\"north\"]}")
                .answers(201)
                .get("members")
                .with("data[0].id", "ada")
                .with("data[1].id", "auth0|1/2 €")
                .with("data[2].id", "bo")
                .with("truncated", "false")
                .get("members?after=ada")
                .with("data[0].id", "auth0|1/2 €")
                .get("members/auth0%7C1%2F2%20%E2%82%AC")
                .with("id", "auth0|1/2 €")
                .get("teams")
                .with("data", "[{\"id\":\"north\",\"name\":null,\"members\":[]}]")
                .post("contacts/import", "[{\"name\": \"Di\", \"assignedTo\": [\"cy\"], \"teams\": [\"south\"]}]")
                .get("members/cy")
                .with("name", null)
                .get("teams/south")
                .with("members", "[]");
    }

    private static Scenario namesAMember() {
        return scenario("names a member")
                .put("members/bo", "{\"name\": \" Bo Lee \", \"email\": \"bo@example.org\", \"id\": \"eve\"}")
                .with("id", "bo")
                .with("name", "Bo Lee")
                .put("members/bo", "{\"email\": null}")
                .with("name", "Bo Lee")
                .with("email", null)
                .get("members/bo")
                .with("name", "Bo Lee");
    }

    private static Scenario namesATeam() {
        return scenario("names a team and says who is in it")
                .get("teams/north")
                .answers(404)
                .put("teams/north", "{\"name\": \"North\", \"members\": [\"cy\", \"bo\", \"cy\"]}")
                .with("id", "north")
                .with("members", "[\"bo\",\"cy\"]")
                .put("teams/north", "{\"members\": [\"bo\"]}")
                .with("name", "North")
                .with("members", "[\"bo\"]")
                .get("teams/north")
                .with("members", "[\"bo\"]")
                .get("members/cy")
                .with("name", null);
    }

    private static Scenario listsContactsByAssignment() {
        return scenario("lists the contacts of a member and of a team")
                .post("contacts", "{\"name\": \"Grace\", \"assignedTo\": [\"bo\"], \"teams\": [\"north\"]}")
                .answers(201)
                .post("contacts", "{\"name\": \"Di\", \"teams\": [\"north\"]}")
                .answers(201)
                .post("contacts", "{\"name\": \"Nobody\"}")
                .answers(201)
                .get("contacts?assignedTo=bo")
                .with("total", "1")
                .with("data[0].name", "Grace")
                .get("contacts?teams=north")
                .with("total", "2")
                .with("data[0].name", "Di")
                .get("contacts?teams=north&assignedTo=bo")
                .with("total", "1")
                .get("contacts?teams=North")
                .with("total", "0")
                .get("contacts?teams=" + "x".repeat(256))
                .answers(400)
                .faulting("teams");
    }

    private static Scenario refusesWhatIsNoName() {
        return scenario("reports all faults of members and teams together")
                .put("members/bo", "{\"name\": 7, \"email\": \"nobody\"}")
                .answers(400)
                .faulting("name", "email")
                .put("teams/north", "{\"name\": \"" + "x".repeat(256) + "\", \"members\": [\"bo\", \"\", 7]}")
                .answers(400)
                .faulting("name", "members[1]", "members[2]")
                .put("members/" + "x".repeat(256), "{}")
                .answers(400)
                .faulting("id")
                .get("members/" + "x".repeat(256))
                .answers(404)
                .get("teams/%20")
                .answers(404)
                .put("teams/%20", "{}")
                .answers(400)
                .faulting("id");
    }
}
