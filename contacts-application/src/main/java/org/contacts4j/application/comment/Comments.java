package org.contacts4j.application.comment;

import java.util.Optional;
import org.contacts4j.application.Page;
import org.contacts4j.application.Slice;
import org.contacts4j.domain.CommentId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.comment.Comment;

/** The comments that are kept. Those of another organisation are as good as not there, and those of a contact go with it. */
public interface Comments {

    /** Keeps a new comment. The contact must exist. */
    void insert(OrganizationId organization, Comment comment);

    /** The comment as it is. */
    Optional<Comment> find(OrganizationId organization, CommentId id);

    /** The comment, held against other writers until the transaction ends. */
    Optional<Comment> lock(OrganizationId organization, CommentId id);

    /** Keeps the next state of a comment that this transaction has locked. */
    void update(OrganizationId organization, Comment comment);

    /** Forgets a comment. */
    void delete(OrganizationId organization, CommentId id);

    /** A part of the contact's comments, the newest first, with their number. */
    Page<Comment> page(OrganizationId organization, ContactId contact, Slice slice);
}
