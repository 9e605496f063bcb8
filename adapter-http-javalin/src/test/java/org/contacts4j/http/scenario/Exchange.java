package org.contacts4j.http.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and its expected response. {@code {name}} in the path, headers and body stands for a value that was stored
 * under this name.
 *
 * @param expected the expected values as text, by dotted path; a null value expects JSON null
 * @param kept the names under which values of the response are stored, by dotted path
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
