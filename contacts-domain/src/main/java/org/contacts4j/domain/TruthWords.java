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

    /** Adds the words, letters and marks of tables in several languages. None of them means both. */
    public static final TruthWords OF_TABLES = COMMON.and("y", "n")
            .and("t", "f")
            .and("on", "off")
            .and("x", "n")
            .and("✓", "✗")
            .and("✔", "✘")
            .and("☑", "☐")
            .and("ja", "nein")
            .and("j", "nee")
            .and("wahr", "falsch")
            .and("waar", "onwaar")
            .and("oui", "non")
            .and("o", "non")
            .and("vrai", "faux")
            .and("sí", "no")
            .and("si", "no")
            .and("s", "no")
            .and("verdadero", "falso")
            .and("sì", "no")
            .and("vero", "falso")
            .and("sim", "não")
            .and("verdadeiro", "nao")
            .and("はい", "いいえ")
            .and("○", "×")
            .and("是", "否")
            .and("真", "假");

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
