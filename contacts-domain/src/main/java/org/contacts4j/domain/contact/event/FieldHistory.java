package org.contacts4j.domain.contact.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.event.ContactEvent.FieldChange;
import org.contacts4j.domain.patch.Field;
import org.jspecify.annotations.Nullable;

/** A field-by-field comparison of two states of a contact. */
final class FieldHistory {

    private FieldHistory() {}

    /** Returns the differences by field name, in field order. Views are omitted: another field has their value. */
    static Map<String, FieldChange> between(@Nullable Contact before, @Nullable Contact after) {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        for (Field<Contact, ?> field : ContactField.all()) {
            if (!field.isView()) {
                @Nullable Object was = before == null ? null : plain(field.of(before));
                @Nullable Object is = after == null ? null : plain(field.of(after));
                if (was == null ? is != null : !was.equals(is)) {
                    changes.put(field.name(), new FieldChange(was, is));
                }
            }
        }
        return changes;
    }

    /** Returns the value as plain data; null if it is empty or false. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || isEmpty(value)) {
            return null;
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Map) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FieldHistory::plain).toList();
        }
        if (value instanceof Email email) {
            return Map.of("address", email.address(), "label", email.label());
        }
        if (value instanceof Phone phone) {
            return Map.of("number", phone.number(), "label", phone.label());
        }
        if (value instanceof Address address) {
            return plain(address);
        }
        return value instanceof Enum<?> constant ? EnumNames.of(constant) : value.toString();
    }

    private static Map<String, String> plain(Address address) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (AddressPart part : AddressPart.values()) {
            @Nullable String text = address.get(part);
            if (text != null) {
                parts.put(part.key(), text);
            }
        }
        return parts;
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || Boolean.FALSE.equals(value);
    }
}
