package org.contacts4j.importing.column;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Communication;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** A builder of a row, which receives the cells from left to right. */
final class RowBuilder {

    private final Patch.Builder<Contact> fields = Patch.builder();
    private final Map<Field<Contact, ?>, Object> values = new LinkedHashMap<>();
    private final List<Email> emails = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Map<AddressPart, String>> addresses = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> custom = new LinkedHashMap<>();
    private final List<Fault> warnings = new ArrayList<>();
    private String middleName = "";
    private String nameSuffix = "";
    private @Nullable String id;

    Faults faults() {
        return fields.faults();
    }

    /** Adds a warning about a cell that was mended. */
    void warn(String field, String message) {
        warnings.add(new Fault(field, message));
    }

    void id(String cell) {
        id = id == null ? cell : id;
    }

    /** Sets a field. Of several cells, the first one counts. */
    <T> void set(Field<Contact, T> field, T value) {
        values.putIfAbsent(field, value);
    }

    /** Adds a text to those of earlier cells. */
    void join(Field<Contact, String> field, String separator, String text) {
        values.merge(field, text, (before, more) -> before + separator + more);
    }

    /** Adds values to those of earlier cells. */
    <T> void append(Field<Contact, List<T>> field, List<T> more) {
        Set<Object> all = new LinkedHashSet<>();
        if (values.get(field) instanceof List<?> before) {
            all.addAll(before);
        }
        all.addAll(more);
        values.put(field, List.copyOf(all));
    }

    /** Sets a flag that stays true if an earlier cell set it. */
    void flag(Field<Contact, Boolean> field, boolean value) {
        values.merge(field, value, (before, now) -> Boolean.TRUE.equals(before) || value);
    }

    /** Sets the primary address. Further addresses become secondary addresses. */
    void email(String address) {
        if (!values.containsKey(ContactField.EMAIL) && known.add(MatchKeys.ofEmail(address))) {
            values.put(ContactField.EMAIL, address);
        } else {
            email(address, Contact.SECONDARY);
        }
    }

    void email(String address, String label) {
        if (emails.size() <= Communication.MAX_ENTRIES && known.add(MatchKeys.ofEmail(address))) {
            emails.add(new Email(address, label));
        }
    }

    /** Sets the number of this field. Further numbers become secondary numbers. */
    void phone(Field<Contact, String> field, String number) {
        if (values.containsKey(field)) {
            phone(number, Contact.SECONDARY);
        } else {
            known.add(keyOf(number));
            values.put(field, number);
        }
    }

    void phone(String number, String label) {
        if (phones.size() <= Communication.MAX_ENTRIES && known.add(keyOf(number))) {
            phones.add(new Phone(number, label));
        }
    }

    /** Adds a part of the address of a group of columns. */
    void address(String group, AddressPart part, String separator, String cell) {
        addresses
                .computeIfAbsent(group, first -> new EnumMap<>(AddressPart.class))
                .merge(part, cell.strip(), (before, more) -> before + separator + more);
    }

    void custom(String key, String cell) {
        custom.putIfAbsent(key, cell);
    }

    /** Adds all addresses of an exported contact, with their labels. */
    void allEmails(List<Email> all) {
        all.forEach(email -> known.add(MatchKeys.ofEmail(email.address())));
        emails.addAll(all);
    }

    /** Adds all numbers of an exported contact, with their labels. */
    void allPhones(List<Phone> all) {
        all.forEach(phone -> known.add(keyOf(phone.number())));
        phones.addAll(all);
    }

    void custom(Map<String, @Nullable Object> exported) {
        exported.forEach(custom::putIfAbsent);
    }

    void middleName(String name) {
        middleName = name.strip();
    }

    void nameSuffix(String suffix) {
        nameSuffix = suffix.strip();
    }

    ImportRow toRow(long number, List<String> cells) {
        composeName();
        values.forEach(this::put);
        if (!emails.isEmpty()) {
            fields.set(ContactField.EMAILS, emails);
        }
        if (!phones.isEmpty()) {
            fields.set(ContactField.PHONES, phones);
        }
        if (!addresses.isEmpty()) {
            fields.set(ContactField.ADDRESS, new Address(fullest()));
        }
        if (!custom.isEmpty()) {
            fields.set(ContactField.CUSTOM_FIELDS, custom);
        }
        return new ImportRow(number, id, fields.build(), cells, List.copyOf(warnings));
    }

    @SuppressWarnings("unchecked") // the methods above put a value of the type of its field
    private <T> void put(Field<Contact, T> field, Object value) {
        fields.set(field, (T) value);
    }

    /** The parts of a name that contacts do not have are kept in the full name. */
    private void composeName() {
        if (middleName.isEmpty() && nameSuffix.isEmpty()) {
            return;
        }
        String name = Stream.of(textOf(ContactField.FIRST_NAME), middleName, textOf(ContactField.LAST_NAME), nameSuffix)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        values.putIfAbsent(ContactField.NAME, name);
    }

    private String textOf(Field<Contact, String> field) {
        return values.get(field) instanceof String text ? text.strip() : "";
    }

    /** Returns the address with the most parts. A contact has one address, and the parts of two do not belong together. */
    private Map<AddressPart, String> fullest() {
        Map<AddressPart, String> fullest = Map.of();
        for (Map<AddressPart, String> address : addresses.values()) {
            fullest = address.size() > fullest.size() ? address : fullest;
        }
        for (Map<AddressPart, String> address : addresses.values()) {
            if (!fullest.values().containsAll(address.values())) {
                warn(
                        ContactField.ADDRESS.name(),
                        "is one of several in the row; this one was left out: " + String.join(", ", address.values()));
            }
        }
        return fullest;
    }

    private static String keyOf(String number) {
        @Nullable String key = MatchKeys.ofPhone(number, PhoneNumbers.DIGITS);
        return key == null ? number : key;
    }
}
