package org.contacts4j.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Communication;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** A builder of a row, which receives the cells from left to right. The first of several cells for one field wins. */
final class RowBuilder {

    private final Patch.Builder<Contact> fields = Patch.builder();
    private final Set<Field<Contact, ?>> set = new HashSet<>();
    private final List<Email> emails = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Map<AddressPart, String> address = new EnumMap<>(AddressPart.class);
    private final Map<String, @Nullable Object> custom = new LinkedHashMap<>();
    private @Nullable String id;

    Faults faults() {
        return fields.faults();
    }

    void id(String cell) {
        id = id == null ? cell : id;
    }

    <T> void set(Field<Contact, T> field, T value) {
        if (set.add(field)) {
            fields.set(field, value);
        }
    }

    /** Sets the primary address. The address of a further column becomes a secondary address. */
    void email(String address) {
        if (!set.contains(ContactField.EMAIL) && known.add(MatchKeys.ofEmail(address))) {
            set.add(ContactField.EMAIL);
            fields.set(ContactField.EMAIL, address);
        } else {
            email(address, Contact.SECONDARY);
        }
    }

    void email(String address, String label) {
        if (emails.size() <= Communication.MAX_ENTRIES && known.add(MatchKeys.ofEmail(address))) {
            emails.add(new Email(address, label));
        }
    }

    /** Sets the number of this field. The number of a further column becomes a secondary number. */
    void phone(Field<Contact, String> field, String number) {
        if (set.add(field)) {
            known.add(keyOf(number));
            fields.set(field, number);
        } else {
            phone(number, Contact.SECONDARY);
        }
    }

    void phone(String number, String label) {
        if (phones.size() <= Communication.MAX_ENTRIES && known.add(keyOf(number))) {
            phones.add(new Phone(number, label));
        }
    }

    void address(AddressPart part, String cell) {
        address.putIfAbsent(part, cell);
    }

    void custom(String key, String cell) {
        custom.putIfAbsent(key, cell);
    }

    /** Adds all addresses of an exported contact, with their labels. */
    void allEmails(List<Email> all) {
        emails.addAll(all);
    }

    /** Adds all numbers of an exported contact, with their labels. */
    void allPhones(List<Phone> all) {
        phones.addAll(all);
    }

    void custom(Map<String, @Nullable Object> values) {
        values.forEach(custom::putIfAbsent);
    }

    ImportRow toRow(long number, List<String> cells) {
        if (!emails.isEmpty()) {
            fields.set(ContactField.EMAILS, emails);
        }
        if (!phones.isEmpty()) {
            fields.set(ContactField.PHONES, phones);
        }
        if (!address.isEmpty()) {
            fields.set(ContactField.ADDRESS, new Address(address));
        }
        if (!custom.isEmpty()) {
            fields.set(ContactField.CUSTOM_FIELDS, custom);
        }
        return new ImportRow(number, id, fields.build(), cells);
    }

    private static String keyOf(String number) {
        @Nullable String key = MatchKeys.ofPhone(number);
        return key == null ? number : key;
    }
}
