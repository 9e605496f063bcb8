package org.contacts4j.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.importing.ColumnNames.Target;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** The columns of a table in order, with the field that each column fills. */
final class ColumnMapping {

    private final List<String> names;
    private final List<@Nullable Target> targets = new ArrayList<>();

    ColumnMapping(List<String> names) {
        this.names = FormulaGuard.remove(names);
        this.names.forEach(name -> targets.add(ColumnNames.find(name)));
    }

    List<String> names() {
        return names;
    }

    /** Returns the field that each mapped column fills, by column name. */
    Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Target target = targets.get(i);
            if (target != null) {
                mapping.put(names.get(i).strip(), ContactJson.pathOf(target.field()));
            }
        }
        return mapping;
    }

    /** Returns the names of the columns that no field matches. */
    List<String> unmapped() {
        List<String> unmapped = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (targets.get(i) == null) {
                unmapped.add(names.get(i).strip());
            }
        }
        return unmapped;
    }

    /**
     * Reads a row without formula guards, which exports, errors files and spreadsheets add. An apostrophe before any
     * other cell is part of its value.
     */
    ImportRow read(long number, List<String> cells) {
        return readPlain(number, FormulaGuard.remove(cells));
    }

    private ImportRow readPlain(long number, List<String> cells) {
        RowBuilder row = new RowBuilder();
        if (isRagged(cells)) {
            row.faults().add("row", "has " + cells.size() + " cells where the header has " + names.size());
            return row.toRow(number, cells);
        }
        for (int i = 0; i < names.size(); i++) {
            Target target = targets.get(i);
            if (target != null && !cells.get(i).isBlank()) {
                target.reader().accept(row, cells.get(i));
            }
        }
        return row.toRow(number, cells);
    }

    /** Returns whether a row has fewer cells than columns, or additional cells that are not blank. */
    private boolean isRagged(List<String> cells) {
        return cells.size() < names.size()
                || cells.subList(names.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank());
    }
}
