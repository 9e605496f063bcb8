package org.contacts4j.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("changes the default locale")
final class FoldedTest {

    @ParameterizedTest
    @CsvSource({
        "Zoë,zoe",
        "Zoe\u0308,zoe",
        "ＺＯＥ,zoe",
        "Straße,strasse",
        "STRASSE,strasse",
        "STRAẞE,strasse",
        "Σίσυφος,σισυφοσ",
        "ΣΊΣΥΦΟΣ,σισυφοσ",
        "ﬁn,fin",
        "²,2",
        "Ångström,angstrom",
        "Øre,øre",
        "Ⅷ,viii",
        "林美玲,林美玲"
    })
    void takesAwayCaseAccentsAndCompatibilityForms(String text, String folded) {
        assertThat(Folded.of(text)).isEqualTo(folded);
    }

    /**
     * Folding maps all four Turkish i letters to one: dotted İ is an i with a mark, and dotless ı has the capital of i.
     */
    @Test
    void takesAllTurkishIsForOneLetter() {
        assertThat(Folded.of("Iıİi")).isEqualTo("iiii");
    }

    @Test
    void foldsWithoutRegardToTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Folded.of("TITLE")).isEqualTo("title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property
    void foldsWhatIsFoldedToItself(@ForAll String text) {
        String once = Folded.of(text);
        assertThat(Folded.of(once)).isEqualTo(once);
    }

    @Property
    void ignoresCase(@ForAll String text) {
        assertThat(Folded.of(text.toLowerCase(Locale.ROOT))).isEqualTo(Folded.of(text));
    }

    @Test
    void cutsSortKeysBetweenCodePoints() {
        String key = Folded.sortKey("a" + "😀".repeat(300));
        assertThat(key.codePointCount(0, key.length())).isEqualTo(Folded.SORT_KEY_LENGTH);
        assertThat(key).endsWith("😀");
    }

    @Test
    void cutsSortKeysThatGrew() {
        assertThat(Folded.sortKey("\uFDFA".repeat(255))).hasSize(Folded.SORT_KEY_LENGTH);
    }
}
