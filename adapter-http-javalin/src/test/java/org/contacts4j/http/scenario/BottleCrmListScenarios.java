package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for filters and pages of the list in BottleCRM's dialect. */
final class BottleCrmListScenarios {

    private BottleCrmListScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                pages(),
                defaults(),
                filtersTogether(),
                literalCharacters(),
                searches(),
                byAnyAssignee(),
                byTimeAndActivity(),
                byTag(),
                refuses());
    }

    private static Scenario people(String name, String... firstNames) {
        Scenario scenario = scenario(name);
        for (String first : firstNames) {
            scenario.post("/api/contacts/", """
                            {"first_name": "%1$s", "last_name": "Doe", "primary_email": "%1$s@example.org",
                             "mobile_number": "555-%1$s", "city": "%1$s City", "organization": "%1$s Ltd",
                             "department": "R&D %1$s", "assigned_to": ["of-%1$s"]}
                            """.formatted(first)).answers(201).keep("id", first);
        }
        return scenario;
    }

    private static Scenario pages() {
        return people("walks the list by limit and offset", "One", "Two", "Three")
                .get("/api/contacts/?limit=2&name=doe")
                .with("count", "3")
                .with("contacts_count", "3")
                .with("next", "/api/contacts/?limit=2&name=doe&offset=2")
                .with("previous", null)
                .with("results[0].id", "{Three}")
                .with("results[1].id", "{Two}")
                .with("contact_obj_list[0].id", "{Three}")
                .with("contact_obj_list[1].id", "{Two}")
                .with("per_page", "2")
                .with("page_number", "[1]")
                .with("offset", "2")
                .get("/api/contacts/?limit=2&name=doe&offset=2")
                .with("results[0].id", "{One}")
                .with("next", null)
                .with("offset", null)
                .with("previous", "/api/contacts/?limit=2&name=doe")
                .with("page_number", "[2]")
                .get("/api/contacts/?limit=1&offset=2&city=City")
                .with("previous", "/api/contacts/?city=City&limit=1&offset=1")
                .get("/api/contacts/?offset=50")
                .with("results", "[]")
                .with("contact_obj_list", "[]")
                .with("count", "3")
                .with("next", null)
                .with("previous", "/api/contacts/?limit=10&offset=40");
    }

    private static Scenario defaults() {
        Scenario scenario = people("a limit or offset that is none is as good as not sent", "One", "Two");
        for (String query :
                List.of("limit=ten", "limit=0", "limit=-5", "offset=-1", "offset=x", "limit=&offset=", "x=y")) {
            scenario.get("/api/contacts/?" + query).with("per_page", "10").with("results[0].id", "{Two}");
        }
        return scenario.get("/api/contacts/?limit=99999999999999999999")
                .with("per_page", "1000")
                .get("/api/contacts/?offset=99999999999999999999")
                .with("results", "[]")
                .get("/api/contacts/")
                .with("countries[0]", "[\"AF\",\"Afghanistan\"]");
    }

    private static Scenario filtersTogether() {
        return people("filters must all hold", "Ada", "Adam", "Eve")
                .get("/api/contacts/?name=ada&city=ada%20c")
                .with("count", "1")
                .with("results[0].id", "{Ada}")
                .get("/api/contacts/?name=AD&email=ADAM&phone=adam&organization=adam&department=D%20adam")
                .with("count", "1")
                .with("results[0].id", "{Adam}")
                .get("/api/contacts/?name=ada&city=eve")
                .with("count", "0");
    }

    private static Scenario literalCharacters() {
        return people("% and _ are ordinary characters", "a%b", "a_b", "acb")
                .get("/api/contacts/?name=a%25b")
                .with("count", "1")
                .with("results[0].id", "{a%b}")
                .get("/api/contacts/?name=a_b")
                .with("count", "1")
                .get("/api/contacts/?city=%25")
                .with("count", "1")
                .with("previous", null);
    }

    private static Scenario searches() {
        return people("searches first name, last name, e-mail and phone, and nothing else", "Ada", "Eve")
                .get("/api/contacts/?search=EVE@")
                .with("count", "1")
                .with("results[0].id", "{Eve}")
                .get("/api/contacts/?search=555-ada")
                .with("results[0].id", "{Ada}")
                .get("/api/contacts/?search=doe")
                .with("count", "2")
                .get("/api/contacts/?search=ltd")
                .with("count", "0")
                .get("/api/contacts/?search=doe&city=eve")
                .with("count", "1");
    }

    private static Scenario byAnyAssignee() {
        return people("finds what any of the members is assigned to", "Ada", "Eve", "Bob")
                .get("/api/contacts/?assigned_to=of-Ada&assigned_to=of-Eve&limit=1")
                .with("count", "2")
                .with("next", "/api/contacts/?assigned_to=of-Ada&assigned_to=of-Eve&limit=1&offset=1");
    }

    private static Scenario byTimeAndActivity() {
        return people("filters by when it was made and whether it is active", "Ada", "Eve")
                .put("/api/contacts/{Eve}/", "{\"is_active\": false}")
                .keep("created_at", "then")
                .get("/api/contacts/?is_active=true")
                .with("count", "1")
                .with("results[0].id", "{Ada}")
                .with("active_count", "1")
                .with("inactive_count", "0")
                .get("/api/contacts/?is_active=False")
                .with("results[0].id", "{Eve}")
                .get("/api/contacts/")
                .with("active_count", "1")
                .with("inactive_count", "1")
                .get("/api/contacts/?created_at__gte={then}&created_at__lte={then}&name=eve")
                .with("count", "1")
                .get("/api/contacts/?created_at__gte=2020-01-01&created_at__lte=9000-01-01")
                .with("count", "2")
                .get("/api/contacts/?created_at__lte=2020-01-01+10:00:00")
                .with("count", "0");
    }

    private static Scenario byTag() {
        return people("finds what has any of the tags", "Ada", "Eve", "Bob")
                .put("contacts/{Ada}", "{\"tags\": [\"VIP\"]}")
                .put("contacts/{Eve}", "{\"tags\": [\"fair\"]}")
                .get("/api/contacts/?tags=vip&tags=FAIR")
                .with("count", "2")
                .get("/api/contacts/?tags=none")
                .with("count", "0");
    }

    private static Scenario refuses() {
        return scenario("refuses filters that mean nothing")
                .get("/api/contacts/?created_at__gte=yesterday&is_active=maybe")
                .answers(400)
                .with("error", "true")
                .with("errors.created_at__gte[0]", "Enter a valid date/time.")
                .with("errors.contact_errors.is_active[0]", "Must be a valid boolean.")
                .get("/api/contacts/?created_at__lte=2020-01-01Tx")
                .answers(400)
                .get("/api/contacts/?name=" + "x".repeat(501))
                .answers(400);
    }
}
