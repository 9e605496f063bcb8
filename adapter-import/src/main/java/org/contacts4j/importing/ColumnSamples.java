package org.contacts4j.importing;

import java.util.List;
import java.util.stream.IntStream;
import org.contacts4j.importing.column.Samples;

/** The first different values of each column of a table. */
final class ColumnSamples {

    private final List<Samples> columns;
    private int rows;

    ColumnSamples(int columns) {
        this.columns =
                IntStream.range(0, columns).mapToObj(column -> new Samples()).toList();
    }

    void add(List<String> cells) {
        if (rows++ < Samples.MAX_ROWS) {
            for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
                columns.get(i).add(cells.get(i));
            }
        }
    }

    /** Returns the values of a column, in the order of their rows. */
    List<String> of(int column) {
        return columns.get(column).values();
    }
}
