package org.contacts4j.http.scenario;

import java.util.List;

/** Bodies of about a megabyte that routes refuse. */
public final class LargeBodies {

    /** Methods, paths and bodies of requests. {@code @} stands for one of the {@link #values}. */
    public static final List<String> ROUTES = List.of(
            "POST /api/v1/contacts {\"name\":\"x\",\"customFields\":@}",
            "POST /api/v1/contacts {\"name\":@}",
            "POST /api/v1/contacts {\"name\":\"x\",\"emails\":@,\"phones\":7}",
            "POST /api/v1/contacts {\"name\":\"x\",\"tags\":@,\"phones\":7}",
            "POST /api/v1/contacts/search {\"query\":{\"groups\":@}}",
            "POST /api/v1/contacts/search {\"query\":{\"groups\":[{\"conditions\":"
                    + "[{\"field\":\"tags\",\"op\":\"in\",\"value\":@}]}]}}",
            "PUT /api/v1/contacts/views {\"views\":@}",
            "POST /api/v1/custom-fields {\"type\":\"select\",\"options\":@}",
            "POST /api/v1/webhooks {\"events\":@}",
            "PUT /api/v1/teams/t {\"name\":7,\"members\":@}",
            "POST /api/contacts/ {\"teams\":@}",
            "POST /client-contact {\"media\":@,\"creator\":@}",
            "POST /contacts {\"first_name\":@,\"ignored\":1}");

    private LargeBodies() {}

    /** Returns large values that no member of these bodies may have. */
    public static List<String> values() {
        String numbers = "[" + "1,".repeat(240_000) + "1]";
        return List.of(
                "{\"" + "k".repeat(49_990) + "\":" + numbers + "}",
                numbers,
                "[" + "{},".repeat(160_000) + "{}]",
                "[" + "\"\",".repeat(160_000) + "7]",
                "[" + "\"\\u0000\",".repeat(54_000) + "7]",
                "[" + "1e9999,".repeat(70_000) + "1]",
                "{\"a\":\"" + "x".repeat(500_000) + "\"}",
                "[" + "[".repeat(200_000) + "]".repeat(200_000) + "]");
    }
}
