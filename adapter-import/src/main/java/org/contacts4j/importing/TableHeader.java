package org.contacts4j.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import org.contacts4j.domain.UnicodeText;

/**
 * The row with the column names of a table.
 *
 * @param cells the cells as they are in the file
 */
record TableHeader(List<String> cells) {

    /** Returns whether a row has nothing to import: it is blank, or repeats the header as joined files do. */
    boolean isSkipped(CsvRecord row) {
        return isBlank(row) || isRepeatedBy(row.getFields());
    }

    static boolean isBlank(CsvRecord row) {
        for (String cell : row.getFields()) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private boolean isRepeatedBy(List<String> row) {
        int width = Math.max(row.size(), cells.size());
        for (int i = 0; i < width; i++) {
            String name = i < cells.size() ? cells.get(i) : "";
            String cell = i < row.size() ? row.get(i) : "";
            if (!name.equals(cell) && !UnicodeText.stripped(name).equalsIgnoreCase(UnicodeText.stripped(cell))) {
                return false;
            }
        }
        return true;
    }
}
