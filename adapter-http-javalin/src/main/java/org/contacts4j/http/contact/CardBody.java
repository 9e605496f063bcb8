package org.contacts4j.http.contact;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.contacts4j.application.attachment.AttachmentService;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.http.importing.DeclaredCharset;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.MediaTypes;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.importing.ImportFile.Rows;

/** A vCard as the body of a request, which creates one contact with the pictures of the card. */
record CardBody(AttachmentService attachments) {

    private static final Set<String> MEDIA_TYPES = Set.of("text/vcard", "text/x-vcard", "text/directory");

    /** The property that the errors of a whole card name. */
    private static final String BODY = "body";

    /** The field of validation errors of a whole row. */
    private static final String WHOLE_ROW = "row";

    /** Returns whether a body of this media type, without parameters, is a vCard. */
    static boolean isCard(String mediaType) {
        return MEDIA_TYPES.contains(mediaType);
    }

    /**
     * Creates the contact of the card in the body.
     *
     * @throws Refusal if the body has several cards
     * @throws ContactsFailure.Invalid if a property is invalid, or would be left out by an import
     */
    Contact create(Context ctx, Caller caller) throws IOException {
        FileOptions options = FileOptions.DEFAULT.in(DeclaredCharset.of(MediaTypes.of(ctx)), null);
        ImportFile file = ImportFile.readCards(Bodies.upload(ctx), options);
        if (file.count() > 1) {
            throw Refusal.of(
                    Refusal.Reason.UNREADABLE_FILE,
                    "The body has " + file.count() + " cards and a contact has one. Send several to"
                            + " /api/v1/contacts/import.");
        }
        try (Rows rows = file.rows()) {
            if (!rows.hasNext()) {
                throw new ContactsFailure.Invalid(BODY, "must be a vCard, from BEGIN:VCARD to END:VCARD");
            }
            return create(caller, rows.next(), file);
        }
    }

    private Contact create(Caller caller, ImportRow card, ImportFile file) throws IOException {
        boolean isUnreadable = card.ignored()
                || card.fields().faults().stream()
                        .anyMatch(fault -> fault.field().equals(WHOLE_ROW));
        Patch<Contact> fields = card.fields();
        for (Fault warning : card.warnings()) {
            fields = fields.withFault(warning.field(), warning.message());
        }
        try {
            if (isUnreadable) {
                throw new ContactsFailure.Invalid(fields.faults());
            }
            return attachments.create(caller, fields, card.files());
        } catch (ContactsFailure.Invalid invalid) {
            throw named(invalid.faults(), file);
        }
    }

    private static ContactsFailure named(List<Fault> faults, ImportFile file) {
        return new ContactsFailure.Invalid(faults.stream()
                .map(fault -> new Fault(
                        fault.field().equals(WHOLE_ROW) ? BODY : ImportFile.nameIn(file.columns(), fault.field()),
                        fault.kind(),
                        fault.message()))
                .toList());
    }
}
