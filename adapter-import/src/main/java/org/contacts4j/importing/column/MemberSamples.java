package org.contacts4j.importing.column;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/** The members of JSON contacts with their first different values. Thread-safe. */
final class MemberSamples {

    private static final int MAX_MEMBERS = 500;

    private final Map<String, Samples> members = new LinkedHashMap<>();
    private int rows;

    /** Adds the members of a contact. Those of an object in it are members of their own, such as {@code metadata.title}. */
    synchronized void add(Map<?, ?> contact) {
        if (rows++ < Samples.MAX_ROWS) {
            contact.forEach((name, value) -> {
                if (value instanceof Map<?, ?> object) {
                    object.forEach((part, inner) -> add(name + "." + part, inner));
                } else {
                    add(String.valueOf(name), value);
                }
            });
        }
    }

    /** Returns the values by the name of the member, in the order in which the members appeared. */
    synchronized Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        members.forEach((name, samples) -> values.put(name, samples.values()));
        return values;
    }

    private void add(String name, @Nullable Object value) {
        if (members.size() == MAX_MEMBERS && !members.containsKey(name)) {
            return;
        }
        Samples samples = members.computeIfAbsent(name, first -> new Samples());
        if (value != null && !samples.isFull()) {
            samples.add(value instanceof String text ? text : Json.text(value));
        }
    }
}
