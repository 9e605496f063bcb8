package org.contacts4j.http.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and what its answer must be. {@code {name}} in path, headers and body stands for what was kept under this
 * name before.
 *
 * @param expected by dotted path, as text; null where the answer must say null
 * @param kept names for values of the answer, by dotted path
 */
record Exchange(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        int status,
        Map<String, @Nullable String> expected,
        Map<String, String> expectedHeaders,
        List<String> faultyFields,
        Map<String, String> kept) {

    static Exchange of(String method, String path, @Nullable String body) {
        return new Exchange(method, path, Map.of(), body, 200, Map.of(), Map.of(), List.of(), Map.of());
    }

    Exchange sending(String header, String value) {
        return new Exchange(
                method,
                path,
                plus(headers, header, value),
                body,
                status,
                expected,
                expectedHeaders,
                faultyFields,
                kept);
    }

    Exchange answering(int code) {
        return new Exchange(method, path, headers, body, code, expected, expectedHeaders, faultyFields, kept);
    }

    Exchange saying(String at, @Nullable String value) {
        return new Exchange(
                method, path, headers, body, status, plus(expected, at, value), expectedHeaders, faultyFields, kept);
    }

    Exchange withHeader(String header, String value) {
        return new Exchange(
                method,
                path,
                headers,
                body,
                status,
                expected,
                plus(expectedHeaders, header, value),
                faultyFields,
                kept);
    }

    Exchange faulting(String... fields) {
        return new Exchange(method, path, headers, body, status, expected, expectedHeaders, List.of(fields), kept);
    }

    Exchange keeping(String at, String name) {
        return new Exchange(
                method, path, headers, body, status, expected, expectedHeaders, faultyFields, plus(kept, at, name));
    }

    private static <V extends @Nullable Object> Map<String, V> plus(Map<String, V> map, String key, V value) {
        Map<String, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
