package org.contacts4j.domain.link;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.domain.validation.Rule;

/** Rules for amounts of money. */
final class MoneyRules {

    private static final int MAX_DIGITS = 38;
    private static final int MAX_DECIMALS = 10;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private MoneyRules() {}

    /** Returns a rule for numbers of bounded length. The scale is preserved: {@code 12.50} remains {@code 12.50}. */
    static Rule<BigDecimal> amount() {
        return (value, field, faults) -> {
            // Checked before conversion to plain notation, because 1e999999999 has one digit of precision.
            long wholeDigits = Math.max(1, (long) value.precision() - value.scale());
            int decimals = Math.max(0, value.scale());
            if (decimals > MAX_DECIMALS || wholeDigits + decimals > MAX_DIGITS) {
                faults.add(
                        field,
                        "must have at most " + MAX_DIGITS + " digits, at most " + MAX_DECIMALS + " of them decimals");
                return value;
            }
            return value.scale() < 0 ? value.setScale(0) : value;
        };
    }

    /** Returns a rule for ISO 4217 codes, in either case. Blank text clears the field. */
    static Rule<String> currency() {
        return (value, field, faults) -> {
            String code = value.strip().toUpperCase(Locale.ROOT);
            if (code.isEmpty()) {
                return null;
            }
            if (!CURRENCIES.contains(code)) {
                faults.add(field, "is not an ISO 4217 currency code of three letters, such as EUR");
            }
            return code;
        };
    }
}
