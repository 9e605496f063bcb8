package org.contacts4j.importing;

import java.util.ArrayList;
import java.util.List;

/** The first different values of each column of a table. */
final class ColumnSamples {

    private static final int MAX_VALUES = 3;
    private static final int MAX_LENGTH = 80;

    /** Values are taken from so many rows, so that large files take no longer. */
    private static final int MAX_ROWS = 1_000;

    private final List<List<String>> values = new ArrayList<>();
    private int rows;

    ColumnSamples(int columns) {
        for (int i = 0; i < columns; i++) {
            values.add(new ArrayList<>());
        }
    }

    void add(List<String> cells) {
        if (rows++ < MAX_ROWS) {
            for (int i = 0; i < Math.min(cells.size(), values.size()); i++) {
                add(values.get(i), cells.get(i).strip());
            }
        }
    }

    /** Returns the values of a column, in the order of their rows. */
    List<String> of(int column) {
        return List.copyOf(values.get(column));
    }

    private static void add(List<String> column, String value) {
        String beginning = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) + "…" : value;
        if (column.size() < MAX_VALUES && !beginning.isEmpty() && !column.contains(beginning)) {
            column.add(beginning);
        }
    }
}
