package org.contacts4j.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.json.canonical.ContactJson;
import org.contacts4j.vcard.CardText;
import org.junit.jupiter.api.Test;

/** Verifies that a new field is not forgotten in exports. */
class EveryFieldTest {

    /** Fields that are views of others, or objects whose parts have columns. */
    private static final Set<Field<Contact, ?>> ELSEWHERE = Set.of(
            ContactField.SECONDARY_EMAIL, ContactField.SECONDARY_PHONE, ContactField.ACTIVE, ContactField.ADDRESS);

    @Test
    void everyFieldHasAColumn() {
        Set<String> columns =
                ExportColumns.all(List.of()).stream().map(ExportColumn::name).collect(Collectors.toSet());
        for (Field<Contact, ?> field : ContactField.all()) {
            assertThat(columns.contains(ContactJson.pathOf(field.name())))
                    .as(field.name())
                    .isEqualTo(!ELSEWHERE.contains(field));
        }
    }

    @Test
    void everyTextIsInAVcard() throws IOException {
        Patch<Contact> patch = Patch.of(ContactField.NAME, "Ada");
        for (Field<Contact, String> text : ContactField.texts()) {
            patch = patch.set(text, "The " + text.name());
        }
        Contact contact = Contact.create(
                new ContactId(new UUID(1, 1)), Caller.member("acme", "ada").organization(), patch, null, Instant.EPOCH);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ExportFormat.VCARD_4.writer(List.of(), file, false).write(List.of(contact));
        String card = file.toString(StandardCharsets.UTF_8);
        assertThat(card).contains("VERSION:4.0");
        Patch<Contact> restored = new CardText(card).toRow(1).fields();
        for (Field<Contact, String> text : ContactField.texts()) {
            assertThat(restored.changeOf(text).valueOrNull()).isEqualTo("The " + text.name());
        }
    }
}
