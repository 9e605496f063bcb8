package org.contacts4j.importing.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.UnicodeText;
import org.contacts4j.importing.cell.Cells;
import org.contacts4j.importing.text.FormulaGuard;
import org.jspecify.annotations.Nullable;

/** The columns of a table in order, with the field that each column fills. */
public final class ColumnMapping {

    private final List<String> names;
    private final List<@Nullable Target> targets;
    private final List<Integer> labels;
    private final ColumnNames known;
    private final boolean isLooselyQuoted;

    private ColumnMapping(
            List<String> names, List<@Nullable Target> targets, ColumnNames known, boolean isLooselyQuoted) {
        this.names = names;
        this.targets = targets;
        this.labels = ColumnLabels.of(names, targets, known);
        this.known = known;
        this.isLooselyQuoted = isLooselyQuoted;
    }

    /**
     * Returns the columns with these names.
     *
     * @param options the mapping of the client, and the custom fields that columns are named after
     * @throws ContactsFailure.Invalid if a field of the mapping is unknown, or a column of it is not in the table
     */
    public static ColumnMapping of(List<String> names, FileOptions options) {
        ColumnNames known = new ColumnNames(options);
        List<String> plain = names.stream().map(UnicodeText::stripped).toList();
        Set<String> keys = plain.stream().map(ColumnLanguage::keyOf).collect(Collectors.toSet());
        for (String name : options.mapping().keySet()) {
            if (!keys.contains(ColumnLanguage.keyOf(name))) {
                throw new ContactsFailure.Invalid(
                        "mapping", "names a column that the table does not have: '" + name + "'; it has " + plain);
            }
        }
        return new ColumnMapping(plain, known.find(plain), known, names.stream().anyMatch(Cells::isLooselyQuoted));
    }

    /**
     * Returns the number of names that are known or mapped by the client.
     *
     * @throws ContactsFailure.Invalid if a field of the mapping is unknown
     */
    public static int countKnown(List<String> names, FileOptions options) {
        return new ColumnNames(options).countKnown(names);
    }

    /** Returns the names of the columns. */
    public List<String> names() {
        return names;
    }

    /** Returns the field that a column fills; null if it is ignored. */
    public @Nullable String fieldOf(int column) {
        @Nullable Target target = targets.get(column);
        @Nullable Target labeled = labels.contains(column) ? targets.get(labels.indexOf(column)) : null;
        return target != null ? target.path() : labeled != null ? ColumnLabels.pathOf(labeled) : null;
    }

    /** Returns the field that each mapped column fills, by column name. */
    public Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            @Nullable String field = fieldOf(i);
            if (field != null) {
                mapping.put(names.get(i), field);
            }
        }
        return mapping;
    }

    /** Returns the names of the columns that fill no field. */
    public List<String> unmapped() {
        List<String> unmapped = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (fieldOf(i) == null) {
                unmapped.add(names.get(i));
            }
        }
        return unmapped;
    }

    /** Returns why columns fill no field, by column name. Columns that nothing is known about have no reason. */
    public Map<String, String> unmappedReasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        unmapped().forEach(name -> known.whyIgnored(name).ifPresent(reason -> reasons.put(name, reason)));
        return reasons;
    }

    /**
     * Reads a row. Missing cells at its end are empty.
     *
     * @param fault what is wrong with the whole row; null if nothing is
     * @param warning what was mended in the whole row; null if nothing was
     */
    public ImportRow read(long number, List<String> cells, @Nullable String fault, @Nullable String warning) {
        RowBuilder row = new RowBuilder();
        int surplus = surplus(cells);
        if (surplus > 0) {
            row.faults().add("row", "has " + surplus + " cells where the header has " + names.size());
        }
        if (fault != null) {
            row.faults().add("row", fault);
        }
        if (row.faults().count() > 0) {
            return row.toRow(number, cells);
        }
        if (warning != null) {
            row.warn("row", warning);
        }
        int count = Math.min(names.size(), cells.size());
        for (int i = 0; i < count; i++) {
            @Nullable Target target = targets.get(i);
            if (target != null) {
                String cell = isLooselyQuoted ? Cells.withoutLooseQuotes(cells.get(i)) : cells.get(i);
                read(row, labeled(target, labels.get(i), cells), cell);
            }
        }
        return row.toRow(number, cells);
    }

    private static Target labeled(Target target, int column, List<String> cells) {
        String label = column < 0 || column >= cells.size() ? "" : cells.get(column);
        return label.isBlank() ? target : ColumnLabels.labeled(target, label);
    }

    static void read(RowBuilder row, Target target, String cell) {
        if (Cells.isBlank(cell) || target.isNothing(cell)) {
            return;
        }
        if (FormulaGuard.isErrorValue(cell)) {
            row.faults().add(nameOf(target), "is " + cell.strip() + ", an error value of a spreadsheet");
            return;
        }
        String text = Cells.withoutFormula(cell);
        target.reader().read(row, text.equals(cell) ? FormulaGuard.remove(cell) : text);
    }

    /** Returns the name of the field for errors, such as {@code title} or {@code address.city}. */
    private static String nameOf(Target target) {
        String path = target.path();
        int open = path.indexOf('[');
        int close = path.indexOf(']');
        String plain = open < 0 ? path : path.substring(0, open) + path.substring(close + 1);
        return plain.startsWith("metadata.") ? plain.substring("metadata.".length()) : plain;
    }

    /** Returns the number of cells if any is not blank behind the last column; otherwise 0. */
    private int surplus(List<String> cells) {
        for (int i = names.size(); i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return cells.size();
            }
        }
        return 0;
    }
}
