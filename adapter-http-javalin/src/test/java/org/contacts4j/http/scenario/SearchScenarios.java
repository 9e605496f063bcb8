package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for searches by filter and for saved views, run by an administrator. */
final class SearchScenarios {

    private SearchScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                searchesAsTheContactsApiPageDoes(),
                narrowsByFilterAndText(),
                pages(),
                refusesAWrongFilter(),
                refusesWhatElseIsWrong(),
                takesCustomFieldsNobodyDefined(),
                comparesDefinedCustomFieldsByType(),
                savesViews(),
                guardsViews(),
                refusesWrongViews());
    }

    private static Scenario three(String name) {
        return scenario(name)
                .post("contacts", """
                        {"name": "Ada", "tags": ["VIP", "replied-interested"], "phone": "(555) 123-4567",
                         "company": "100% Söhne", "customFields": {"city": "Zürich", "score": 9}}
                        """)
                .answers(201)
                .post("contacts", "{\"name\": \"Bob\", \"tags\": [\"vip\"], \"status\": \"archived\"}")
                .answers(201)
                .post("contacts", "{\"name\": \"Cyd\", \"source\": \"fair\", \"customFields\": {\"score\": 10}}")
                .answers(201);
    }

    private static Scenario searchesAsTheContactsApiPageDoes() {
        return three("searches as Contacts API page shows it")
                .post("contacts/search", """
                        {"query": {"groups": [
                            {"conditions": [{"field": "tags", "op": "contains", "value": "replied-interested"}]}]},
                         "q": "ada", "limit": 50, "offset": 0}
                        """)
                .with("total", "1")
                .with("data[0].name", "Ada")
                .with("offset", "0")
                .with("limit", "50");
    }

    private static Scenario narrowsByFilterAndText() {
        return three("wants any group, all of its conditions, and the text as well")
                .post("contacts/search", "{}")
                .with("total", "3")
                .with("limit", "50")
                .with("page", "1")
                .post("contacts/search", """
                        {"query": {"groups": [
                            {"conditions": [{"field": "tags", "op": "eq", "value": "vip"},
                                            {"field": "status", "op": "is", "value": "active"}]},
                            {"conditions": [{"field": "source", "op": "starts_with", "value": "FA"}]}]}}
                        """)
                .with("total", "2")
                .with("data[1].name", "Cyd")
                .post("contacts/search", "{\"q\": \"5551234567\"}")
                .with("data[0].name", "Ada")
                .post("contacts/search", "{\"q\": \"555.123.45\"}")
                .with("data[0].name", "Ada")
                .post("contacts/search", condition("company", "contains", "\"100% sohne\""))
                .with("total", "1")
                .post("contacts/search", condition("company", "contains", "\"100_\""))
                .with("total", "0")
                .post("contacts/search", condition("createdAt", "between", "[\"2020-01-01\", \"2090-01-01\"]"))
                .with("total", "3")
                .post(
                        "contacts/search",
                        condition("created_at", "range", "{\"gte\": \"2020-01-01\", \"lte\": \"2020-01-02\"}"))
                .with("total", "0");
    }

    private static Scenario pages() {
        return three("is paged, sorted and walked as lists are")
                .post(
                        "contacts/search",
                        "{\"limit\": 2, \"offset\": 2, \"orderBy\": \"name\", \"orderDirection\": \"desc\"}")
                .with("data[0].name", "Ada")
                .with("offset", "2")
                .with("page", "2")
                .with("totalPages", "2")
                .post("contacts/search", "{\"limit\": 2}")
                .keep("nextCursor", "next")
                .post("contacts/search", "{\"limit\": 2, \"cursor\": \"{next}\", \"total\": \"none\"}")
                .with("data[0].name", "Cyd")
                .with("offset", null)
                .with("total", null)
                .post("contacts/search", "{\"offset\": 900}")
                .with("data", "[]")
                .with("total", "3");
    }

    private static Scenario refusesAWrongFilter() {
        return scenario("refuses a wrong filter with 422, naming the place of every fault")
                .post("contacts/search", """
                        {"query": {"groups": [
                            {"conditions": [{"field": "shoes", "op": "eq", "value": "x"},
                                            {"field": "name", "op": "like", "value": "x"},
                                            {"field": "created_at", "op": "contains", "value": "x"}]},
                            {"conditions": [{"field": "dnc", "op": "eq", "value": "yes"}, {"field": "name", "op": "eq"},
                                            {"field": "created_at", "op": "gt", "value": "soon"}]}]},
                         "limit": 501}
                        """)
                .answers(422)
                .with("error", "INVALID_FILTER")
                .faulting(
                        "query.groups[0].conditions[0].field",
                        "query.groups[0].conditions[1].op",
                        "query.groups[0].conditions[2].op",
                        "query.groups[1].conditions[0].value",
                        "query.groups[1].conditions[1].value",
                        "query.groups[1].conditions[2].value",
                        "limit")
                .post("contacts/search", "{\"query\": []}")
                .answers(422)
                .faulting("query")
                .post("contacts/search", "{\"q\": \"" + "x".repeat(501) + "\"}")
                .answers(422)
                .faulting("q");
    }

    private static Scenario refusesWhatElseIsWrong() {
        return scenario("refuses what else is wrong with a search with 400")
                .post(
                        "contacts/search",
                        "{\"limit\": 0, \"offset\": -1, \"orderBy\": \"shoes\", \"orderDirection\": \"up\", \"cursor\": 7}")
                .answers(400)
                .faulting("limit", "offset", "orderBy", "orderDirection", "cursor", "cursor")
                .post("contacts/search", "[]")
                .answers(400)
                .faulting("body");
    }

    private static Scenario takesCustomFieldsNobodyDefined() {
        return three("takes a custom field without a definition for unset, or for what it is")
                .post("contacts/search", condition("custom.nobodys", "eq", "\"x\""))
                .with("total", "0")
                .post("contacts/search", condition("custom.nobodys", "is_empty", "null"))
                .with("total", "3")
                .post("contacts/search", condition("custom.city", "eq", "\"ZURICH\""))
                .with("data[0].name", "Ada")
                .post("contacts/search", condition("custom.score", "gt", "9.5"))
                .with("data[0].name", "Cyd");
    }

    private static Scenario comparesDefinedCustomFieldsByType() {
        return three("compares a custom field by its definition")
                .post("custom-fields", "{\"key\": \"score\", \"label\": \"Score\", \"type\": \"number\"}")
                .answers(201)
                .post("contacts/search", condition("custom.score", "lt", "10"))
                .with("total", "1")
                .with("data[0].name", "Ada")
                .post("contacts/search", condition("custom.score", "contains", "\"9\""))
                .answers(422)
                .faulting("query.groups[0].conditions[0].op");
    }

    private static Scenario savesViews() {
        return three("saves views and gives them back as they were")
                .get("contacts/views")
                .withHeader("ETag", "\"0\"")
                .with("views", "[]")
                .put("contacts/views", """
                        {"views": [{"name": "VIPs", "query": {"groups": [{"conditions": [
                                       {"field": "tags", "op": "contains", "value": "vip"}]}]}},
                                   {"id": "mine", "name": "All", "query": {}, "q": "a", "columns": ["name"],
                                    "sort": {"by": "name"}}]}
                        """)
                .withHeader("ETag", "\"1\"")
                .with("views[1].id", "mine")
                .with("views[0].q", null)
                .keep("views[0].id", "vips")
                .get("contacts/views")
                .with("views[0].id", "{vips}")
                .with("views[0].query.groups[0].conditions[0].op", "contains")
                .with("views[1].columns", "[\"name\"]")
                .with("views[1].sort.by", "name")
                .put("contacts/views", "[]")
                .with("views", "[]")
                .withHeader("ETag", "\"2\"");
    }

    private static Scenario guardsViews() {
        return scenario("keeps two editors from wiping each other's views")
                .put("contacts/views", "[{\"name\": \"A\"}]")
                .sending("If-Match", "\"0\"")
                .withHeader("ETag", "\"1\"")
                .put("contacts/views", "[]")
                .sending("If-Match", "\"0\"")
                .answers(412)
                .get("contacts/views")
                .sending("If-None-Match", "\"1\"")
                .answers(304)
                .put("contacts/views", "[]")
                .sending("If-Match", "\"1\"")
                .withHeader("ETag", "\"2\"");
    }

    private static Scenario refusesWrongViews() {
        return scenario("refuses views that are wrong, and those whose search would be refused")
                .put("contacts/views", "{\"views\": 7}")
                .answers(400)
                .faulting("views")
                .put("contacts/views", "7")
                .answers(400)
                .faulting("body")
                .put("contacts/views", "[{\"query\": {}}]")
                .answers(400)
                .faulting("views[0].name")
                .put("contacts/views", """
                        [{"name": "A"}, {"name": "B", "query": {"groups": [{"conditions": [
                            {"field": "name", "op": "near", "value": "x"}]}]}}]
                        """)
                .answers(422)
                .with("error", "INVALID_FILTER")
                .faulting("views[1].query.groups[0].conditions[0].op");
    }

    private static String condition(String field, String operator, String value) {
        return "{\"query\": {\"groups\": [{\"conditions\": [{\"field\": \"" + field + "\", \"op\": \"" + operator
                + "\", \"value\": " + value + "}]}]}}";
    }
}
