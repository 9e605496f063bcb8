package org.contacts4j.http.spn;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.domain.TruthWords;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A value of the request and its location. Values are read as pydantic reads them: some are converted, others add a
 * problem. A reader that adds a problem still returns a placeholder.
 */
record ReceivedValue(@Nullable Object value, List<Object> loc, Problems problems) {

    private static final UUID NONE = new UUID(0, 0);

    private static final TruthWords TRUTH_WORDS = TruthWords.COMMON.and("on", "off");

    private static final Pattern WHOLE = Pattern.compile("([+-]?[0-9]+(?:_[0-9]+)*)(?:[.]0*)?");

    private static final String GROUPS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern ID =
            Pattern.compile("(urn:uuid:)?" + GROUPS + "|[{]" + GROUPS + "[}]|[0-9a-f]{32}", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_DIGITS = Pattern.compile("urn:uuid:|[-{}]", Pattern.CASE_INSENSITIVE);
    private static final int HALF = 16;

    /** Returns a member of the body. */
    static ReceivedValue inBody(String member, @Nullable Object value, Problems problems) {
        return new ReceivedValue(value, List.of("body", member), problems);
    }

    /** Returns a parameter of the query. */
    static ReceivedValue inQuery(String name, String value, Problems problems) {
        return new ReceivedValue(value, List.of("query", name), problems);
    }

    @Nullable
    String text() {
        if (value instanceof String text) {
            return text;
        }
        problems.add(this, "string_type", "Input should be a valid string");
        return null;
    }

    @Nullable
    Boolean flag() {
        if (value instanceof Boolean sent) {
            return sent;
        }
        String word = isNumber(BigDecimal.ONE) ? "1" : isNumber(BigDecimal.ZERO) ? "0" : "";
        if (value instanceof String text) {
            word = text;
        }
        @Nullable Boolean flag = TRUTH_WORDS.read(word);
        if (flag != null) {
            return flag;
        }
        String type = value instanceof String || value instanceof Number ? "bool_parsing" : "bool_type";
        problems.add(this, type, "Input should be a valid boolean, unable to interpret input");
        return null;
    }

    /** Reads an id in the usual form, without hyphens, in braces, or as a URN. */
    UUID id() {
        if (value instanceof String text && ID.matcher(text).matches()) {
            String digits = NO_DIGITS.matcher(text).replaceAll("");
            return new UUID(
                    Long.parseUnsignedLong(digits.substring(0, HALF), 16),
                    Long.parseUnsignedLong(digits.substring(HALF), 16));
        }
        String error = "expected 32 hexadecimal digits in groups of 8-4-4-4-12";
        problems.add(this, "uuid_parsing", "Input should be a valid UUID, " + error, Map.of("error", error));
        return NONE;
    }

    /** Reads an integer from text. Values above {@link Integer#MAX_VALUE} are reduced to it. */
    int number(int least) {
        Matcher digits = WHOLE.matcher(String.valueOf(value).strip());
        if (!digits.matches()) {
            problems.add(this, "int_parsing", "Input should be a valid integer, unable to parse string as an integer");
            return least;
        }
        BigInteger number = new BigInteger(digits.group(1).replace("_", ""));
        if (number.compareTo(BigInteger.valueOf(least)) < 0) {
            problems.add(
                    this,
                    "greater_than_equal",
                    "Input should be greater than or equal to " + least,
                    Map.of("ge", least));
        }
        return number.min(BigInteger.valueOf(Integer.MAX_VALUE))
                .max(BigInteger.valueOf(least))
                .intValue();
    }

    /** Checks the value against the domain's rules for the field. Adds only the first error, as pydantic does. */
    <T> void check(Field<?, T> field, T read) {
        Faults faults = new Faults();
        field.check(read, faults);
        faults.list().stream().findFirst().ifPresent(fault -> problems.add(this, fault));
    }

    /**
     * Compares by numeric value. Compares scaled numbers without expanding them, since long ones are expensive to write
     * out.
     */
    private boolean isNumber(BigDecimal other) {
        return value instanceof Integer whole
                ? whole == other.intValue()
                : value instanceof BigDecimal exact && exact.compareTo(other) == 0;
    }
}
