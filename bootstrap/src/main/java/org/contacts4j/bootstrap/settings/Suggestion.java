package org.contacts4j.bootstrap.settings;

import java.util.Collection;
import java.util.Comparator;

/** Suggests the known word that is closest to a mistyped one. */
public final class Suggestion {

    private Suggestion() {}

    /** Returns {@code "; did you mean 'x'?"} with the closest known word, or {@code ""} when none is close. */
    public static String didYouMean(String typed, Collection<String> known) {
        int reach = Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(word -> distance(typed, word) <= reach)
                .min(Comparator.comparingInt(word -> distance(typed, word)))
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    /** Returns the optimal string alignment distance: insertions, deletions, substitutions and adjacent swaps. */
    private static int distance(String from, String to) {
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : fewest(steps, from, to, i, j);
            }
        }
        return steps[from.length()][to.length()];
    }

    private static int fewest(int[][] steps, String from, String to, int i, int j) {
        int replaced = steps[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
    }
}
