package org.contacts4j.application.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.application.attachment.upload.NewFiles;
import org.contacts4j.application.attachment.upload.Upload;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.contact.write.ContactWrites;
import org.contacts4j.application.contact.write.VisibleContacts;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;

/**
 * A service that stores files with contacts. A caller who can see a contact can see its attachments.
 *
 * <p>The content is stored first and the attachment last, so an attachment never exists without its content.
 */
public final class AttachmentService {

    private final CurrentStore store;
    private final Contents contents;
    private final ContactWrites writes;
    private final Uploads uploads;
    private final Clock clock;
    private final AuditTrail trail;

    public AttachmentService(
            CurrentStore store,
            Contents contents,
            AttachmentLimits limits,
            ContactWrites writes,
            Clock clock,
            Ids ids,
            AuditTrail trail) {
        this.store = store;
        this.contents = contents;
        this.writes = writes;
        this.uploads = new Uploads(store, contents, limits, clock, ids);
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Returns the contact's attachments, newest first.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is not visible to the caller
     */
    public List<Attachment> list(Caller caller, ContactId contact) {
        return store.read(tx -> {
            new VisibleContacts(tx, caller).require(contact);
            return tx.attachments().of(caller.organization(), contact);
        });
    }

    /**
     * Returns the attachment with this id, of any contact.
     *
     * @throws ContactsFailure.NotFound if the attachment does not exist, or its contact is not visible to the caller
     */
    public Attachment get(Caller caller, AttachmentId id) {
        return store.read(tx -> visible(tx, caller, id));
    }

    /**
     * Opens the attachment's content for reading, which the audit log records. The caller must close the stream.
     *
     * @throws ContactsFailure.NotFound if the attachment does not exist, or its contact is not visible to the caller
     * @throws IOException if the content cannot be read
     */
    public InputStream open(Caller caller, AttachmentId id) throws IOException {
        AttachmentId found = store.write(caller, tx -> {
            Attachment attachment = visible(tx, caller, id);
            trail.append(tx, caller, AuditAction.ATTACHMENT_DOWNLOADED, id);
            return attachment.id();
        });
        return contents.open(caller.organization(), found);
    }

    /**
     * Stores a file with a contact. The content type is detected from the content; the file extension only refines it.
     *
     * @param fileName the name the client sent; only the part after the last slash is used
     * @param content the file; this method reads it to its end and does not close it
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is not visible to the caller
     * @throws ContactsFailure.TooLarge if the file is larger than the maximum file size
     * @throws ContactsFailure.QuotaExceeded if the file would exceed the limit of the organization's total file size
     * @throws ContactsFailure.Invalid if the name is too long, or the contact has too many attachments
     * @throws java.io.UncheckedIOException if the content cannot be read to its end; nothing of it is stored
     */
    public Attachment add(Caller caller, ContactId contact, String fileName, InputStream content) {
        caller.requireWrite();
        store.read(tx -> {
            new VisibleContacts(tx, caller).require(contact);
            requireAttachmentLimit(tx, caller, contact);
            return tx;
        });
        return uploads.receive(
                caller.organization(),
                fileName,
                content,
                upload -> store.write(caller, tx -> {
                    new VisibleContacts(tx, caller).require(contact);
                    return attach(tx, caller, contact, upload);
                }));
    }

    /**
     * Creates a contact and stores a file with it. Both succeed, or neither does.
     *
     * @throws ContactsFailure as {@link org.contacts4j.application.contact.ContactService#create} and {@link #add} do
     */
    public Contact create(Caller caller, Patch<Contact> fields, String fileName, InputStream content) {
        caller.requireWrite();
        return uploads.receive(
                caller.organization(),
                fileName,
                content,
                upload -> writes.create(caller, fields, (tx, contact) -> attach(tx, caller, contact.id(), upload)));
    }

    /**
     * Creates a contact with these files. Either all of it is stored, or nothing.
     *
     * @throws ContactsFailure as {@link org.contacts4j.application.contact.ContactService#create} and {@link #add} do
     * @throws IOException if a file cannot be opened
     */
    public Contact create(Caller caller, Patch<Contact> fields, List<NewFile> files) throws IOException {
        caller.requireWrite();
        return create(caller, fields, files, List.of());
    }

    private Contact create(Caller caller, Patch<Contact> fields, List<NewFile> files, List<Upload> received)
            throws IOException {
        if (received.size() == files.size()) {
            return writes.create(
                    caller,
                    fields,
                    (tx, contact) -> received.forEach(upload -> attach(tx, caller, contact.id(), upload)));
        }
        NewFile file = files.get(received.size());
        try (InputStream content = file.open()) {
            return uploads.receive(caller.organization(), file.fileName(), content, upload -> {
                List<Upload> more = new ArrayList<>(received);
                more.add(upload);
                try {
                    return create(caller, fields, files, more);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Returns the files to attach in a transaction of the caller, which checks the permissions. Initially empty. */
    public NewFiles newFiles(Caller caller) {
        return new NewFiles(new NewFiles.Attaching() {
            @Override
            public long maxFileBytes() {
                return uploads.limits().maxFileBytes();
            }

            @Override
            public Upload receive(String fileName, InputStream content) {
                return uploads.receive(caller.organization(), fileName, content);
            }

            @Override
            public void attach(Transaction tx, ContactId contact, Upload upload, Instant at) {
                AttachmentService.this.attach(tx, caller, contact, upload, at);
            }

            @Override
            public void discard(Upload upload) {
                uploads.discard(caller.organization(), upload.id());
            }
        });
    }

    /**
     * Deletes an attachment and its content.
     *
     * @throws ContactsFailure.NotFound if the attachment does not exist, or its contact is not visible to the caller
     * @throws ContactsFailure.Forbidden unless the caller uploaded it or is an administrator
     */
    public void remove(Caller caller, AttachmentId id) {
        caller.requireWrite();
        store.write(caller, tx -> {
            Attachment attachment = visible(tx, caller, id);
            attachment.requireModifiableBy(caller);
            tx.attachments().delete(caller.organization(), attachment);
            trail.append(tx, caller, AuditAction.ATTACHMENT_DELETED, id);
            return attachment;
        });
        new ContentRemoval(store, contents).remove(caller.organization(), id);
    }

    private Attachment attach(Transaction tx, Caller caller, ContactId contact, Upload upload) {
        return attach(tx, caller, contact, upload, clock.instant());
    }

    private Attachment attach(Transaction tx, Caller caller, ContactId contact, Upload upload, Instant at) {
        uploads.checkQuota(tx.attachments().lockBytesUsed(caller.organization()), upload.size());
        requireAttachmentLimit(tx, caller, contact);
        if (!tx.unreferencedContents().claim(caller.organization(), upload.id())) {
            throw new ContactsFailure.Invalid("file", "took too long to arrive; send it again");
        }
        Attachment attachment = new Attachment(
                upload.id(),
                contact,
                upload.fileName(),
                upload.contentType(),
                upload.size(),
                upload.sha256(),
                caller.member(),
                at);
        tx.attachments().insert(caller.organization(), attachment);
        return attachment;
    }

    private static void requireAttachmentLimit(Transaction tx, Caller caller, ContactId contact) {
        if (tx.attachments().of(caller.organization(), contact).size() >= Attachment.MAX_PER_CONTACT) {
            throw new ContactsFailure.Invalid(
                    "attachments",
                    "must not be more than " + Attachment.MAX_PER_CONTACT + " of one contact; remove one first");
        }
    }

    private static Attachment visible(Transaction tx, Caller caller, AttachmentId id) {
        return tx.attachments()
                .find(caller.organization(), id)
                .filter(found -> new VisibleContacts(tx, caller).include(found.contactId()))
                .orElseThrow(() -> new ContactsFailure.NotFound("attachment"));
    }
}
