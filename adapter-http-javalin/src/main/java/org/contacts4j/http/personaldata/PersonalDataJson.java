package org.contacts4j.http.personaldata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.importing.FailedRowOfJob;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.application.importing.warning.WarningOfJob;
import org.contacts4j.application.personaldata.Mention;
import org.contacts4j.application.personaldata.PersonalData;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.contact.event.ContactEvent.FieldChange;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.http.attachment.AttachmentJson;
import org.contacts4j.http.comment.CommentJson;
import org.contacts4j.http.link.LinkJson;
import org.contacts4j.http.webhook.DeliveryJson;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.Timestamps;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of everything stored about a person.
 *
 * @param contact null if the contact was deleted
 */
record PersonalDataJson(
        UUID id,
        @Nullable JsonWritable<Contact> contact,
        List<JsonWritable<Link>> links,
        List<CommentJson> comments,
        List<AttachmentJson> attachments,
        List<EventJson> events,
        List<DeliveryJson> deliveries,
        List<String> formerMatchKeys,
        List<FailedRowJson> failedImportRows,
        List<WarningJson> importWarnings,
        List<MentionJson> mentions,
        List<String> truncated) {

    static PersonalDataJson from(PersonalData data) {
        @Nullable Contact contact = data.contact();
        return new PersonalDataJson(
                data.id().value(),
                contact == null ? null : ContactJson.from(contact),
                data.links().stream().map(LinkJson::from).toList(),
                data.comments().stream().map(CommentJson::from).toList(),
                data.attachments().stream().map(AttachmentJson::from).toList(),
                data.events().stream().map(EventJson::from).toList(),
                data.deliveries().stream().map(DeliveryJson::from).toList(),
                data.formerMatchKeys(),
                data.failedRows().stream().map(FailedRowJson::from).toList(),
                data.importWarnings().stream().map(WarningJson::from).toList(),
                data.mentions().stream().map(MentionJson::from).toList(),
                data.truncated());
    }

    /**
     * An event of the contact.
     *
     * @param changes the changed values by the names of members
     */
    record EventJson(
            UUID id,
            String type,
            long version,
            String at,
            @Nullable String by,
            String name,
            @Nullable String email,
            @Nullable UUID parentEntityId,
            String status,
            Map<String, FieldChange> changes) {

        static EventJson from(ContactEvent event) {
            ContactEvent.Subject contact = event.contact();
            @Nullable CompanyId company = contact.company();
            @Nullable MemberId by = event.by();
            Map<String, FieldChange> changes = new LinkedHashMap<>();
            event.changes().forEach((field, change) -> changes.put(ContactJson.pathOf(field), change));
            return new EventJson(
                    event.id(),
                    EnumNames.of(event.type()),
                    event.version(),
                    Timestamps.of(event.at()),
                    by == null ? null : by.value(),
                    contact.name(),
                    contact.email(),
                    company == null ? null : company.value(),
                    EnumNames.of(contact.status()),
                    changes);
        }
    }

    /**
     * A failed row of an import.
     *
     * @param cells the row as it was sent
     */
    record FailedRowJson(UUID importId, long row, List<String> cells, List<Fault> errors) {

        static FailedRowJson from(FailedRowOfJob row) {
            return new FailedRowJson(
                    row.job().value(),
                    row.failed().row().number(),
                    row.failed().row().cells(),
                    row.failed().faults());
        }
    }

    /**
     * A warning about a row of an import.
     *
     * @param contactId the contact that the row created or matches; null if it is not known
     */
    record WarningJson(
            UUID importId,
            long row,
            String field,
            String message,
            @Nullable UUID contactId) {

        static WarningJson from(WarningOfJob stored) {
            ImportWarning warning = stored.warning();
            @Nullable ContactId contact = warning.contact();
            return new WarningJson(
                    stored.job().value(),
                    warning.row(),
                    ContactJson.pathOf(warning.fault().field()),
                    warning.fault().message(),
                    contact == null ? null : contact.value());
        }
    }

    /**
     * A text of another record that identifies the person.
     *
     * @param of the contact of a comment, or the name of a view
     */
    record MentionJson(String kind, String id, String of) {

        static MentionJson from(Mention mention) {
            return new MentionJson(EnumNames.of(mention.kind()), mention.id(), mention.of());
        }
    }
}
