package org.contacts4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contacts4j.domain.ContactsFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLimitsTest {

    private static final String LONG_NUMBER = "holds a number of more than 100 digits, or with an exponent beyond 300";

    @ParameterizedTest
    @ValueSource(strings = {"1e301", "1e-301", "1e9999", "-1e9999", "1e9999999999", "1E-9999999999"})
    void refusesNumbersThatAreLongWhenWrittenOut(String number) {
        refuses(number, LONG_NUMBER);
        refuses("{\"a\": [1, " + number + "]}", LONG_NUMBER);
    }

    @Test
    void refusesNumbersOfManyDigits() {
        refuses("9".repeat(101), LONG_NUMBER + " (line 1, column 1)");
        refuses("0." + "9".repeat(101), LONG_NUMBER);
        refuses("0." + "9".repeat(1_000_000), LONG_NUMBER);
        refuses("9".repeat(1_000_000), LONG_NUMBER);
    }

    @Test
    void takesEveryNumberThatDataMayHold() {
        assertThat(read("1e300")).isEqualTo(new BigDecimal("1e300"));
        assertThat(read("-1e-300")).isEqualTo(new BigDecimal("-1e-300"));
        assertThat(read("-" + "9".repeat(100))).hasToString("-" + "9".repeat(100));
        assertThat(read("7")).isEqualTo(7);
        assertThat(read("1.50")).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void namesTheLimitThatWasBroken() {
        refuses(list("1", 270_001), "holds more than 270000 values");
        refuses(list("{}", 50_001), "holds more than 50000 objects and lists");
        refuses(list("[]", 50_001), "holds more than 50000 objects and lists");
        refuses("[".repeat(101) + "]".repeat(101), "is nested deeper than 100 levels");
        refuses("{" + members(10_001) + "}", "holds an object with more than 10000 members");
        refuses("{\"a\": 1, \"a\": null}", "is not JSON in UTF-8 without repeated keys");
    }

    @Test
    void takesTheLargestViewsThatCanBeSaved() {
        String in = "{\"field\":\"tags\",\"op\":\"in\",\"value\":" + list("1", 100) + "}";
        String view = "{\"name\":\"x\",\"query\":{\"groups\":[{\"conditions\":" + list(in, 21) + "}]}}";
        String views = list(view, 100);
        assertThat(views.length()).isBetween(490_000, 560_000);
        assertThat(read(views))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(100);
        assertThat(read("{" + members(8_000) + "}")).isInstanceOf(Map.class);
        assertThat(read("[".repeat(100) + "]".repeat(100))).isInstanceOf(List.class);
    }

    @Test
    void repeatsWhatIsShortAndTheBeginningOfTheRest() {
        assertThat(Json.echo(Map.of("a", List.of(1, "x")), 200)).isEqualTo(Map.of("a", List.of(1, "x")));
        assertThat(Json.echo(null, 200)).isNull();
        assertThat(Json.echo("x".repeat(198), 200)).isEqualTo("x".repeat(198));
        assertThat(Json.echo(Collections.nCopies(500_000, 1), 200)).isEqualTo("[" + "1,".repeat(99) + "1…");
    }

    private static void refuses(String json, String problem) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(ContactsFailure.Invalid.class, invalid -> {
            assertThat(invalid.faults()).hasSize(1);
            assertThat(invalid.faults().get(0).field()).isEqualTo("body");
            assertThat(invalid.faults().get(0).message()).startsWith(problem);
        });
    }

    private static Object read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String list(String item, int count) {
        return Collections.nCopies(count, item).stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));
    }
}
