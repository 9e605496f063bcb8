package org.contacts4j.domain.customfield;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12",
                "-1.5e3|-1.5e3",
                "1.234|1.234",
                "12,5|12.5",
                "0,125|0.125",
                "1234,567|1234.567",
                "1.234,5|1234.5",
                "1,234.5|1234.5",
                "1.234.567|1234567",
                "1,234,567|1234567",
                "1 234,5|1234.5",
                "1\u202f234\u00a0567|1234567",
                "1'234.50|1234.50",
                "1\u2019234|1234",
                "\u22125|-5",
                "1,2345|1.2345"
            })
    void readsNumbersThatCanBeReadInOneWay(String text, BigDecimal number) {
        assertThat(LocalForms.UNAMBIGUOUS.number(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "-12,345", "1,23,456", "1.2.3", "1,2,3", "1 2", "12 %", "a", "1,234,56", "--1"})
    void leavesOtherNumbersAsText(String text) {
        assertThat(LocalForms.UNAMBIGUOUS.number(text)).isEqualTo(text);
    }

    @Test
    void readsNumbersWithADecimalMark() {
        assertThat(new LocalForms(null, ",").number("1.234")).isEqualTo(new BigDecimal("1234"));
        assertThat(new LocalForms(null, ",").number("1,234")).isEqualTo(new BigDecimal("1.234"));
        assertThat(new LocalForms(null, ".").number("1,234")).isEqualTo(new BigDecimal("1234"));
        assertThat(new LocalForms(null, ",").number("12.5")).isEqualTo("12.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-06-03|2026-06-03",
                "2026/6/3|2026-06-03",
                "20260603|2026-06-03",
                "3.6.2026|2026-06-03",
                "03.06.2026|2026-06-03",
                "25/06/2026|2026-06-25",
                "06/25/2026|2026-06-25",
                "06-06-2026|2026-06-06",
                "2026年6月3日|2026-06-03",
                "June 3, 2026|2026-06-03",
                "3rd Jun 2026|2026-06-03",
                "3. Juni 2026|2026-06-03",
                "1er mars 2026|2026-03-01",
                "3 de junio de 2026|2026-06-03",
                "1 février 2026|2026-02-01",
                "1º de março de 2026|2026-03-01",
                "2026-06-03 00:00:00|2026-06-03",
                "2026-06-03T10:15:30Z|2026-06-03T10:15:30Z"
            })
    void readsDatesThatCanBeReadInOneWay(String text, String date) {
        assertThat(LocalForms.UNAMBIGUOUS.date(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/06/2026", "3-6-26", "03.06.26", "31.02.2026", "2026", "June 2026", "13/13/2026", "x"})
    void leavesOtherDatesAsText(String text) {
        assertThat(LocalForms.UNAMBIGUOUS.date(text)).isEqualTo(text);
    }

    @Test
    void readsDatesInTheOrderOfAPattern() {
        assertThat(new LocalForms("dd/MM/yyyy", null).date("03/06/2026")).isEqualTo("2026-06-03");
        assertThat(new LocalForms("M-D-YY", null).date("3-6-26")).isEqualTo("2026-03-06");
        assertThat(new LocalForms("yy.MM.dd", null).date("99.12.31")).isEqualTo("1999-12-31");
    }

    @Test
    void rejectsAPatternWithoutDayMonthOrYearAndAnotherMark() {
        Faults faults = new Faults();
        LocalForms.of("MM/yyyy", ";", faults);
        assertThat(faults.list()).extracting(Fault::field).containsExactly("dateFormat", "decimal");
    }
}
