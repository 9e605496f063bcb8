package org.contacts4j.jdbi.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrigramSampleTest {

    private final TrigramSample sample = TrigramSample.of(IntStream.range(0, 100)
            .mapToObj(
                    n -> "lieferanten\u001fperson " + n + (n < 5 ? " lovelace" : "") + "\nperson" + n + "@example.org")
            .toList());

    @Test
    void callsAWordRareThatNoTextOfTheSampleContains() {
        assertThat(sample.isRare("babbage")).isTrue();
    }

    @Test
    void callsAWordRareThatOneOfTwentyTextsContains() {
        assertThat(sample.isRare("lovelace")).isTrue();
    }

    @Test
    void callsAWordCommonAllOfWhosePartsAreCommon() {
        assertThat(sample.isRare("example")).isFalse();
        assertThat(sample.isRare("person")).isFalse();
    }

    @Test
    void judgesALongWordByItsEndWhichTheIndexReads() {
        assertThat(sample.isRare("xyzlieferanten")).isFalse();
    }

    @Test
    void callsAWordRareOneOfWhosePartsIsRare() {
        assertThat(sample.isRare("person4711")).isTrue();
    }

    @Test
    void callsNoWordRareWithoutLetters() {
        assertThat(sample.isRare("@")).isFalse();
        assertThat(sample.isRare("de")).isFalse();
    }

    @Test
    void judgesEastAsianWordsByTheirLetters() {
        TrigramSample chinese = TrigramSample.of(IntStream.range(0, 60)
                .mapToObj(n -> EastAsianLetters.withEntries("王" + (n < 2 ? "伟" : "芳")))
                .toList());
        assertThat(chinese.isRare("王")).isFalse();
        assertThat(chinese.isRare("王伟")).isTrue();
        assertThat(chinese.isRare("李")).isTrue();
    }

    @Test
    void callsNoWordRareByASmallSample() {
        assertThat(TrigramSample.of(List.of("acme", "globex")).isRare("babbage"))
                .isFalse();
    }

    @Test
    void countsLettersOfAllScripts() {
        TrigramSample russian = TrigramSample.of(
                IntStream.range(0, 60).mapToObj(n -> "иванова " + n).toList());
        assertThat(russian.isRare("иванова")).isFalse();
        assertThat(russian.isRare("петров")).isTrue();
    }
}
