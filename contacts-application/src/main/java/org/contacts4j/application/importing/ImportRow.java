package org.contacts4j.application.importing;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A parsed row of an import.
 *
 * @param number the row's number in the file; the header of a table is row 1
 * @param id the contact id in the row; null if there is none
 * @param fields the parsed fields, including the validation errors of cells that could not be parsed
 * @param cells the row as sent, returned to the client when the row fails
 * @param warnings what was left out or mended in the row
 */
public record ImportRow(
        long number, @Nullable String id, Patch<Contact> fields, List<String> cells, List<Fault> warnings) {

    private static final String ELLIPSIS = "…";

    /** Creates a row without warnings. */
    public ImportRow(long number, @Nullable String id, Patch<Contact> fields, List<String> cells) {
        this(number, id, fields, cells, List.of());
    }

    /** Returns the approximate memory size of the row, in characters. */
    public int size() {
        return cells.stream().mapToInt(String::length).sum();
    }

    /** Returns the row without its parsed fields, and with at most {@code max} characters of its cells. */
    public ImportRow asSent(int max) {
        List<String> kept = new ArrayList<>(cells.size());
        int room = max;
        for (String cell : cells) {
            String beginning = cell.length() <= room ? cell : cell.substring(0, Math.max(0, room - 1)) + ELLIPSIS;
            kept.add(beginning);
            room = Math.max(0, room - beginning.length());
        }
        return new ImportRow(number, id, Patch.empty(), size() <= max ? cells : kept);
    }
}
