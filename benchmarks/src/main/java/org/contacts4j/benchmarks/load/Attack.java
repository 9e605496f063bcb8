package org.contacts4j.benchmarks.load;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contacts4j.benchmarks.data.GeneratedContacts;

/** What one member can send to keep a server busy: whole requests, by their number. */
enum Attack {
    /** Twenty texts that no contact's notes have: each contact is compared with all of them. */
    NOTES_IN_20_GROUPS((to, n) -> search(to, 20, "notes", "contains", "nowhere " + n)),

    /** Two letters that no contact has one after the other, which no index of trigrams finds. */
    TWO_LETTERS((to, n) -> to.request("POST", "/search", "{\"q\": \"qx\"}")),

    /** Twenty ranges that hold every contact. */
    DATE_RANGES((to, n) -> search(to, 20, "created_at", "gt", "1999-01-")),

    /** The last page by place. */
    DEEP_OFFSETS((to, n) -> to.request("POST", "/search", "{\"offset\": 999000, \"limit\": 500}")),

    /** A beginning that a tenth of all e-mail addresses has. */
    COMMON_PARTS((to, n) -> to.request("POST", "/search", "{\"q\": \"person" + n % 10 + "\", \"limit\": 500}")),

    /** Short requests, as many as the limits let through. */
    CREATIONS((to, n) -> to.request(
            "POST", "", ContactBodies.of(to.contacts().fields(to.contacts().count() + n)))),

    /** Tables of 300,000 rows that their sender waits for. */
    IMPORTS((to, n) -> to.request("POST", "/import", "name,email\n" + rows(to.contacts(), n)), "text/csv", 3),

    /** Some of each but the tables. */
    MIXED((to, n) -> values()[n % 6].request(to, n));

    /** The default limit of a member's requests in a minute. */
    private static final int REQUESTS_IN_A_MINUTE = 100;

    private final BiFunction<Requests, Integer, byte[]> request;
    private final String mediaType;
    private final int requests;

    Attack(BiFunction<Requests, Integer, byte[]> request) {
        this(request, "application/json", REQUESTS_IN_A_MINUTE);
    }

    Attack(BiFunction<Requests, Integer, byte[]> request, String mediaType, int requests) {
        this.request = request;
        this.mediaType = mediaType;
        this.requests = requests;
    }

    /** How many requests are sent at once. */
    int requests() {
        return requests;
    }

    /** The whole request of this number. */
    byte[] request(Requests to, int number) {
        return request.apply(to.sending(mediaType), number);
    }

    private static byte[] search(Requests to, int groups, String field, String operator, String value) {
        String conditions = IntStream.range(0, groups)
                .mapToObj(group -> "{\"conditions\": [{\"field\": \"%s\", \"op\": \"%s\", \"value\": \"%s\"}]}"
                        .formatted(field, operator, value + (10 + group)))
                .collect(Collectors.joining(", "));
        return to.request("POST", "/search", "{\"query\": {\"groups\": [" + conditions + "]}}");
    }

    private static String rows(GeneratedContacts contacts, int number) {
        List<String> rows = IntStream.range(0, 300_000)
                .mapToObj(row -> "Row %d of %d,row%d.%d@%s.example"
                        .formatted(
                                row,
                                number,
                                row,
                                number,
                                contacts.organization().value()))
                .toList();
        return String.join("\n", rows);
    }
}
