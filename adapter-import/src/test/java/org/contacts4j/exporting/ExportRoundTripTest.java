package org.contacts4j.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldProperty;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.importing.ImportFile.Rows;
import org.contacts4j.inmemory.InMemoryStore;

/** Verifies that an export contains the whole contact: importing it restores every field, and changes nothing. */
final class ExportRoundTripTest {

    private static final int CONTACTS = 100;

    /** 50 tries of 100 contacts. */
    private static final int TRIES = 50;

    @Property(tries = TRIES)
    void aTableLosesNothing(@ForAll long seed) throws IOException {
        assertRestored(ExportFormat.CSV, seed);
    }

    @Property(tries = TRIES)
    void jsonLinesLoseNothing(@ForAll long seed) throws IOException {
        assertRestored(ExportFormat.JSON_LINES, seed);
    }

    @Property(tries = TRIES)
    void cardsOfVersion4LoseNothing(@ForAll long seed) throws IOException {
        assertRestored(ExportFormat.VCARD_4, seed);
    }

    @Property(tries = 10)
    void cardsOfVersion3LoseNothing(@ForAll long seed) throws IOException {
        assertRestored(ExportFormat.VCARD_3, seed);
    }

    private static void assertRestored(ExportFormat format, long seed) throws IOException {
        try (Contacts4J contacts4j = Contacts4J.builder(new InMemoryStore()).build()) {
            Caller home = organization(contacts4j, "home");
            GeneratedContacts generated = new GeneratedContacts(new Random(seed));
            for (int i = 0; i < CONTACTS; i++) {
                contacts4j.contacts().create(home, generated.next(i));
            }
            List<Contact> before = all(contacts4j, home);
            byte[] file = exported(contacts4j, home, format, before);

            ImportSummary again = imported(contacts4j, home, format, file, MatchBy.ID);
            assertThat(again.errors()).isEmpty();
            assertThat(again.skipped()).isEqualTo(CONTACTS);
            assertThat(all(contacts4j, home)).isEqualTo(before);

            Caller away = organization(contacts4j, "away");
            ImportSummary first = imported(contacts4j, away, format, file, MatchBy.CODE);
            assertThat(first.errors()).isEmpty();
            assertThat(first.created()).isEqualTo(CONTACTS);
            Map<String, Contact> restored = byCode(all(contacts4j, away));
            assertThat(restored).hasSize(CONTACTS);
            byCode(before)
                    .forEach((code, contact) ->
                            assertThat(content(restored.get(code))).isEqualTo(content(contact)));
        }
    }

    /** Returns an administrator of an organization that has defined custom fields of several types. */
    private static Caller organization(Contacts4J contacts4j, String id) {
        Caller member = Caller.member(id, "ada");
        Caller admin = new Caller(member.organization(), member.member(), Role.ADMIN, DataScope.ALL);
        for (CustomFieldType type :
                List.of(CustomFieldType.TEXT, CustomFieldType.NUMBER, CustomFieldType.BOOLEAN, CustomFieldType.DATE)) {
            Patch<CustomField> field =
                    Patch.of(CustomFieldProperty.KEY, "defined_" + type.name()).set(CustomFieldProperty.TYPE, type);
            contacts4j.customFields().create(admin, field);
        }
        Patch<CustomField> colors = Patch.of(CustomFieldProperty.KEY, "defined_colors")
                .set(CustomFieldProperty.TYPE, CustomFieldType.MULTISELECT)
                .set(CustomFieldProperty.OPTIONS, List.of("red", "green; light", "blue, dark"));
        contacts4j.customFields().create(admin, colors);
        return admin;
    }

    private static byte[] exported(Contacts4J contacts4j, Caller caller, ExportFormat format, List<Contact> contacts)
            throws IOException {
        List<ExportColumn> columns = ExportColumns.all(contacts4j.customFields().list(caller).stream()
                .map(CustomField::key)
                .toList());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ContactsWriter writer = format.writer(columns, file, false);
        writer.write(contacts);
        writer.end();
        return file.toByteArray();
    }

    private static ImportSummary imported(
            Contacts4J contacts4j, Caller caller, ExportFormat format, byte[] file, MatchBy matchBy)
            throws IOException {
        Path path = Files.createTempFile("contacts4j-export", null);
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write(file);
        }
        try (Rows rows = ImportFile.read(path, format == ExportFormat.JSON_LINES, FileOptions.DEFAULT)
                .rows()) {
            return contacts4j.imports().run(caller, new ImportOptions(matchBy, true, false, List.of()), rows);
        } finally {
            Files.delete(path);
        }
    }

    private static List<Contact> all(Contacts4J contacts4j, Caller caller) {
        List<Contact> all = new ArrayList<>();
        Order order = new Order(Order.Key.ID, false);
        Page<Contact> page = contacts4j.exports().begin(caller, Filter.matchAll(), order, null, 30, false);
        all.addAll(page.items());
        while (page.next() != null) {
            page = contacts4j
                    .exports()
                    .next(caller, Filter.matchAll(), PageRequest.of(order, Slice.after(page.next(), 30)));
            all.addAll(page.items());
        }
        return all;
    }

    private static Map<String, Contact> byCode(List<Contact> contacts) {
        return contacts.stream().collect(Collectors.toMap(Contact::code, Function.identity()));
    }

    /** Returns the contact without what every organization assigns by itself. */
    private static Contact content(Contact contact) {
        Address address = contact.address();
        Contact plain = new Contact(
                new ContactId(new java.util.UUID(0, 1)),
                Caller.member("none", "ada").organization(),
                contact.name(),
                contact.code(),
                contact.communication(),
                address == null ? null : withoutId(address),
                contact.job(),
                contact.background(),
                contact.customFields(),
                contact.hiddenFields(),
                contact.tags(),
                contact.assignment(),
                contact.status(),
                contact.extensions(),
                Revision.first(null, java.time.Instant.EPOCH));
        assertThat(ContactField.NAME.of(plain)).isNotBlank();
        return plain;
    }

    private static Address withoutId(Address address) {
        Map<AddressPart, String> parts = new java.util.EnumMap<>(address.parts());
        parts.remove(AddressPart.ID);
        return new Address(parts);
    }
}
