package org.contacts4j.application.importing;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * One row of an import, as it was read.
 *
 * @param number where it stands in the file; the header of a table is row 1
 * @param id the contact's id that the row names; null when it names none
 * @param fields what the row says; it carries the faults of what could not be read
 * @param cells the row as it was sent, to be given back when it fails
 */
public record ImportRow(long number, @Nullable String id, Patch<Contact> fields, List<String> cells) {

    private static final String ELLIPSIS = "…";

    /** About how much memory the row takes, in characters. */
    int size() {
        return cells.stream().mapToInt(String::length).sum();
    }

    /** The row without what it says, as far as that is needed to give it back: at most {@code max} characters of it. */
    ImportRow asSent(int max) {
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
