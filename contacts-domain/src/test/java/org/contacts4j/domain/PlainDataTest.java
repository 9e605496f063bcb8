package org.contacts4j.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PlainDataTest {

    private final Faults faults = new Faults();

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of(1, 1L),
                Arguments.of((short) 1, 1L),
                Arguments.of((byte) 1, 1L),
                Arguments.of(1.0, 1L),
                Arguments.of(-0.0, 0L),
                Arguments.of(1.5, new BigDecimal("1.5")),
                Arguments.of(1.5f, new BigDecimal("1.5")),
                Arguments.of(new BigDecimal("1.50"), new BigDecimal("1.5")),
                Arguments.of(new BigDecimal("1e3"), 1_000L),
                Arguments.of(BigInteger.TEN, 10L),
                Arguments.of(new BigDecimal("9223372036854775807"), Long.MAX_VALUE),
                Arguments.of(new BigInteger("9223372036854775808"), new BigDecimal("9223372036854775808")),
                Arguments.of(1e40, new BigDecimal("1e40").setScale(0)));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void keepsOneFormOfEveryNumber(Number number, Number kept) {
        assertThat(copy(Map.of("n", number))).containsEntry("n", kept);
        assertThat(faults.list()).isEmpty();
    }

    static Stream<Object> noPlainData() {
        return Stream.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                new BigDecimal("1e301"),
                new BigDecimal("1e-301"),
                new BigDecimal("1e2147483647"),
                new BigDecimal(BigInteger.TEN.pow(100).add(BigInteger.ONE)),
                new Object(),
                new int[] {1},
                "\u0000",
                "x".repeat(20_001),
                Map.of(" ", 1),
                Map.of("k".repeat(256), 1));
    }

    @ParameterizedTest
    @MethodSource("noPlainData")
    void refusesWhatIsNoPlainData(Object value) {
        copy(Map.of("n", value));
        assertThat(faults.list()).hasSize(1);
        assertThat(faults.list().get(0).field()).startsWith("custom.n");
    }

    @Test
    void namesTheFaultyItem() {
        copy(Map.of("list", List.of("fine", Map.of("deep", new Object()))));
        assertThat(faults.list()).extracting(Fault::field).containsExactly("custom.list[1].deep");
    }

    @Test
    void refusesDataNestedTooDeep() {
        assertThat(faultsOf(nested(16))).isEmpty();
        assertThat(faultsOf(nested(17))).hasSize(1);
    }

    @Test
    void survivesDataNestedWithoutEnd() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThat(faultsOf(Map.of("list", endless))).hasSize(1);
    }

    @Test
    void copiesDeeplyInTheSameOrder() {
        Map<String, @Nullable Object> source = new LinkedHashMap<>();
        source.put("z", new ArrayList<>(Arrays.asList("a", null)));
        source.put("a", null);
        Map<String, @Nullable Object> copy = copy(source);
        ((List<?>) source.get("z")).clear();
        assertThat(copy.keySet()).containsExactly("z", "a");
        assertThat(copy).containsEntry("z", Arrays.asList("a", null)).containsEntry("a", null);
    }

    @Test
    void givesOutCopiesNobodyCanChange() {
        Map<String, @Nullable Object> copy = copy(Map.of("list", new ArrayList<>(List.of(1))));
        assertThatThrownBy(() -> copy.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) copy.get("list")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void takesNullAwayWithItsKeyWhenMerging() {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("gone", null);
        change.put("new", 3L);
        assertThat(CustomFields.merge(Map.of("kept", 1L, "gone", 2L), change)).isEqualTo(Map.of("kept", 1L, "new", 3L));
    }

    private Map<String, @Nullable Object> copy(Map<String, ?> source) {
        return PlainData.copyOf(source, "custom", faults);
    }

    private static List<Fault> faultsOf(Map<String, ?> source) {
        Faults found = new Faults();
        PlainData.copyOf(source, "custom", found);
        return found.list();
    }

    private static Map<String, Object> nested(int levels) {
        Object value = "deep";
        for (int i = 0; i < levels; i++) {
            value = List.of(value);
        }
        return Map.of("n", value);
    }
}
