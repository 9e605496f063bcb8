package org.contacts4j.benchmarks.measure;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.benchmarks.load.ContactBodies;
import org.contacts4j.benchmarks.load.Requests;

/** Expensive requests that one member can send. Each request is built from its number. */
enum Attack {
    /** Twenty texts that are in no contact's notes, so each contact is compared with all of them. */
    NOTES_IN_20_GROUPS((to, n) -> search(to, 20, "notes", "contains", "nowhere " + n)),

    /** Two letters that are adjacent in no contact. A trigram index cannot find so short a text. */
    TWO_LETTERS((to, n) -> to.request("POST", "/search", "{\"q\": \"qx\"}")),

    /** Twenty ranges that match every contact. */
    DATE_RANGES((to, n) -> search(to, 20, "created_at", "gt", "1999-01-")),

    /** The last page by offset. */
    DEEP_OFFSETS((to, n) -> to.request("POST", "/search", "{\"offset\": 999000, \"limit\": 500}")),

    /** The beginning of a tenth of all e-mail addresses. */
    COMMON_PARTS((to, n) -> to.request("POST", "/search", "{\"q\": \"person" + n % 10 + "\", \"limit\": 500}")),

    /** Short requests, up to the rate limit. */
    CREATIONS((to, n) -> to.request(
            "POST", "", ContactBodies.of(to.contacts().fields(to.contacts().count() + n)))),

    /** Synchronous imports of 300,000 rows. */
    IMPORTS((to, n) -> to.request("POST", "/import", "name,email\n" + rows(to.contacts(), n)), "text/csv", 3),

    /** A mix of all the others except the imports. */
    MIXED((to, n) -> values()[n % 6].request(to, n));

    /** The default limit of requests per member and minute. */
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

    /** Returns the number of concurrent requests. */
    int requests() {
        return requests;
    }

    /** Returns the complete HTTP request with this number. */
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
