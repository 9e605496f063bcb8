package org.contacts4j.importing;

import java.util.List;

/**
 * Prevents spreadsheets from evaluating cells as formulas (OWASP, "CSV Injection"). An apostrophe before a cell makes
 * it text. Imports of all tables remove it.
 *
 * <p>Guarding is reversible: {@link #remove} returns exactly the cells that {@link #add} received.
 */
public final class FormulaGuard {

    private static final char GUARD = '\'';

    /**
     * The characters that begin a formula, in ASCII, fullwidth and small forms. Spreadsheets in East Asian locales
     * treat these forms alike.
     */
    private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b";

    private FormulaGuard() {}

    /** Prefixes an apostrophe to each cell that begins like a formula, and to each cell that already looks guarded. */
    static List<String> add(List<String> cells) {
        return cells.stream().map(FormulaGuard::add).toList();
    }

    /** Prefixes an apostrophe to a cell that begins like a formula, or that already looks guarded. */
    public static String add(String cell) {
        return isFormula(cell) || isMarked(cell) ? GUARD + cell : cell;
    }

    /** Removes the apostrophes that {@link #add} or a spreadsheet added. */
    static List<String> remove(List<String> cells) {
        return cells.stream().map(FormulaGuard::remove).toList();
    }

    private static String remove(String cell) {
        boolean isGuarded = !cell.isEmpty() && cell.charAt(0) == GUARD && (isFormula(cell) || isMarked(cell));
        return isGuarded ? cell.substring(1) : cell;
    }

    /** Returns whether a cell is a number after apostrophes, by which spreadsheets mark numbers as text. */
    private static boolean isMarked(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == GUARD) {
            at++;
        }
        return at > 0
                && cell.chars().skip(at).noneMatch(c -> Character.isLetter(c) || c == GUARD)
                && cell.chars().skip(at).anyMatch(Character::isDigit);
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
