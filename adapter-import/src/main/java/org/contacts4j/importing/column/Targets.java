package org.contacts4j.importing.column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.importing.column.Target.CellReader;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/**
 * The targets of columns by name: the fields of contacts as in the API, and
 *
 * <ul>
 *   <li>{@code emails[work]}, {@code phones[home]}: a further address or number with this label;
 *   <li>{@code address[home].city}: the address of a group of columns, of which a contact gets the fullest;
 *   <li>{@code address.houseNumber}, {@code name.middle}, {@code name.suffix}: parts of other fields.
 * </ul>
 */
final class Targets {

    /** The part of addresses that is written behind the street. */
    private static final String HOUSE_NUMBER = "houseNumber";

    private static final Pattern CUSTOM =
            Pattern.compile("(?:custom|customfields)\\.([A-Za-z0-9_-]{1,64})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LABELED = Pattern.compile("(emails|phones)\\[([^\\[\\]]{1,50})]");
    private static final Pattern ADDRESS = Pattern.compile("address(?:\\[([^\\[\\]]{1,50})])?\\.([A-Za-z0-9]+)");
    private static final Map<String, Target> FIELDS = new HashMap<>();

    static {
        for (Field<Contact, String> field : ContactField.texts()) {
            add(field, false, Readers.text(field));
        }
        add(ContactField.NAME, false, Readers.text(ContactField.NAME));
        add(
                ContactField.CODE,
                false,
                Readers.number(ContactField.CODE.name(), (row, cell) -> row.set(ContactField.CODE, cell)));
        FIELDS.put("id", new Target("id", false, Readers.number("id", RowBuilder::id)));
        add(ContactField.EMAIL, true, Readers.emails(""));
        add(ContactField.SECONDARY_EMAIL, true, Readers.emails(Contact.SECONDARY));
        add(ContactField.EMAILS, true, Readers.emails(Contact.SECONDARY));
        add(ContactField.PHONE, true, Readers.phones(ContactField.PHONE));
        add(ContactField.MOBILE_PHONE, true, Readers.phones(ContactField.MOBILE_PHONE));
        add(ContactField.WORK_PHONE, true, Readers.phones(ContactField.WORK_PHONE));
        add(ContactField.SECONDARY_PHONE, true, Readers.phones(Contact.SECONDARY));
        add(ContactField.PHONES, true, Readers.phones(Contact.SECONDARY));
        add(ContactField.WEBSITE, false, Readers::website);
        add(ContactField.COMPANY_NAME, false, Readers.text(ContactField.COMPANY_NAME));
        add(ContactField.COMPANY, false, Readers.id(ContactField.COMPANY, CompanyId::parse));
        add(ContactField.REPORTS_TO, false, Readers.id(ContactField.REPORTS_TO, ContactId::parse));
        value(ContactField.PREFERRED_METHOD, ValueReaders.word(ContactMethod.class));
        value(ContactField.STATUS, ValueReaders.word(ContactStatus.class));
        add(ContactField.DESCRIPTION, true, Readers.prose(ContactField.DESCRIPTION));
        add(ContactField.NOTES, true, Readers.prose(ContactField.NOTES));
        add(ContactField.TAGS, true, Readers.list(ContactField.TAGS, ValueReaders.TEXT));
        add(ContactField.TEAMS, true, Readers.list(ContactField.TEAMS, ValueReaders.TEAM));
        add(ContactField.ASSIGNED_TO, true, Readers.list(ContactField.ASSIGNED_TO, ValueReaders.MEMBER));
        add(ContactField.DO_NOT_CONTACT, true, Readers.flag(ContactField.DO_NOT_CONTACT));
        add(ContactField.ACTIVE, false, Readers.flag(ContactField.ACTIVE));
        FIELDS.put("name.middle", new Target("name.middle", false, RowBuilder::middleName));
        FIELDS.put("name.suffix", new Target("name.suffix", false, RowBuilder::nameSuffix));
    }

    private Targets() {}

    /** Returns the target with this name; empty if the name is unknown. */
    static Optional<Target> named(String name) {
        @Nullable Target field = FIELDS.get(name);
        if (field != null) {
            return Optional.of(field);
        }
        Matcher custom = CUSTOM.matcher(name);
        if (custom.matches()) {
            String key = custom.group(1);
            return Optional.of(new Target(
                    ContactField.CUSTOM_FIELDS.name() + "." + key, false, (row, cell) -> row.custom(key, cell)));
        }
        Matcher labeled = LABELED.matcher(name);
        if (labeled.matches()) {
            String label = labeled.group(2);
            boolean email = labeled.group(1).equals(ContactField.EMAILS.name());
            return Optional.of(new Target(name, true, email ? Readers.emails(label) : Readers.phones(label)));
        }
        Matcher address = ADDRESS.matcher(name);
        return address.matches() ? address(name, address.group(1), address.group(2)) : Optional.empty();
    }

    private static Optional<Target> address(String name, @Nullable String group, String part) {
        String of = group == null ? "" : group;
        if (part.equals(HOUSE_NUMBER)) {
            return Optional.of(new Target(name, true, (row, cell) -> row.address(of, AddressPart.LINE_1, " ", cell)));
        }
        return List.of(AddressPart.values()).stream()
                .filter(known -> known != AddressPart.ID && known.key().equals(part))
                .findFirst()
                .map(known -> new Target(name, known == AddressPart.LINE_2, Readers.addressPart(of, known)));
    }

    private static <T> void value(Field<Contact, T> field, ValueReader<T> kind) {
        add(field, false, (row, cell) -> {
            @Nullable T read = kind.read(cell.strip(), field.name(), row.faults());
            if (read != null) {
                row.set(field, read);
            }
        });
    }

    private static void add(Field<Contact, ?> field, boolean adds, CellReader reader) {
        String path = ContactJson.pathOf(field.name());
        FIELDS.putIfAbsent(path, new Target(path, adds, reader));
        FIELDS.putIfAbsent(field.name(), new Target(path, adds, reader));
    }
}
