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

    /** Exact values are found by an index; but all that is not unset has to be looked at. */
    NUMBER_RANGES((to, n) -> search(to, 20, "custom.number_" + n, "gt", "1")),

    /** The last page by place. */
    DEEP_OFFSETS((to, n) -> to.request("POST", "/search", "{\"offset\": 999000, \"limit\": 500}")),

    /** A beginning that a tenth of all e-mail addresses has. */
    COMMON_PARTS((to, n) -> to.request("POST", "/search", "{\"q\": \"person" + n % 10 + "\", \"limit\": 500}")),

    /** Short requests, as many as the limits let through. */
    CREATIONS((to, n) -> to.request(
            "POST", "", ContactBodies.of(to.contacts().fields(to.contacts().count() + n)))),

    /** Tables of 5,000 rows that a sender waits for. */
    IMPORTS((to, n) -> to.request("POST", "/import", "name,email\n" + rows(to.contacts(), n)), "text/csv"),

    /** Some of each. */
    MIXED((to, n) -> values()[n % 7].request(to, n));

    private final BiFunction<Requests, Integer, byte[]> request;
    private final String mediaType;

    Attack(BiFunction<Requests, Integer, byte[]> request) {
        this(request, "application/json");
    }

    Attack(BiFunction<Requests, Integer, byte[]> request, String mediaType) {
        this.request = request;
        this.mediaType = mediaType;
    }

    /** The whole request of this number. */
    byte[] request(Requests to, int number) {
        return request.apply(to.sending(mediaType), number);
    }

    private static byte[] search(Requests to, int groups, String field, String operator, String value) {
        String conditions = IntStream.range(0, groups)
                .mapToObj(group -> "{\"conditions\": [{\"field\": \"%s\", \"op\": \"%s\", \"value\": \"%s\"}]}"
                        .formatted(field, operator, value + group))
                .collect(Collectors.joining(", "));
        return to.request("POST", "/search", "{\"query\": {\"groups\": [" + conditions + "]}}");
    }

    private static String rows(GeneratedContacts contacts, int number) {
        List<String> rows = IntStream.range(0, 5_000)
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
