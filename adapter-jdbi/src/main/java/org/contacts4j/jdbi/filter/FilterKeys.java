package org.contacts4j.jdbi.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.CustomFieldValue;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.TextField;
import org.jspecify.annotations.Nullable;

/**
 * The values of a contact as filters compare them, texts by key. They are kept beside the contact, since no database
 * folds text as Java does. What a column holds already, such as the folded name, is not kept twice; notes are long, and
 * have a column of their own, so that reading the others stays cheap.
 */
public final class FilterKeys {

    /** Stands around every item. Never in one: {@link org.contacts4j.domain.Folded#withoutSeparators}. */
    static final String BETWEEN_ITEMS = "\u001f";

    private static final String AS_NUMBER = ":number";
    private static final String AS_TIME = ":time";
    private static final String AS_ITEMS = ":items";

    private static final List<TextField> FIELDS = List.of(
            Fields.localName(),
            Fields.email(),
            Fields.phone(),
            Fields.source(),
            Fields.title(),
            Fields.department(),
            Fields.city());

    private FilterKeys() {}

    /** What the column {@code filter_keys} holds. Unset values are not there. */
    public static Map<String, String> of(Contact contact) {
        Map<String, String> keys = new LinkedHashMap<>();
        FIELDS.forEach(field -> put(keys, field.name(), field.of(contact)));
        contact.keptFields().forEach((key, value) -> {
            if (Fields.canName(key)) {
                putCustom(keys, Fields.CUSTOM + key, new CustomFieldValue(value));
            }
        });
        return keys;
    }

    /** What the column {@code notes_key} holds. */
    public static String ofNotes(Contact contact) {
        return Fields.notes().of(contact);
    }

    /** The key of a value as a number. */
    static String numberKey(String field) {
        return field + AS_NUMBER;
    }

    /** The key of a value as a time. */
    static String timeKey(String field) {
        return field + AS_TIME;
    }

    /** The key of a value as items. */
    static String itemsKey(String field) {
        return field + AS_ITEMS;
    }

    /** A number in its one form. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A time as a number: the microseconds since 1970. */
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

    private static void put(Map<String, String> keys, String key, String text) {
        if (!text.isEmpty()) {
            keys.put(key, text);
        }
    }
}
