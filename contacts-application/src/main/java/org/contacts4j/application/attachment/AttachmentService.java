package org.contacts4j.application.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.contact.VisibleContacts;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.organization.Caller;

/**
 * Keeps files with contacts. Whoever sees a contact sees its attachments.
 *
 * <p>Content goes in first and becomes an attachment last, so there is never an attachment without its content.
 */
public final class AttachmentService {

    private final Store store;
    private final Contents contents;
    private final ContactService contacts;
    private final Uploads uploads;
    private final Clock clock;

    public AttachmentService(
            Store store, Contents contents, AttachmentLimits limits, ContactService contacts, Clock clock, Ids ids) {
        this.store = store;
        this.contents = contents;
        this.contacts = contacts;
        this.uploads = new Uploads(store, contents, limits, clock, ids);
        this.clock = clock;
    }

    /**
     * The contact's attachments, the newest first.
     *
     * @throws ContactsFailure.ContactNotFound when the contact is not there for this caller
     */
    public List<Attachment> list(Caller caller, ContactId contact) {
        return store.read(tx -> {
            new VisibleContacts(tx, caller).require(contact);
            return tx.attachments().of(caller.organization(), contact);
        });
    }

    /**
     * The attachment, of whichever contact.
     *
     * @throws ContactsFailure.NotFound when it is not there, or its contact is not there for this caller
     */
    public Attachment get(Caller caller, AttachmentId id) {
        return store.read(tx -> visible(tx, caller, id));
    }

    /**
     * The attachment's content, to be read and closed.
     *
     * @throws ContactsFailure.NotFound when it is not there, or its contact is not there for this caller
     * @throws IOException when the content cannot be read
     */
    public InputStream open(Caller caller, AttachmentId id) throws IOException {
        return contents.open(caller.organization(), get(caller, id).id());
    }

    /**
     * Keeps a file with a contact. What it is, is judged by its content alone.
     *
     * @param fileName what the sender calls it; only the part behind the last slash counts
     * @param content is read to its end and left open
     * @throws ContactsFailure.ContactNotFound when the contact is not there for this caller
     * @throws ContactsFailure.TooLarge when the file is larger than any may be
     * @throws ContactsFailure.QuotaExceeded when the organisation's files are as much as they may be
     * @throws ContactsFailure.Invalid when the name is too long, or the contact has too many attachments
     * @throws java.io.UncheckedIOException when the content cannot be read to its end; nothing is kept of it
     */
    public Attachment add(Caller caller, ContactId contact, String fileName, InputStream content) {
        caller.mustBeAbleToWrite();
        store.read(tx -> {
            new VisibleContacts(tx, caller).require(contact);
            requireRoom(tx, caller, contact);
            return tx;
        });
        return uploads.take(
                caller.organization(),
                fileName,
                content,
                upload -> store.write(tx -> {
                    new VisibleContacts(tx, caller).require(contact);
                    return attach(tx, caller, contact, upload);
                }));
    }

    /**
     * Keeps a new contact and a file with it: both or neither.
     *
     * @throws ContactsFailure as {@link ContactService#create} and {@link #add} do
     */
    public Contact create(Caller caller, Patch<Contact> fields, String fileName, InputStream content) {
        caller.mustBeAbleToWrite();
        return uploads.take(
                caller.organization(),
                fileName,
                content,
                upload -> contacts.create(caller, fields, (tx, contact) -> attach(tx, caller, contact.id(), upload)));
    }

    /**
     * Removes an attachment and its content.
     *
     * @throws ContactsFailure.NotFound when it is not there, or its contact is not there for this caller
     * @throws ContactsFailure.Forbidden unless the caller uploaded it, or is an administrator
     */
    public void remove(Caller caller, AttachmentId id) {
        caller.mustBeAbleToWrite();
        store.write(tx -> {
            Attachment attachment = visible(tx, caller, id);
            attachment.mustBeInHandsOf(caller);
            tx.attachments().delete(caller.organization(), attachment);
            return attachment;
        });
        new ContentRemoval(store, contents).remove(caller.organization(), id);
    }

    private Attachment attach(Transaction tx, Caller caller, ContactId contact, Upload upload) {
        uploads.checkQuota(tx.attachments().lockBytesUsed(caller.organization()), upload.size());
        requireRoom(tx, caller, contact);
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
                clock.instant());
        tx.attachments().insert(caller.organization(), attachment);
        return attachment;
    }

    private static void requireRoom(Transaction tx, Caller caller, ContactId contact) {
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
