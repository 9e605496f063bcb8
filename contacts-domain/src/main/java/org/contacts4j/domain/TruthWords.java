package org.contacts4j.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words for true and false that a reader accepts, compared ignoring case. Immutable. */
public final class TruthWords {

    /** {@code true} and {@code 1}, {@code false} and {@code 0}. */
    public static final TruthWords STRICT = new TruthWords(Map.of("true", true, "1", true, "false", false, "0", false));

    /** Adds {@code yes} and {@code no}. */
    public static final TruthWords COMMON = STRICT.and("yes", "no");

    private final Map<String, Boolean> words;

    private TruthWords(Map<String, Boolean> words) {
        this.words = Map.copyOf(words);
    }

    /** Returns these words and one more for each value, in lower case. */
    public TruthWords and(String forTrue, String forFalse) {
        Map<String, Boolean> more = new HashMap<>(words);
        more.put(forTrue, true);
        more.put(forFalse, false);
        return new TruthWords(more);
    }

    /** Returns the value of the word; null if it is none of these words. */
    public @Nullable Boolean read(String word) {
        return words.get(word.toLowerCase(Locale.ROOT));
    }
}
