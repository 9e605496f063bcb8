package org.contacts4j.domain.comment;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a contact.
 *
 * @param text 1 to {@value Rules#PROSE} characters, stored unchanged
 * @param lastEdit the author and time of the last edit; null if the text was never edited
 */
public record Comment(
        CommentId id,
        ContactId contactId,
        String text,
        MemberId author,
        Instant writtenAt,
        @Nullable Edit lastEdit) {

    /** An edit of a comment's text. */
    public record Edit(MemberId by, Instant at) {}

    /**
     * Returns a new comment.
     *
     * @throws ContactsFailure.Invalid if the text is blank, too long or has characters that cannot be stored
     */
    public static Comment write(CommentId id, ContactId contact, String text, MemberId author, Instant at) {
        return new Comment(id, contact, checked(text), author, at, null);
    }

    /**
     * Returns this comment with another text; this instance if the text is unchanged.
     *
     * @throws ContactsFailure.Invalid if the text is blank, too long or has characters that cannot be stored
     */
    public Comment edit(String newText, MemberId by, Instant at) {
        return text.equals(checked(newText))
                ? this
                : new Comment(id, contactId, newText, author, writtenAt, new Edit(by, at));
    }

    /** Returns the members mentioned as {@code @ada} or {@code @[any id]}, in text order, without duplicates. */
    public List<MemberId> mentions() {
        return Mentions.in(text);
    }

    /**
     * Checks that the caller can change or delete this comment.
     *
     * @throws ContactsFailure.Forbidden unless the caller is the author or an administrator, and not a viewer
     */
    public void requireModifiableBy(Caller caller) {
        caller.requireWrite();
        if (!author.equals(caller.member()) && caller.role() != Role.ADMIN) {
            throw new ContactsFailure.Forbidden("Only its author or an administrator can change or delete a comment.");
        }
    }

    private static String checked(String text) {
        Faults faults = new Faults();
        if (text.isBlank()) {
            faults.add("text", "is required: what you have to say");
        }
        Rules.checkText(text, Rules.PROSE, "text", faults);
        faults.throwIfAny();
        return text;
    }
}
