package org.contacts4j.jdbi.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
