package org.contacts4j.application.comment;

import java.time.Clock;
import java.util.Optional;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.contact.write.VisibleContacts;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;

/** Manages comments on contacts. A caller who can see a contact can see its comments. */
public final class CommentService {

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail trail;

    public CommentService(CurrentStore store, Clock clock, Ids ids, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.trail = trail;
    }

    /**
     * Returns a page of the contact's comments, newest first, with their total.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     */
    public Page<Comment> list(Caller caller, ContactId contact, Slice slice) {
        return store.readReplica(caller, tx -> {
            new VisibleContacts(tx, caller).require(contact);
            return tx.comments().page(caller.organization(), contact, slice);
        });
    }

    /**
     * Returns the comment with this id, on any contact.
     *
     * @throws ContactsFailure.NotFound if the comment does not exist, or its contact is hidden from the caller
     */
    public Comment get(Caller caller, CommentId id) {
        return store.read(tx -> visible(tx, caller, tx.comments().find(caller.organization(), id)));
    }

    /**
     * Creates a comment by the caller.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     * @throws ContactsFailure.Invalid if the text is blank, too long or cannot be stored
     */
    public Comment add(Caller caller, ContactId contact, String text) {
        caller.requireWrite();
        CommentId id = new CommentId(ids.next());
        return store.write(caller, tx -> {
            new VisibleContacts(tx, caller).require(contact);
            Comment comment = Comment.write(id, contact, text, caller.member(), clock.instant());
            tx.comments().insert(caller.organization(), comment);
            return comment;
        });
    }

    /**
     * Replaces the text of a comment. An equal text changes nothing.
     *
     * @throws ContactsFailure.NotFound if the comment does not exist, or its contact is hidden from the caller
     * @throws ContactsFailure.Forbidden unless the caller is the author or an administrator
     * @throws ContactsFailure.Invalid if the text is blank, too long or cannot be stored
     */
    public Comment edit(Caller caller, CommentId id, String text) {
        caller.requireWrite();
        return store.write(caller, tx -> {
            Comment before = lockEditable(tx, caller, id);
            Comment after = before.edit(text, caller.member(), clock.instant());
            if (!after.equals(before)) {
                tx.comments().update(caller.organization(), after);
            }
            return after;
        });
    }

    /**
     * Deletes a comment.
     *
     * @throws ContactsFailure.NotFound if the comment does not exist, or its contact is hidden from the caller
     * @throws ContactsFailure.Forbidden unless the caller is the author or an administrator
     */
    public void remove(Caller caller, CommentId id) {
        caller.requireWrite();
        store.write(caller, tx -> {
            Comment comment = lockEditable(tx, caller, id);
            tx.comments().delete(caller.organization(), id);
            trail.append(tx, caller, AuditAction.COMMENT_DELETED, id);
            return comment;
        });
    }

    private static Comment lockEditable(Transaction tx, Caller caller, CommentId id) {
        Comment comment = visible(tx, caller, tx.comments().lock(caller.organization(), id));
        comment.requireModifiableBy(caller);
        return comment;
    }

    private static Comment visible(Transaction tx, Caller caller, Optional<Comment> comment) {
        return comment.filter(found -> new VisibleContacts(tx, caller).include(found.contactId()))
                .orElseThrow(() -> new ContactsFailure.NotFound("comment"));
    }
}
