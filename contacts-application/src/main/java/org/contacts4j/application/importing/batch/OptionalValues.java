package org.contacts4j.application.importing.batch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row without which it can be imported. An invalid one is left out with a warning. The others identify
 * the person or another record, or say that the person must not be contacted; an invalid one fails the row.
 */
final class OptionalValues {

    private static final Set<Field<Contact, ?>> REQUIRED = Set.of(
            ContactField.NAME,
            ContactField.FIRST_NAME,
            ContactField.LAST_NAME,
            ContactField.CODE,
            ContactField.EMAILS,
            ContactField.EMAIL,
            ContactField.SECONDARY_EMAIL,
            ContactField.PHONES,
            ContactField.PHONE,
            ContactField.SECONDARY_PHONE,
            ContactField.MOBILE_PHONE,
            ContactField.WORK_PHONE,
            ContactField.DO_NOT_CONTACT,
            ContactField.COMPANY,
            ContactField.REPORTS_TO);

    private static final Map<String, Field<Contact, ?>> OPTIONAL = optional();

    private OptionalValues() {}

    /** Returns the row without its invalid values, and with a warning for each; empty if the row fails. */
    static Optional<ImportRow> leftOut(ImportRow row, List<Fault> faults) {
        Patch<Contact> fields = row.fields().withoutFaults();
        for (Fault fault : faults) {
            @Nullable Field<Contact, ?> field = OPTIONAL.get(nameOf(fault.field()));
            boolean isRow = row.fields().faults().contains(fault) || (field != null && fields.touches(field));
            if (field == null || !isRow) {
                return Optional.empty();
            }
            fields = without(fields, field, fault.field());
        }
        List<Fault> warnings = new ArrayList<>(row.warnings());
        warnings.addAll(faults);
        return Optional.of(row.with(fields, warnings));
    }

    private static Map<String, Field<Contact, ?>> optional() {
        Map<String, Field<Contact, ?>> optional = new HashMap<>();
        ContactField.all().stream()
                .filter(field -> !REQUIRED.contains(field))
                .forEach(field -> optional.put(field.name(), field));
        return Map.copyOf(optional);
    }

    /** Returns the name of the field in a path such as {@code tags[3]} or {@code address.city}. */
    private static String nameOf(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return path.substring(0, end);
    }

    private static Patch<Contact> without(Patch<Contact> fields, Field<Contact, ?> field, String path) {
        String part = path.length() > field.name().length()
                ? path.substring(field.name().length() + 1)
                : "";
        if (field.equals(ContactField.ADDRESS) && !part.isEmpty()) {
            return withoutPart(fields, part);
        }
        if (field.equals(ContactField.CUSTOM_FIELDS) && !part.isEmpty()) {
            return withoutKey(fields, part);
        }
        return kept(fields, field);
    }

    private static Patch<Contact> withoutPart(Patch<Contact> fields, String part) {
        @Nullable Address address = fields.changeOf(ContactField.ADDRESS).valueOrNull();
        if (address == null) {
            return fields;
        }
        Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
        parts.putAll(address.parts());
        parts.keySet().removeIf(key -> key.key().equals(part));
        return parts.isEmpty()
                ? kept(fields, ContactField.ADDRESS)
                : fields.set(ContactField.ADDRESS, new Address(parts));
    }

    private static Patch<Contact> withoutKey(Patch<Contact> fields, String key) {
        @Nullable
        Map<String, @Nullable Object> values =
                fields.changeOf(ContactField.CUSTOM_FIELDS).valueOrNull();
        if (values == null || !values.containsKey(key)) {
            return kept(fields, ContactField.CUSTOM_FIELDS);
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(values);
        rest.remove(key);
        return fields.set(ContactField.CUSTOM_FIELDS, rest);
    }

    private static <T> Patch<Contact> kept(Patch<Contact> fields, Field<Contact, T> field) {
        return fields.and(field, Change.keep());
    }
}
