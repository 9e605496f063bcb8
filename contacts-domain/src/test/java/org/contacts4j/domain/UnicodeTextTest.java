package org.contacts4j.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnicodeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0", "\u200b", "\ufeff", "\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069",
                "\u00ad", "\u061c", "\u180e", "\u3000", "\u202f", "\t", "\r\n"
            })
    void stripsInvisibleCharacters(String invisible) {
        assertThat(UnicodeText.stripped(invisible + "Ada" + invisible)).isEqualTo("Ada");
        assertThat(UnicodeText.stripped(invisible)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200d", "\u200c\u200d", "\u3164", "\uffa0\u115f", "\ufe0f"})
    void takesTextThatShowsNothingForEmpty(String blank) {
        assertThat(UnicodeText.stripped(blank)).isEmpty();
    }

    @Test
    void keepsJoinersThatShapeTheirNeighbors() {
        assertThat(UnicodeText.stripped("ന്\u200d")).isEqualTo("ന്\u200d");
        assertThat(UnicodeText.stripped("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
        assertThat(UnicodeText.stripped("👩\u200d🚀")).isEqualTo("👩\u200d🚀");
    }

    @Test
    void removesInvisibleCharactersEverywhereFromAddressesAndNumbers() {
        assertThat(UnicodeText.withoutInvisible("\u202a+49\u00a030\u200b 123\u202c"))
                .isEqualTo("+49 30 123");
        assertThat(UnicodeText.withoutInvisible("ada\u00ad@exa\u200dmple.org")).isEqualTo("ada@example.org");
    }

    @Test
    void composesLettersAndTheirMarks() {
        assertThat(UnicodeText.normalized("Rene\u0301")).isEqualTo("René");
        assertThat(UnicodeText.stripped("Rene\u0301 ")).isEqualTo("René");
    }

    @Property
    void changesNothingTheSecondTime(@ForAll String text) {
        String once = UnicodeText.stripped(text);
        assertThat(UnicodeText.stripped(once)).isEqualTo(once);
        String visible = UnicodeText.withoutInvisible(text);
        assertThat(UnicodeText.withoutInvisible(visible)).isEqualTo(visible);
    }
}
