package org.contacts4j.domain.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.PlainData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void namesThePlaceInsideOfAField() {
        faults.item(2).member("address").add("emails", "is wrong");
        faults.member("a").member("b").item(0).add("customFields", "is wrong");
        assertThat(faults.list()).extracting(Fault::field).containsExactly("emails[2].address", "customFields.a.b[0]");
        assertThat(faults.item(2).member("address").concern("emails")).isTrue();
        assertThat(faults.concern("emails")).isFalse();
    }

    @Test
    void keepsAHundredFaultsAndCountsTheOthers() {
        for (int i = 0; i < 250; i++) {
            assertThat(faults.isFull()).isEqualTo(i >= Faults.MAX);
            faults.item(i).add("tags", "is wrong");
        }
        assertThat(faults.list()).hasSize(100);
        assertThat(faults.count()).isEqualTo(250);
        Faults others = new Faults();
        others.add("name", "is required");
        others.addAll(faults.list());
        assertThat(others.list()).hasSize(100).first().isEqualTo(new Fault("name", "is required"));
        assertThat(others.count()).isEqualTo(101);
    }

    @Test
    void cutsNamesAndMessagesThatSendersMadeLong() {
        faults.member("k".repeat(50_000)).member("\uD83D\uDE00".repeat(50_000)).add("customFields", "m".repeat(50_000));
        Fault fault = faults.list().get(0);
        assertThat(fault.field())
                .startsWith("customFields.kkk")
                .hasSizeLessThanOrEqualTo(301)
                .endsWith("…");
        assertThat(fault.message()).hasSize(1_001).endsWith("…");
        assertThat(new Fault("f" + "\uD83D\uDE00".repeat(300), "").field()).doesNotContain("\uD83D…");
    }

    @Test
    void looksAtNothingBehindTheLastFaultItKeeps() {
        Watched watched = new Watched(1_000_000);
        PlainData.copyOf(Map.of("list", watched), "extensions", faults);
        assertThat(faults.count()).isEqualTo(100);
        assertThat(watched.read).isEqualTo(100);
    }

    @Test
    void looksAtNothingUnderAKeyThatCannotBeKept() {
        Watched watched = new Watched(1_000_000);
        for (String key : List.of("k".repeat(256), " ", "\0")) {
            PlainData.copyOf(Map.of(key, watched), "extensions", faults);
        }
        assertThat(faults.list())
                .extracting(Fault::message)
                .containsExactly(
                        "must not be longer than 255 characters",
                        "must not have a blank key",
                        "must not contain the character U+0000");
        assertThat(watched.read).isZero();
    }

    @Test
    void refusesValuesThatAreFarTooLargeWithoutCopyingThem() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("list", Collections.nCopies(200_000, "\0"));
        assertThat(CustomFields.RULE.check(values, "extensions", faults)).isEmpty();
        assertThat(faults.list()).containsExactly(new Fault("extensions", "must not take more than 64 KiB"));
    }

    /** A list of invalid values that counts how many of its items were read. */
    private static final class Watched extends java.util.AbstractList<Object> {

        private final int size;
        private int read;

        Watched(int size) {
            this.size = size;
        }

        @Override
        public Object get(int index) {
            read++;
            return "\0";
        }

        @Override
        public int size() {
            return size;
        }
    }
}
