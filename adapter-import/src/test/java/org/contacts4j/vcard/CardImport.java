package org.contacts4j.vcard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.exporting.ContactsWriter;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.importing.ImportFile.Rows;
import org.contacts4j.inmemory.InMemoryStore;

/** A fixture for imports of vCards into an empty organization. */
final class CardImport {

    private static final Caller ADA = Caller.member("acme", "ada");

    private final Contacts4J contacts4j =
            Contacts4J.builder(new InMemoryStore()).build();

    /** Imports the cards and returns the only contact. */
    Contact only(String cards) throws IOException {
        return only(cards.getBytes(UTF_8));
    }

    /** Imports the cards and returns the only contact. */
    Contact only(byte[] cards) throws IOException {
        ImportSummary summary = summary(cards, null);
        assertThat(summary.errors()).isEmpty();
        assertThat(summary.created()).isEqualTo(1);
        return contacts().get(0);
    }

    ImportSummary summary(String cards) throws IOException {
        return summary(cards.getBytes(UTF_8), null);
    }

    /** Imports the cards of a body with this {@code charset}; null if it declares none. */
    ImportSummary summary(byte[] cards, String charset) throws IOException {
        Path file = Files.createTempFile("cards", ".vcf");
        try {
            Files.write(file, cards);
            return summary(ImportFile.read(file, false, FileOptions.DEFAULT.in(charset, null)));
        } finally {
            Files.delete(file);
        }
    }

    private ImportSummary summary(ImportFile file) throws IOException {
        try (Rows rows = file.rows()) {
            return contacts4j.imports().run(ADA, ImportOptions.DEFAULT, rows);
        }
    }

    List<Contact> contacts() {
        return contacts4j
                .contacts()
                .list(ADA, Filter.matchAll(), PageRequest.first(1_000))
                .items();
    }

    List<Attachment> attachments(Contact contact) {
        return contacts4j.attachments().list(ADA, contact.id());
    }

    byte[] content(Attachment attachment) throws IOException {
        try (var content = contacts4j.attachments().open(ADA, attachment.id())) {
            return content.readAllBytes();
        }
    }

    /** Returns the lines of the extension with the properties that contacts have no field for. */
    @SuppressWarnings("unchecked")
    static List<String> kept(Contact contact) {
        return (List<String>) contact.extensions().getOrDefault("vcard", List.of());
    }

    static List<String> warnings(ImportSummary summary) {
        return summary.warnings().stream()
                .map(warning -> warning.row() + " " + warning.fault().field() + " "
                        + warning.fault().message())
                .toList();
    }

    static List<String> errors(ImportSummary summary) {
        return summary.errors().stream()
                .map(error -> error.row() + " " + error.fault().field() + " "
                        + error.fault().message())
                .toList();
    }

    /** Returns the unfolded lines of the contact's card. */
    static List<String> exported(ExportFormat format, Contact contact) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ContactsWriter writer = format.writer(List.of(), file, false);
        writer.write(List.of(contact));
        writer.end();
        return file.toString(UTF_8).replace("\r\n ", "").lines().toList();
    }

    /** Returns a card of version 3.0 with these properties. */
    static String card(String... properties) {
        return Stream.of(properties).reduce("BEGIN:VCARD\nVERSION:3.0\n", (card, line) -> card + line + "\n")
                + "END:VCARD\n";
    }
}
