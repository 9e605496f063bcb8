package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Scenarios for filters, order and pages of the list in Repzo's dialect. */
final class RepzoListScenarios {

    private RepzoListScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                pages(),
                pastTheEnd(),
                empty(),
                byId(),
                byName(),
                byIdRange(),
                byTime(),
                searches(),
                searchesLocalNames(),
                sorts(),
                sortsByList(),
                allTogether());
    }

    private static Scenario people(String name, String... names) {
        Scenario scenario = scenario(name);
        for (String person : names) {
            scenario.post("/client-contact", "{\"name\": \"" + person + "\"}")
                    .answers(201)
                    .keep("data._id", person)
                    .keep("data.updatedAt", person + " time");
        }
        return scenario;
    }

    private static Scenario pages() {
        return people("walks the list by page", "a", "c", "b")
                .get("/client-contact?per_page=2")
                .with("data[0]._id", "{a}")
                .with("data[1]._id", "{c}")
                .with(
                        "pagination",
                        "{\"page\":1,\"per_page\":2,\"pre_page\":0,\"next_page\":2,\"total\":3,\"total_page\":2}")
                .get("/client-contact?per_page=2&page=2")
                .with("data[0]._id", "{b}")
                .with(
                        "pagination",
                        "{\"page\":2,\"per_page\":2,\"pre_page\":1,\"next_page\":0,\"total\":3,\"total_page\":2}")
                .get("/client-contact?page=&per_page=")
                .with(
                        "pagination",
                        "{\"page\":1,\"per_page\":25,\"pre_page\":0,\"next_page\":0,\"total\":3,\"total_page\":1}")
                .get("/client-contact?per_page=100&search=b")
                .with("pagination.per_page", "100")
                .with("pagination.total", "1");
    }

    private static Scenario pastTheEnd() {
        Scenario scenario = people("a page past the end is empty and has true totals", "a", "b");
        for (String page : List.of("3", "1000000", "2147483648", "9007199254740991")) {
            for (String filter : List.of("", "&search=a&_id={a}", "&name=a", "&from_updatedAt=0&search=a")) {
                scenario.get("/client-contact?per_page=100&page=" + page + filter)
                        .with("data", "[]")
                        .with("pagination.page", page)
                        .with("pagination.next_page", "0")
                        .with("pagination.total", filter.isEmpty() ? "2" : "1")
                        .with("pagination.total_page", "1");
            }
        }
        return scenario;
    }

    private static Scenario empty() {
        return scenario("an empty list has no pages")
                .get("/client-contact")
                .with("data", "[]")
                .with(
                        "pagination",
                        "{\"page\":1,\"per_page\":25,\"pre_page\":0,\"next_page\":0,\"total\":0,\"total_page\":0}");
    }

    private static Scenario byId() {
        Scenario scenario = people("finds by one id or many, however they are sent", "a", "b", "c");
        for (String query : List.of(
                "_id={a}&_id={c}",
                "_id%5B%5D={a}&_id%5B%5D={c}",
                "_id=" + encoded("[\"{a}\",\"{c}\"]"),
                "_id=" + encoded("[\"{a}\"]") + "&_id={c}",
                "_id={a},x&_id={a}&_id={c}&_id=nonsense&_id=")) {
            scenario.get("/client-contact?" + query)
                    .with("pagination.total", "2")
                    .with("data[0]._id", "{a}")
                    .with("data[1]._id", "{c}");
        }
        return scenario.get("/client-contact?_id={b}")
                .with("pagination.total", "1")
                .with("data[0]._id", "{b}")
                .get("/client-contact?_id=" + encoded("[]"))
                .with("pagination.total", "3")
                .get("/client-contact?_id=nonsense")
                .with("pagination.total", "0")
                .get("/client-contact?_id=" + encoded("[7]"))
                .with("pagination.total", "0");
    }

    private static Scenario byName() {
        Scenario scenario =
                people("finds by one name or many, exactly", "John Smith", "Jane", "jane", "[x", "[1]", "a,b");
        for (String query : List.of(
                "name=John+Smith&name=Jane",
                "name%5B%5D=John%20Smith&name%5B%5D=Jane",
                "name=" + encoded("[\"John Smith\",\"Jane\"]"))) {
            scenario.get("/client-contact?sort=-name&" + query)
                    .with("pagination.total", "2")
                    .with("data[0]._id", "{John Smith}")
                    .with("data[1]._id", "{Jane}");
        }
        for (String name : List.of("Jane", "jane", "[x", "a,b")) {
            scenario.get("/client-contact?name=" + encoded(name))
                    .with("pagination.total", "1")
                    .with("data[0]._id", "{" + name + "}");
        }
        return scenario.get("/client-contact?name=" + encoded("[\"[1]\"]"))
                .with("data[0]._id", "{[1]}")
                .get("/client-contact?name=JANE")
                .with("pagination.total", "0")
                .get("/client-contact?name=Jan")
                .with("pagination.total", "0");
    }

    private static Scenario byIdRange() {
        return people("finds what lies strictly between ids", "a", "b", "c", "d")
                .get("/client-contact?from__id={b}")
                .with("pagination.total", "2")
                .with("data[0]._id", "{c}")
                .get("/client-contact?to__id={b}")
                .with("pagination.total", "1")
                .with("data[0]._id", "{a}")
                .get("/client-contact?from__id={a}&to__id={d}&sort=-_id")
                .with("pagination.total", "2")
                .with("data[0]._id", "{c}")
                .get("/client-contact?from__id={d}")
                .with("pagination.total", "0")
                .get("/client-contact?from__id=00000000-0000-0000-0000-000000000000")
                .with("pagination.total", "4");
    }

    private static Scenario byTime() {
        return people("finds what was changed strictly after and before", "a", "b")
                .get("/client-contact?from_updatedAt=0&to_updatedAt=8640000000000000")
                .with("pagination.total", "2")
                .get("/client-contact?from_updatedAt=-8640000000000000")
                .with("pagination.total", "2")
                .get("/client-contact?to_updatedAt=0")
                .with("pagination.total", "0")
                .get("/client-contact?from_updatedAt=8640000000000000")
                .with("pagination.total", "0")
                .get("/client-contact?to_updatedAt=-8640000000000000")
                .with("pagination.total", "0")
                .get("/client-contact?from_updatedAt=4102444800000")
                .with("pagination.total", "0");
    }

    private static Scenario searches() {
        Scenario scenario = people("searches names whatever the case", "Ada Lovelace", "50% _", "500 a");
        return scenario.get("/client-contact?search=LOVE")
                .with("pagination.total", "1")
                .with("data[0]._id", "{Ada Lovelace}")
                .get("/client-contact?search=0%25")
                .with("pagination.total", "1")
                .get("/client-contact?search=_")
                .with("pagination.total", "1")
                .get("/client-contact?search=a")
                .with("pagination.total", "2")
                .get("/client-contact?search=+")
                .with("pagination.total", "3");
    }

    private static Scenario searchesLocalNames() {
        return scenario("searches local names too, and nothing else")
                .post("/client-contact", """
                        {"name": "John", "local_name": "جون سميث", "email": "x@example.org", "title": "سميث"}
                        """)
                .answers(201)
                .keep("data._id", "john")
                .post("/client-contact", "{\"name\": \"Jane\", \"title\": \"سميث\", \"extra_info\": \"John\"}")
                .answers(201)
                .get("/client-contact?search=" + encoded("سميث"))
                .with("pagination.total", "1")
                .with("data[0]._id", "{john}")
                .get("/client-contact?search=" + encoded("ن سم"))
                .with("pagination.total", "1")
                .get("/client-contact?search=john")
                .with("pagination.total", "1")
                .get("/client-contact?search=example")
                .with("pagination.total", "0");
    }

    private static Scenario sorts() {
        Scenario scenario = people("sorts by a field, in either direction", "b", "C", "a")
                .later()
                .put("/client-contact/{b}", "{\"title\": \"last changed\"}");
        String[][] orders = {
            {"", "b", "a"},
            {"sort=_id", "b", "a"},
            {"sort=-_id", "a", "b"},
            {"sort=name", "a", "C"},
            {"sort=-name", "C", "a"},
            {"sort=createdAt", "b", "a"},
            {"sort=-createdAt", "a", "b"},
            {"sort=updatedAt", "C", "b"},
            {"sort=-updatedAt", "b", "C"},
            {"sort=name&sortPageOrder=asc", "a", "C"},
            {"sort=name&sortPageOrder=dsc", "C", "a"},
            {"sort=-name&sortPageOrder=asc", "a", "C"},
            {"sortPageOrder=dsc", "a", "b"},
            {"sort=nonsense", "b", "a"},
            {"sort=-nonsense", "b", "a"},
            {"sort=name&sortPageOrder=nonsense", "a", "C"}
        };
        for (String[] order : orders) {
            scenario.get("/client-contact?" + order[0])
                    .with("data[0]._id", "{" + order[1] + "}")
                    .with("data[2]._id", "{" + order[2] + "}");
        }
        return scenario;
    }

    private static Scenario sortsByList() {
        String byName = encoded("{\"field\":\"name\",\"type\":\"desc\"}");
        return people("sortBy goes before sort, however it is sent", "b", "c", "a")
                .get("/client-contact?sortBy=" + encoded("[{\"field\":\"_id\",\"type\":\"desc\"}]"))
                .with("data[0]._id", "{a}")
                .with("data[2]._id", "{b}")
                .get("/client-contact?sort=_id&sortBy%5B%5D=" + byName)
                .with("data[0]._id", "{c}")
                .get("/client-contact?sortBy=" + byName + "&search=")
                .with("data[0]._id", "{c}")
                .get("/client-contact?sort=-_id&sortBy=" + encoded("[]"))
                .with("data[0]._id", "{a}");
    }

    private static Scenario allTogether() {
        return people("filters must all hold", "Ada", "Adam", "Eve")
                .get("/client-contact?search=ada&name=Adam&_id={Ada}&_id={Adam}&from__id={Ada}&from_updatedAt=1")
                .with("pagination.total", "1")
                .with("data[0]._id", "{Adam}")
                .get("/client-contact?search=eve&name=Adam")
                .with("pagination.total", "0");
    }

    private static String encoded(String text) {
        // Leaves placeholders of stored values unencoded.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replaceAll("%7B([abc])%7D", "{$1}");
    }
}
