package org.contacts4j.domain.contact.event;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.event.ContactEvent.FieldChange;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldValues;
import org.jspecify.annotations.Nullable;

/** The reversal of {@link FieldHistory}: gives fields the values that they had before a change. */
final class FieldReversal {

    /** Reads the values of fields that are neither texts nor maps from the plain data of {@link FieldHistory}. */
    private static final Map<Field<Contact, ?>, Function<Object, Object>> READERS = Map.ofEntries(
            reader(ContactField.EMAILS, items(item -> new Email(text(item, "address"), text(item, "label")))),
            reader(ContactField.PHONES, items(item -> new Phone(text(item, "number"), text(item, "label")))),
            reader(ContactField.PREFERRED_METHOD, name -> constant(ContactMethod.class, name)),
            reader(ContactField.ADDRESS, FieldReversal::address),
            reader(ContactField.COMPANY, id -> new CompanyId(UUID.fromString(id.toString()))),
            reader(ContactField.REPORTS_TO, id -> new ContactId(UUID.fromString(id.toString()))),
            reader(ContactField.ASSIGNED_TO, items(id -> new MemberId(id.toString()))),
            reader(ContactField.TEAMS, items(id -> new TeamId(id.toString()))),
            reader(ContactField.STATUS, name -> constant(ContactStatus.class, name)));

    private FieldReversal() {}

    /**
     * Returns the contact with the values before these changes, at the same revision. Custom values are restored key by
     * key, because values of custom fields that were deleted meanwhile are hidden.
     */
    static Contact revert(Contact contact, Map<String, FieldChange> changes) {
        FieldValues<Contact> values = ContactField.values();
        for (Field<Contact, ?> field : ContactField.all()) {
            if (!field.isView()) {
                revert(values, contact, field, changes.get(field.name()));
            }
        }
        Set<String> hidden = contact.hiddenFields().keySet();
        return Contact.of(contact.id(), contact.organizationId(), values, Map.of(), contact.revision())
                .hiding(hidden);
    }

    private static <T> void revert(
            FieldValues<Contact> values, Contact contact, Field<Contact, T> field, @Nullable FieldChange change) {
        if (field == ContactField.CUSTOM_FIELDS) {
            values.set(ContactField.CUSTOM_FIELDS, customValues(contact, change));
        } else {
            values.set(field, change == null ? field.of(contact) : FieldReversal.<T>read(field, change.before()));
        }
    }

    @SuppressWarnings("unchecked") // safe: the history of a field has values of its type, as texts, maps or READERS
    private static <T> @Nullable T read(Field<Contact, T> field, @Nullable Object plain) {
        return plain == null
                ? null
                : (T) READERS.getOrDefault(field, Function.identity()).apply(plain);
    }

    private static Map<String, @Nullable Object> customValues(Contact contact, @Nullable FieldChange change) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(contact.storedFields());
        if (change == null) {
            return values;
        }
        Map<?, ?> before = asMap(change.before());
        Map<?, ?> after = asMap(change.after());
        after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(values::remove);
        before.forEach((key, value) -> {
            if (!Objects.equals(value, after.get(key))) {
                values.put(key.toString(), value);
            }
        });
        return values;
    }

    private static Map<?, ?> asMap(@Nullable Object plain) {
        return plain instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Object address(Object plain) {
        Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
        for (AddressPart part : AddressPart.values()) {
            @Nullable Object text = asMap(plain).get(part.key());
            if (text != null) {
                parts.put(part, text.toString());
            }
        }
        return new Address(parts);
    }

    private static <E extends Enum<E>> Object constant(Class<E> type, Object name) {
        return EnumNames.find(type, name.toString()).orElseThrow();
    }

    private static String text(Object item, String key) {
        return String.valueOf(asMap(item).get(key));
    }

    private static Function<Object, Object> items(Function<Object, Object> item) {
        return plain ->
                ((List<?>) plain).stream().map(value -> item.apply(value)).toList();
    }

    private static Map.Entry<Field<Contact, ?>, Function<Object, Object>> reader(
            Field<Contact, ?> field, Function<Object, Object> read) {
        return Map.entry(field, read);
    }
}
