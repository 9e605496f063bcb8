package org.contacts4j.jdbi.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LikePatternTest {

    @ParameterizedTest
    @CsvSource({
        "lovelace, %lovelace%",
        "person404792.0@mail, %on404792%mail%",
        "ada b. lovelace-123, %ada%lovelace-123%",
        "x international business 77, %national business 77%",
        "100%_ab!, %100!%!_ab!!%",
        "अनन्या, %अनन्या%",
    })
    void passesOverWhatTellsTextsLittleApart(String text, String pattern) {
        assertThat(LikePattern.containingApproximately(text)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({"d, %d%", "a_b, %a!_b%", "'', %%", "a 1, %a 1%"})
    void wantsAllOfATextThatHasNothingElse(String text, String pattern) {
        assertThat(LikePattern.containingApproximately(text)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "王, %ꙮꙮ王%",
        "王伟, %ꙮꙮ伟%ꙮꙮ王%",
        "陽菜, %ꙮꙮ菜%ꙮꙮ陽%",
        "さく, %ꙮꙮく%ꙮꙮさ%",
        "김, %ꙮꙮ김%",
        "x王, %ꙮꙮ王%",
        "王小明, %王小明%",
        "ada, %ada%",
    })
    void findsShortEastAsianWordsByTheirLetters(String text, String pattern) {
        assertThat(LikePattern.indexed(text)).contains(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "da", "@", "d a", "ー", "12"})
    void findsOtherShortWordsByNoIndex(String text) {
        assertThat(LikePattern.indexed(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"王小明, 明王", "김민준, 준김", "acme 東京\u001f, 京"})
    void findsTheLettersOfAStoredTextInAnyOrder(String text, String word) {
        String like = LikePattern.indexed(word).orElseThrow().replace("%", ".*");
        assertThat(EastAsianLetters.withEntries(text).replace('\n', ' ')).matches(like);
    }
}
