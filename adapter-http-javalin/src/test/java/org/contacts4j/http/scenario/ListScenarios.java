package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for lists: filters, paging and validation errors. */
final class ListScenarios {

    private ListScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                narrows(), pages(), walks(), goesPastTheEnd(), refusesAllThatIsWrong(), combinesStatusAndIsActive());
    }

    private static Scenario three(String name) {
        return scenario(name)
                .post("contacts", "{\"name\": \"Ada\", \"tags\": [\"VIP\", \"poet\"], \"assignedTo\": [\"m1\"]}")
                .answers(201)
                .post("contacts", "{\"name\": \"Bob\", \"tags\": [\"vip\"], \"status\": \"inactive\"}")
                .answers(201)
                .post("contacts", "{\"name\": \"Cyd\", \"phone\": \"555 100%\", \"status\": \"archived\"}")
                .answers(201);
    }

    private static Scenario narrows() {
        return three("narrows by tag, member, status and text")
                .get("contacts?tag=vip")
                .with("total", "2")
                .get("contacts?tag=vip&tag=POET")
                .with("total", "1")
                .with("data[0].name", "Ada")
                .get("contacts?assignedTo=m1")
                .with("total", "1")
                .get("contacts?status=inactive")
                .with("data[0].name", "Bob")
                .get("contacts?q=100%25")
                .with("data[0].name", "Cyd")
                .get("contacts?parentEntityId=not-an-id")
                .with("total", "0")
                .get("contacts?unknown=1")
                .with("total", "3");
    }

    private static Scenario pages() {
        return three("goes page by page, in either direction")
                .get("contacts?limit=2&page=2&orderDirection=desc")
                .with("data[0].name", "Ada")
                .with("page", "2")
                .with("totalPages", "2")
                .with("totalIsExact", "true")
                .with("nextCursor", null)
                .get("contacts?limit=2&offset=2")
                .with("data[0].name", "Cyd")
                .with("page", "2")
                .get("contacts?limit=2&total=none")
                .with("total", null)
                .with("totalPages", null);
    }

    private static Scenario walks() {
        return three("walks on by cursor, and only by its own")
                .get("contacts?limit=2")
                .keep("nextCursor", "next")
                .get("contacts?limit=2&cursor={next}")
                .with("data[0].name", "Cyd")
                .with("page", null)
                .with("nextCursor", null)
                .get("contacts?limit=2&cursor={next}&orderDirection=desc")
                .answers(400)
                .faulting("cursor")
                .get("contacts?limit=2&cursor=A{next}")
                .answers(400)
                .faulting("cursor")
                .get("contacts?cursor={next}&page=2")
                .answers(400)
                .faulting("cursor")
                .get("companies?cursor=AAAA")
                .answers(400)
                .faulting("cursor");
    }

    private static Scenario goesPastTheEnd() {
        return three("answers no data past the end")
                .get("contacts?page=99")
                .with("data", "[]")
                .with("total", "3");
    }

    private static Scenario refusesAllThatIsWrong() {
        return scenario("refuses all parameters that are wrong, together")
                .get(
                        "contacts?page=0&limit=101&orderBy=shoeSize&orderDirection=up&status=gone&isActive=maybe&total=all&search=%FF")
                .answers(400)
                .faulting("page", "limit", "orderBy", "orderDirection", "status", "isActive", "total", "search")
                .get("contacts?page=1&offset=3")
                .answers(400)
                .faulting("offset")
                .get("contacts?page=999999&limit=100")
                .answers(400)
                .faulting("page")
                .get("contacts?offset=1000001")
                .answers(400)
                .faulting("offset")
                .get("contacts?limit=ten")
                .answers(400)
                .with("details[0].message", "must be a whole number from 1 to 100");
    }

    private static Scenario combinesStatusAndIsActive() {
        return three("isActive is a view on status")
                .get("contacts?isActive=false")
                .with("total", "2")
                .get("contacts?isActive=false&status=archived")
                .with("total", "1")
                .get("contacts?isActive=true&status=archived")
                .answers(400)
                .faulting("isActive");
    }
}
