package org.contacts4j.jdbi.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.filter.CustomFieldValue;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.PhoneComparison;
import org.contacts4j.domain.filter.TextField;
import org.jspecify.annotations.Nullable;

/**
 * The values of a contact in the form that filters compare, as texts by key. They are stored with the contact, because
 * no database folds text as Java does. Values that a column already holds, such as the folded name, are not stored
 * twice. Notes are long and have a column of their own, so that reading the other values stays cheap.
 */
public final class FilterKeys {

    /**
     * The separator around every item. No item contains it: see {@link org.contacts4j.domain.Folded#withoutSeparators}.
     */
    static final String BETWEEN_ITEMS = "\u001f";

    private static final String AS_NUMBER = ":number";
    private static final String AS_TIME = ":time";
    private static final String AS_ITEMS = ":items";

    private static final List<TextField> FIELDS = Fields.all().stream()
            .filter(field -> field instanceof TextField && !TextClause.COLUMNS.containsKey(field))
            .map(TextField.class::cast)
            .toList();

    private FilterKeys() {}

    /** Returns the value of the column {@code filter_keys}. Unset values are absent. */
    public static Map<String, String> of(Contact contact, PhoneNumbers numbers) {
        Map<String, String> keys = new LinkedHashMap<>();
        FIELDS.forEach(field -> put(keys, field.name(), field.of(contact)));
        TextField phone = PhoneComparison.normalized(numbers);
        put(keys, phone.name(), phone.of(contact));
        contact.storedFields().forEach((key, value) -> {
            if (Fields.canName(key)) {
                putCustom(keys, Fields.CUSTOM + key, new CustomFieldValue(value));
            }
        });
        return keys;
    }

    /** Returns the value of the column {@code notes_key}. */
    public static String ofNotes(Contact contact) {
        return Objects.requireNonNullElse(Fields.notes().of(contact), "");
    }

    /** Returns the key of a value as a number. */
    static String numberKey(String field) {
        return field + AS_NUMBER;
    }

    /** Returns the key of a value as a time. */
    static String timeKey(String field) {
        return field + AS_TIME;
    }

    /** Returns the key of a value as items. */
    static String itemsKey(String field) {
        return field + AS_ITEMS;
    }

    /** Returns the canonical text of a number. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Returns a time as the number of microseconds since 1970. */
    static long number(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    private static void putCustom(Map<String, String> keys, String field, CustomFieldValue value) {
        put(keys, field, value.text());
        @Nullable BigDecimal number = value.number();
        if (number != null) {
            keys.put(numberKey(field), text(number));
        }
        @Nullable Instant time = value.time();
        if (time != null) {
            keys.put(timeKey(field), String.valueOf(number(time)));
        }
        if (!value.items().isEmpty()) {
            keys.put(itemsKey(field), BETWEEN_ITEMS + String.join(BETWEEN_ITEMS, value.items()) + BETWEEN_ITEMS);
        }
    }

    private static void put(Map<String, String> keys, String key, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            keys.put(key, text);
        }
    }
}
