package org.contacts4j.http.importing;

import java.util.List;

/**
 * Keeps spreadsheets from taking cells for formulas (OWASP, "CSV Injection"): an apostrophe before the cell makes it text.
 * What is guarded can be told from what is not, so that {@link #remove} gives back exactly what {@link #add} was given.
 */
final class FormulaGuard {

    private static final char GUARD = '\'';

    /** ASCII, fullwidth and small forms: spreadsheets in East Asian locales read them alike. */
    private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b";

    private FormulaGuard() {}

    /** Puts an apostrophe before each cell that begins like a formula, and before those that already look guarded. */
    static List<String> add(List<String> cells) {
        return cells.stream().map(cell -> isFormula(cell) ? GUARD + cell : cell).toList();
    }

    /** Takes back the apostrophes that {@link #add} put there. */
    static List<String> remove(List<String> cells) {
        return cells.stream()
                .map(cell -> !cell.isEmpty() && cell.charAt(0) == GUARD && isFormula(cell) ? cell.substring(1) : cell)
                .toList();
    }

    /** Behind any apostrophes, and behind what readers strip or do not show: spaces, invisible characters, quotes. */
    private static boolean isFormula(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == GUARD) {
            at++;
        }
        while (at < cell.length() && STARTS.indexOf(cell.charAt(at)) < 0 && isPassedOver(cell.charAt(at))) {
            at++;
        }
        return at < cell.length() && STARTS.indexOf(cell.charAt(at)) >= 0;
    }

    private static boolean isPassedOver(char c) {
        return c == '"'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
