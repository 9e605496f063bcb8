package org.contacts4j.domain.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A custom field's value, readable as text, number, flag, time or items. The field's type selects the reading. A value
 * that has no such reading is treated as unset.
 *
 * @param value plain data; null when unset
 */
public record CustomFieldValue(@Nullable Object value) {

    static CustomFieldValue of(Contact contact, String key) {
        return new CustomFieldValue(contact.customFields().get(key));
    }

    /**
     * Returns the value as text; empty when unset. Numbers and flags are formatted, and the items of a list are joined.
     */
    public String text() {
        return value instanceof List<?> ? String.join(", ", items()) : TextField.key(scalar());
    }

    /** Returns the value as a number; null when unset. */
    public @Nullable BigDecimal number() {
        return value instanceof Number ? new BigDecimal(value.toString()) : null;
    }

    /** Returns true or false; null when unset. */
    public @Nullable Boolean flag() {
        return switch (text()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Returns the value as a time; null when unset. A date is the beginning of that day in UTC. */
    public @Nullable Instant time() {
        return value instanceof String text
                ? Moment.parse(text).map(Moment::from).orElse(null)
                : null;
    }

    /** Returns the items of a list; empty when unset. */
    public List<String> items() {
        List<?> items = value instanceof List<?> list ? list : List.of();
        return items.stream()
                .map(item -> TextField.key(new CustomFieldValue(item).scalar()))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private String scalar() {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : "";
    }
}
