package org.contacts4j.importing;

import java.util.List;

/**
 * Prevents spreadsheets from evaluating cells as formulas (OWASP, "CSV Injection"). An apostrophe before a cell makes
 * it text.
 *
 * <p>Guarding is reversible: {@link #remove} returns exactly the cells that {@link #add} received.
 */
final class FormulaGuard {

    private static final char GUARD = '\'';

    /**
     * The characters that begin a formula, in ASCII, fullwidth and small forms. Spreadsheets in East Asian locales
     * treat these forms alike.
     */
    private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b";

    private FormulaGuard() {}

    /** Prefixes an apostrophe to each cell that begins like a formula, and to each cell that already looks guarded. */
    static List<String> add(List<String> cells) {
        return cells.stream().map(cell -> isFormula(cell) ? GUARD + cell : cell).toList();
    }

    /** Removes the apostrophes that {@link #add} added. */
    static List<String> remove(List<String> cells) {
        return cells.stream()
                .map(cell -> !cell.isEmpty() && cell.charAt(0) == GUARD && isFormula(cell) ? cell.substring(1) : cell)
                .toList();
    }

    /**
     * Returns whether a cell begins like a formula after any apostrophes and ignored characters.
     *
     * <p>Ignored are characters that readers strip or do not show: spaces, invisible characters and quotes.
     */
    private static boolean isFormula(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == GUARD) {
            at++;
        }
        while (at < cell.length() && STARTS.indexOf(cell.charAt(at)) < 0 && isIgnored(cell.charAt(at))) {
            at++;
        }
        return at < cell.length() && STARTS.indexOf(cell.charAt(at)) >= 0;
    }

    private static boolean isIgnored(char c) {
        return c == '"'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
