package org.contacts4j.importing.text;

import java.util.Locale;
import java.util.Set;

/** The texts that programs and people write into cells without a value. */
public final class EmptyMarkers {

    private static final int LONGEST = 11;

    /** The first characters of all markers, to exclude other cells quickly. */
    private static final String STARTS = "-\u2013\u2014(\\nNuU";

    private static final Set<String> MARKERS = Set.of(
            "-", "--", "---", "\u2013", "\u2014", "n/a", "n.a.", "\\n", "(null)", "(none)", "(blank)", "(empty)");

    /** Words that are also names of people and places. */
    private static final Set<String> WORDS = Set.of("null", "undefined");

    private static final Set<String> NO_ADDRESS = Set.of("none", "nil", "na", "nan");

    private EmptyMarkers() {}

    /** Returns whether the text stands for no value, whatever the column is. */
    public static boolean isMarker(String cell) {
        return mayBe(cell) && MARKERS.contains(plain(cell));
    }

    /** Returns whether the text stands for no value in a column that contains no names. */
    public static boolean isMarkerOrWord(String cell) {
        return mayBe(cell) && (MARKERS.contains(plain(cell)) || WORDS.contains(plain(cell)));
    }

    /** Returns whether the text stands for no value in a column of addresses or numbers. */
    public static boolean isNoAddress(String cell) {
        return mayBe(cell) && (isMarkerOrWord(cell) || NO_ADDRESS.contains(plain(cell)));
    }

    private static boolean mayBe(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST) {
            return false;
        }
        char first = cell.charAt(0);
        return first <= ' ' || STARTS.indexOf(first) >= 0;
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }
}
