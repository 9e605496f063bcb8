package org.contacts4j.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** JSON values of a little less than a megabyte that are expensive to read without limits, by name. */
final class HostileValues {

    private static final int BYTES = 1_000_000;

    private HostileValues() {}

    static Map<String, String> all() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("long keys over many numbers", nested("k".repeat(49_990), 10));
        values.put("keys of 1,000 over many numbers", nested("k".repeat(1_000), 16));
        values.put("keys of 255 over many numbers", nested("k".repeat(255), 15));
        values.put("many numbers", list(i -> "1"));
        values.put("numbers of 1e9999", list(i -> "1e9999"));
        values.put("numbers of 100 digits", list(i -> "9".repeat(100)));
        values.put("a number of a megabyte", "9".repeat(BYTES));
        values.put("a fraction of a megabyte", "0." + "9".repeat(BYTES));
        values.put("empty objects", list(i -> "{}"));
        values.put("empty lists", list(i -> "[]"));
        values.put("small objects", list(i -> "{\"a\":1}"));
        values.put("nested lists", "[".repeat(BYTES / 2) + "]".repeat(BYTES / 2));
        values.put("nested objects", "{\"a\":".repeat(99) + list(i -> "1") + "}".repeat(99));
        values.put("repeated keys", object(i -> "a"));
        values.put("many keys", object(i -> "k" + i));
        values.put("many blank keys", object(i -> " ".repeat(1 + i % 250) + "\\u0009".repeat(i / 250 % 150)));
        values.put("keys with U+0000", object(i -> "\\u0000" + i));
        values.put("keys of one hash", object(HostileValues::ofOneHash));
        values.put("nulls", list(i -> "null"));
        values.put("empty texts", list(i -> "\"\""));
        values.put("many texts", list(i -> "\"t" + i + "\""));
        values.put("equal texts", list(i -> "\"t\""));
        values.put("texts of 255", list(i -> "\"" + "x".repeat(248) + i + "\""));
        values.put("halves of surrogate pairs", list(i -> "\"\\ud800\""));
        values.put("a text of a megabyte", "\"" + "x".repeat(BYTES) + "\"");
        values.put("a text of escapes", "\"" + "\\u0041".repeat(BYTES / 6) + "\"");
        values.put("a text of three-byte characters", "\"" + "語".repeat(BYTES / 3) + "\"");
        values.put("a text of dots", "\"" + "a.".repeat(BYTES / 2) + "@\"");
        values.put("a text of braces", "\"" + "{{a}}".repeat(BYTES / 5) + "\"");
        values.put("a text of JSON", "\"[" + "1,".repeat(BYTES / 2) + "1]\"");
        values.put("conditions", list(i -> "{\"field\":\"x\",\"op\":\"y\",\"value\":[]}"));
        values.put("views", list(i -> "{\"name\":\"\",\"query\":{\"groups\":[{\"conditions\":[{}]}]}}"));
        return values;
    }

    private static String nested(String key, int depth) {
        int rest = BYTES - depth * (key.length() + 5);
        return ("{\"" + key + "\":").repeat(depth) + repeated("[", i -> "1", "]", rest) + "}".repeat(depth);
    }

    private static String list(IntFunction<String> item) {
        return repeated("[", item, "]", BYTES - 1_000);
    }

    private static String object(IntFunction<String> key) {
        return repeated("{", i -> "\"" + key.apply(i) + "\":1", "}", BYTES - 1_000);
    }

    /**
     * Returns a key whose hash code equals that of all other keys: {@code Aa} and {@code BB} have the same hash code,
     * and so have all concatenations of as many of them.
     */
    private static String ofOneHash(int number) {
        StringBuilder key = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            key.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return key.toString();
    }

    private static String repeated(String begin, IntFunction<String> item, String end, int bytes) {
        StringBuilder json = new StringBuilder(begin).append(item.apply(0));
        for (int i = 1; json.length() < bytes - 300; i++) {
            json.append(',').append(item.apply(i));
        }
        return json.append(end).toString();
    }
}
