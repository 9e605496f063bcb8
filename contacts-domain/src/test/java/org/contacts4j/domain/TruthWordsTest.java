package org.contacts4j.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruthWordsTest {

    @Test
    void readsWordsIgnoringCase() {
        assertThat(TruthWords.STRICT.read("TRUE")).isTrue();
        assertThat(TruthWords.STRICT.read("0")).isFalse();
        assertThat(TruthWords.COMMON.read("Yes")).isTrue();
    }

    @Test
    void readsOnlyTheWordsItWasGiven() {
        assertThat(TruthWords.STRICT.read("yes")).isNull();
        assertThat(TruthWords.COMMON.read("on")).isNull();
        assertThat(TruthWords.COMMON.and("on", "off").read("OFF")).isFalse();
        assertThat(TruthWords.COMMON.read("")).isNull();
    }
}
