package org.contacts4j.importing.column;

import java.util.Set;
import java.util.regex.Pattern;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.importing.text.EmptyMarkers;

/**
 * The field that the cells of a column fill.
 *
 * @param path the field as clients name it, such as {@code metadata.title} or {@code address[home].city}
 * @param adds whether the cells of several columns add up; otherwise only one column can fill the field
 * @param reader adds a cell that is not blank to a row
 */
record Target(String path, boolean adds, CellReader reader) {

    private static final Set<String> NAMES =
            Set.of("name", "firstName", "lastName", "displayName", "localName", "name.middle", "name.suffix");

    private static final Pattern ADDRESSES =
            Pattern.compile("(?:emails?|phones?|secondaryEmail|secondaryPhone)(?:\\[.*])?"
                    + "|website|metadata\\.(?:mobilePhone|workPhone)");

    /** Returns whether a cell of the column stands for no value. Values of custom fields are taken as they are. */
    boolean isNothing(String cell) {
        if (!EmptyMarkers.isNoAddress(cell) || path.startsWith(ContactField.CUSTOM_FIELDS.name() + ".")) {
            return false;
        }
        return ADDRESSES.matcher(path).matches()
                || (NAMES.contains(path) ? EmptyMarkers.isMarker(cell) : EmptyMarkers.isMarkerOrWord(cell));
    }

    /** A reader of cells that are not blank. */
    @FunctionalInterface
    interface CellReader {
        void read(RowBuilder row, String cell);
    }
}
