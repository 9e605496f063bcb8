package org.contacts4j.benchmarks.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.contacts4j.benchmarks.data.ContactTable.Column;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.jdbi.mapping.Json;
import org.jspecify.annotations.Nullable;

/** A contact as a CSV line for PostgreSQL's COPY. All values except nulls are quoted. */
final class CsvLine {

    private CsvLine() {}

    static byte[] of(Contact contact) {
        StringJoiner line = new StringJoiner(",", "", "\n");
        for (Column column : ContactTable.COLUMNS) {
            @Nullable Object value = column.value().apply(contact);
            line.add(value == null ? "" : quoted(text(value)));
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> keyed) {
            return Json.write(keyed);
        }
        return value instanceof List<?> texts ? array(texts) : value.toString();
    }

    private static String array(List<?> texts) {
        return texts.stream()
                .map(text -> '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
