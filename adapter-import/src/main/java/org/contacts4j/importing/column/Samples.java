package org.contacts4j.importing.column;

import java.util.ArrayList;
import java.util.List;

/** The first different values of a column. */
public final class Samples {

    /** Values are taken from so many rows, so that large files take no longer. */
    public static final int MAX_ROWS = 1_000;

    private static final int MAX_VALUES = 3;
    private static final int MAX_LENGTH = 80;

    private final List<String> values = new ArrayList<>();

    /** Adds the beginning of a value, unless it is blank, known or there are enough. */
    public void add(String value) {
        if (isFull()) {
            return;
        }
        String text = value.strip();
        String beginning = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
        if (!beginning.isEmpty() && !values.contains(beginning)) {
            values.add(beginning);
        }
    }

    boolean isFull() {
        return values.size() == MAX_VALUES;
    }

    /** Returns the values in the order of their rows. */
    public List<String> values() {
        return List.copyOf(values);
    }
}
