package org.contacts4j.importing.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contacts4j.importing.text.FormulaGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"4.91515E+11", "4,91515E+11", "1E+10", "-1.5e+20"})
    void knowsANumberThatLostItsDigits(String cell) {
        assertThat(Cells.isShortened(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4E10", "E+11", "12E+", "A4.9E+11", "49151555", "1E+1x"})
    void takesOtherCodesForWhatTheyAre(String cell) {
        assertThat(Cells.isShortened(cell)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"491515550123.0,491515550123", "1001.00,1001", "+49151.0,+49151", "1.5,1.5", "10,10", "a.0,a.0", ".0,.0"
    })
    void leavesOutAFractionOfZero(String cell, String whole) {
        assertThat(Cells.withoutFraction(cell)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'+49 170,+49 170",
                "'=x,=x",
                "'0042,0042",
                "'@ada,@ada",
                "'t Hooft,'t Hooft",
                "'68er,'68er",
                "','",
                "'a','a'"
            })
    void leavesOutTheApostropheOfSpreadsheets(String cell, String unmarked) {
        assertThat(FormulaGuard.remove(cell)).isEqualTo(unmarked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b\ufeff", "\u3000 "})
    void aCellOfInvisibleCharactersIsBlank(String cell) {
        assertThat(Cells.isBlank(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#NAME?", "#REF!", "########"})
    void knowsTheErrorValuesOfSpreadsheets(String cell) {
        assertThat(FormulaGuard.isErrorValue(cell)).isTrue();
        assertThat(FormulaGuard.isErrorValue("#1 customer")).isFalse();
    }

    @Test
    void splitsACellWithSeveralValues() {
        assertThat(Cells.values("a ::: b ::: * myContacts")).containsExactly("a", "b", "* myContacts");
        assertThat(Cells.values("vip; fair ;\nnew\r\n")).containsExactly("vip", "fair", "new");
        assertThat(Cells.values("Berlin, Mitte")).containsExactly("Berlin, Mitte");
        assertThat(Cells.values("[\"vip\", \"a, b\"]")).containsExactly("vip", "a, b");
        assertThat(Cells.values("\"vip\",\"fair\"")).containsExactly("vip", "fair");
        assertThat(Cells.values("['vip','it''s']")).containsExactly("vip", "it''s");
        assertThat(Cells.values("'s-Hertogenbosch; 't Gooi")).containsExactly("'s-Hertogenbosch", "'t Gooi");
        assertThat(Cells.values("[]")).isEqualTo(List.of());
    }
}
