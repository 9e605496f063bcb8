package org.contacts4j.domain.comment;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.CommentId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.Rules;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Role;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has written about a contact.
 *
 * @param text 1 to {@value Rules#PROSE} characters, kept as it was typed
 * @param lastEdit when and by whom the text was changed last; null for a text that never was
 */
public record Comment(
        CommentId id,
        ContactId contactId,
        String text,
        MemberId author,
        Instant writtenAt,
        @Nullable Edit lastEdit) {

    /** A change of a comment's text. */
    public record Edit(MemberId by, Instant at) {}

    /**
     * A new comment.
     *
     * @throws ContactsFailure.Invalid when the text is blank, too long or nothing that can be kept
     */
    public static Comment write(CommentId id, ContactId contact, String text, MemberId author, Instant at) {
        return new Comment(id, contact, checked(text), author, at, null);
    }

    /**
     * This comment with another text; itself when the text is the same.
     *
     * @throws ContactsFailure.Invalid when the text is blank, too long or nothing that can be kept
     */
    public Comment edit(String newText, MemberId by, Instant at) {
        return text.equals(checked(newText))
                ? this
                : new Comment(id, contactId, newText, author, writtenAt, new Edit(by, at));
    }

    /** Whom the text speaks to, as {@code @ada} or {@code @[any id]}, in order and without repetition. */
    public List<MemberId> mentions() {
        return Mentions.in(text);
    }

    /** Throws {@link ContactsFailure.Forbidden} unless the caller wrote this, or is an administrator. */
    public void mustBeInHandsOf(Caller caller) {
        caller.mustBeAbleToWrite();
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
