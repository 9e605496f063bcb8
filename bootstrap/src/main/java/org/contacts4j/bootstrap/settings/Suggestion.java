package org.contacts4j.bootstrap.settings;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Suggests the known word that is closest to a mistyped one. */
public final class Suggestion {

    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private Suggestion() {}

    /** Returns {@code "; did you mean 'x'?"} with the closest known word, or {@code ""} when none is close. */
    public static String didYouMean(String typed, Collection<String> known) {
        int reach = Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(word -> DISTANCE.apply(typed, word) <= reach)
                .min(Comparator.comparingInt(word -> DISTANCE.apply(typed, word)))
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }
}
