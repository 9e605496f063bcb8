package org.contacts4j.http.repzo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Parameters with several values, in every form that clients send: {@code a=1&a=2}, {@code a[]=1&a[]=2}, {@code
 * a=["1","2"]}, {@code a=1}. An empty value is treated as absent.
 */
final class MultiValueParameters {

    private MultiValueParameters() {}

    /** Returns the values as texts. A text that looks like a JSON array but is not valid JSON is a plain text. */
    static List<String> texts(QueryParameters query, String name) {
        List<String> texts = new ArrayList<>();
        for (String sent : sent(query, name)) {
            if (json(sent).orElse(sent) instanceof List<?> list) {
                list.forEach(item -> addText(texts, item, query, name));
            } else {
                texts.add(sent);
            }
        }
        return texts;
    }

    /** Returns the values as plain data. Each must be JSON; any other value is null. */
    static List<@Nullable Object> data(QueryParameters query, String name) {
        List<@Nullable Object> data = new ArrayList<>();
        for (String sent : sent(query, name)) {
            @Nullable Object read = json(sent).orElse(null);
            if (read instanceof List<?> list) {
                data.addAll(list);
            } else {
                data.add(read);
            }
        }
        return data;
    }

    private static List<String> sent(QueryParameters query, String name) {
        return Stream.of(name, name + "[]")
                .flatMap(spelling -> query.allSent(spelling).stream())
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static void addText(List<String> texts, @Nullable Object item, QueryParameters query, String name) {
        if (item instanceof String text) {
            texts.add(text);
        } else if (item instanceof Integer || item instanceof Long) {
            texts.add(item.toString());
        } else {
            query.refuse(name, "must be a text or a list of texts");
        }
    }

    /** Parses a JSON array or object; empty for any other text. */
    private static Optional<Object> json(String sent) {
        if (!sent.startsWith("[") && !sent.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Json.read(sent.getBytes(StandardCharsets.UTF_8)));
        } catch (ContactsFailure.Invalid noJson) {
            return Optional.empty();
        }
    }
}
