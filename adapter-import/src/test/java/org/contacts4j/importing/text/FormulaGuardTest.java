package org.contacts4j.importing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(1)",
                "=",
                "-",
                // control characters
                "\t=1",
                "\r=1",
                "\n=1",
                "\tname",
                "\rname",
                "\nname",
                "\u0000=1",
                // fullwidth and small forms
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff20a",
                "\ufe661",
                // after characters that are stripped or not shown
                " =1",
                "\u00a0=1",
                "\u3000=1",
                "\u200b=1",
                "\ufeff=1",
                "\u202e=1",
                "\"=1\"",
                " \" =1",
                // cells that already look guarded
                "'=1",
                "''=1",
                "' =1",
                "' \u200b\uff1d1",
                // numbers that a spreadsheet marks as text
                "'007",
                "''+49 (0)30 1",
                // what spreadsheets write instead of values
                "#N/A",
                "'#NAME?",
                "####"
            })
    void aCellThatBeginsLikeAFormulaIsMadeTextAndComesBack(String cell) {
        List<String> guarded = FormulaGuard.add(List.of(cell));
        assertThat(guarded).containsExactly("'" + cell);
        assertThat(FormulaGuard.remove(guarded)).containsExactly(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada", "a=1", "1-2", "'", "'Ada'", "O'Hara", " Ada", "\"Ada\"", "' Ada", "\u2013 1"})
    void otherCellsStayAsTheyAre(String cell) {
        assertThat(FormulaGuard.add(List.of(cell))).containsExactly(cell);
        assertThat(FormulaGuard.remove(List.of(cell))).containsExactly(cell);
    }

    @Test
    void numbersThatASpreadsheetMarksAsTextAreThoseNumbers() {
        assertThat(FormulaGuard.remove(List.of("'007", "'+49 30", "'t Hooft", "'68 Comeback")))
                .containsExactly("007", "+49 30", "'t Hooft", "'68 Comeback");
    }

    @Test
    void everyCellComesBack() {
        Random random = new Random(7);
        String alphabet = "'='1#=+-@\t\r\n \"\u200b\uff1da";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder cell = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<String> sent = List.of(cell.toString());
            assertThat(FormulaGuard.remove(FormulaGuard.add(sent))).isEqualTo(sent);
        }
    }
}
