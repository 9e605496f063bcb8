package org.contacts4j.importing.text;

import java.util.List;
import java.util.Set;

/**
 * Prevents spreadsheets from evaluating cells as formulas (OWASP, "CSV Injection"). An apostrophe before a cell makes
 * it text. An apostrophe also tells error values, such as {@code #N/A}, from texts. Imports of all tables remove it.
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

    private static final Set<String> ERROR_VALUES =
            Set.of("#N/A", "#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NULL!", "#NV", "#WERT!", "#BEZUG!");

    private FormulaGuard() {}

    /** Prefixes an apostrophe to each cell that begins like a formula, and to each cell that already looks guarded. */
    public static List<String> add(List<String> cells) {
        return cells.stream().map(FormulaGuard::add).toList();
    }

    /** Prefixes an apostrophe to a cell that begins like a formula, or that already looks guarded. */
    public static String add(String cell) {
        return needsGuard(cell) ? GUARD + cell : cell;
    }

    /** Removes the apostrophes that {@link #add} or a spreadsheet added. */
    public static List<String> remove(List<String> cells) {
        return cells.stream().map(FormulaGuard::remove).toList();
    }

    /** Removes the apostrophe that {@link #add} or a spreadsheet added. Those of names, as in {@code 't Hooft}, stay. */
    public static String remove(String cell) {
        boolean isGuarded = !cell.isEmpty() && cell.charAt(0) == GUARD && needsGuard(cell);
        return isGuarded ? cell.substring(1) : cell;
    }

    private static boolean needsGuard(String cell) {
        String plain = cell.substring(apostrophes(cell));
        return isFormula(cell) || isMarked(cell) || isErrorValue(plain) || EmptyMarkers.isMarkerOrWord(plain);
    }

    /** Returns whether a spreadsheet wrote the cell instead of a value that it could not compute or show. */
    public static boolean isErrorValue(String cell) {
        String plain = cell.strip();
        return plain.startsWith("#")
                && (ERROR_VALUES.contains(plain) || plain.chars().allMatch(c -> c == '#'));
    }

    /** Returns the number of apostrophes at the beginning of a cell. */
    private static int apostrophes(String cell) {
        int count = 0;
        while (count < cell.length() && cell.charAt(count) == GUARD) {
            count++;
        }
        return count;
    }

    /** Returns whether a cell is a number after apostrophes, by which spreadsheets mark numbers as text. */
    private static boolean isMarked(String cell) {
        int at = apostrophes(cell);
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
        int at = apostrophes(cell);
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
