package org.contacts4j.importing.cell;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.UnicodeText;

/** The texts of cells, as spreadsheets and other programs write them. */
public final class Cells {

    private static final String GOOGLE_SEPARATOR = " ::: ";
    private static final String QUOTES = "\"'";

    private Cells() {}

    /** Returns whether nothing in the cell is visible. */
    public static boolean isBlank(String cell) {
        if (cell.isEmpty()) {
            return true;
        }
        char first = cell.charAt(0);
        if (Character.isLetterOrDigit(first) || (first > ' ' && first < 0x7f)) {
            return false;
        }
        return UnicodeText.stripped(cell).isEmpty();
    }

    /**
     * Returns the text of a cell that a program wrote as a formula, so that spreadsheets keep it: {@code ="0042"}. Returns
     * other cells as they are.
     */
    public static String withoutFormula(String cell) {
        boolean isText = cell.length() > 3 && cell.startsWith("=\"") && cell.endsWith("\"");
        return isText ? unquoted(cell.substring(1), cell) : cell;
    }

    /** Returns a cell without the quotes behind leading spaces, which are no quotes to a reader of tables. */
    public static String withoutLooseQuotes(String cell) {
        String text = cell.strip();
        boolean isQuoted = cell.length() > text.length() && isLooselyQuoted(cell);
        return isQuoted ? unquoted(text, cell) : cell;
    }

    /** Returns whether a cell has spaces before its quotes. */
    public static boolean isLooselyQuoted(String cell) {
        String text = cell.strip();
        return cell.startsWith(" ") && text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    }

    private static String unquoted(String quoted, String otherwise) {
        String inner = quoted.substring(1, quoted.length() - 1);
        return inner.replace("\"\"", "").indexOf('"') < 0 ? inner.replace("\"\"", "\"") : otherwise;
    }

    /** Returns whether a spreadsheet shortened a number and lost its digits, as in {@code 4.91515E+11}. */
    public static boolean isShortened(String cell) {
        int exponent = cell.lastIndexOf("E+");
        exponent = exponent < 0 ? cell.lastIndexOf("e+") : exponent;
        return exponent > 0
                && isNumber(cell, 0, exponent)
                && exponent + 2 < cell.length()
                && isDigits(cell, exponent + 2, cell.length());
    }

    /** Returns a whole number without the {@code .0} that programs add; other cells as they are. */
    public static String withoutFraction(String cell) {
        int mark = cell.length() - 1;
        while (mark > 0 && cell.charAt(mark) == '0') {
            mark--;
        }
        boolean fraction = mark > 0
                && mark < cell.length() - 1
                && mark >= cell.length() - 3
                && (cell.charAt(mark) == '.' || cell.charAt(mark) == ',');
        int start = cell.charAt(0) == '+' ? 1 : 0;
        return fraction && start < mark && isDigits(cell, start, mark) ? cell.substring(0, mark) : cell;
    }

    /**
     * Returns the values of a cell that contains several: separated by semicolons, line breaks or the three colons of
     * Google's files, or a list in quotes, such as {@code "a","b"} or {@code ["a", "b"]}.
     */
    public static List<String> values(String cell) {
        String text = cell.strip();
        boolean list = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
        if (list) {
            text = text.substring(1, text.length() - 1).strip();
        }
        boolean quoted = !text.isEmpty() && QUOTES.indexOf(text.charAt(0)) >= 0;
        return list || quoted ? listed(text, list) : split(text);
    }

    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            int length = i == text.length() ? 1 : separatorAt(text, i);
            if (length > 0) {
                addVisible(values, text.substring(start, i));
                start = i + length;
                i = start - 1;
            }
        }
        return values;
    }

    private static int separatorAt(String text, int at) {
        char c = text.charAt(at);
        if (c == ' ') {
            return text.startsWith(GOOGLE_SEPARATOR, at) ? GOOGLE_SEPARATOR.length() : 0;
        }
        return c == ';' || c == '\n' || c == '\r' ? 1 : 0;
    }

    /** Splits at separators and commas outside quotes. Without any quoted value, commas are part of values. */
    private static List<String> listed(String text, boolean list) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && QUOTES.indexOf(c) >= 0 && value.toString().isBlank()) {
                if (closes(text, c, i + 1) < 0) {
                    return split(text);
                }
                quote = c;
            } else if (quote != 0 && c == quote && closes(text, c, i) == i) {
                quote = 0;
            } else if (quote == 0 && (c == ',' || separatorAt(text, i) > 0)) {
                addVisible(values, value.toString());
                value.setLength(0);
                i += Math.max(separatorAt(text, i), 1) - 1;
            } else {
                value.append(c);
            }
        }
        addVisible(values, value.toString());
        return list || values.size() > 1 || text.endsWith("\"") ? values : split(text);
    }

    /** Returns the index of the next quote that a separator or the end follows; -1 if there is none. */
    private static int closes(String text, char quote, int from) {
        for (int i = text.indexOf(quote, from); i >= 0; i = text.indexOf(quote, i + 1)) {
            int next = i + 1;
            while (next < text.length() && text.charAt(next) == ' ' && !text.startsWith(GOOGLE_SEPARATOR, next)) {
                next++;
            }
            if (next == text.length() || text.charAt(next) == ',' || separatorAt(text, next) > 0) {
                return i;
            }
        }
        return -1;
    }

    private static void addVisible(List<String> values, String value) {
        String visible = value.strip();
        if (!visible.isEmpty()) {
            values.add(visible);
        }
    }

    private static boolean isNumber(String text, int from, int to) {
        boolean digit = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            if (!(c >= '0' && c <= '9') && c != '.' && c != ',' && !(i == from && (c == '+' || c == '-'))) {
                return false;
            }
        }
        return digit;
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
