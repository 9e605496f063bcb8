package org.contacts4j.jdbi.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A sample of the trigrams in the search texts of all organizations. It tells the words that few contacts have from common
 * ones, for which the database is asked to plan a search by its values.
 *
 * @param texts the number of texts in the sample
 * @param textsWith the number of these texts that contain each trigram; trigrams that none contains are absent
 */
public record TrigramSample(int texts, Map<String, Integer> textsWith) {

    /** A smaller sample says little about a share of one in {@link #SHARE}. */
    private static final int FEWEST_TEXTS = 50;

    /** An index reads the entries of a trigram that one of so many texts contains in some milliseconds per million. */
    private static final int SHARE = 20;

    /** Returns the sample of these texts. */
    public static TrigramSample of(Collection<String> texts) {
        Map<String, Integer> textsWith = new HashMap<>();
        for (String text : texts) {
            Set<String> trigrams = new HashSet<>(LikePattern.trigrams(text));
            trigrams.forEach(trigram -> textsWith.merge(trigram, 1, Integer::sum));
        }
        return new TrigramSample(texts.size(), Map.copyOf(textsWith));
    }

    /** Returns whether few texts contain the word, by the trigrams with which an index finds it. */
    public boolean isRare(String word) {
        return texts >= FEWEST_TEXTS
                && LikePattern.trigrams(LikePattern.indexed(word).orElse("")).stream()
                        .anyMatch(trigram -> textsWith.getOrDefault(trigram, 0) * SHARE <= texts);
    }
}
