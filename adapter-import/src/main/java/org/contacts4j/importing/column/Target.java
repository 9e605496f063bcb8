package org.contacts4j.importing.column;

/**
 * The field that the cells of a column fill.
 *
 * @param path the field as clients name it, such as {@code metadata.title} or {@code address[home].city}
 * @param adds whether the cells of several columns add up; otherwise only one column can fill the field
 * @param reader adds a cell that is not blank to a row
 */
record Target(String path, boolean adds, CellReader reader) {

    /** A reader of cells that are not blank. */
    @FunctionalInterface
    interface CellReader {
        void read(RowBuilder row, String cell);
    }
}
