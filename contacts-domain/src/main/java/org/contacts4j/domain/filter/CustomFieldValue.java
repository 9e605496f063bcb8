package org.contacts4j.domain.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * The value of a custom field as it is compared: as text, number, flag, time or items, whichever the field's type asks
 * for. A value that cannot be read so is as good as unset.
 *
 * @param value plain data; null when unset
 */
public record CustomFieldValue(@Nullable Object value) {

    static CustomFieldValue of(Contact contact, String key) {
        return new CustomFieldValue(contact.customFields().get(key));
    }

    /** The text; empty when unset. Numbers and flags have one too, and lists that of their items. */
    public String text() {
        return value instanceof List<?> ? String.join(", ", items()) : ComparedText.of(scalar());
    }

    /** The number; null when unset. */
    public @Nullable BigDecimal number() {
        return value instanceof Number ? new BigDecimal(value.toString()) : null;
    }

    /** True, false or null when unset. */
    public @Nullable Boolean flag() {
        return switch (text()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The time, of a day its beginning in UTC; null when unset. */
    public @Nullable Instant time() {
        return value instanceof String text
                ? Moment.parse(text).map(Moment::from).orElse(null)
                : null;
    }

    /** The items of a list; empty when unset. */
    public List<String> items() {
        List<?> items = value instanceof List<?> list ? list : List.of();
        return items.stream()
                .map(item -> ComparedText.of(new CustomFieldValue(item).scalar()))
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
