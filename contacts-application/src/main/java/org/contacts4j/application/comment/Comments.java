package org.contacts4j.application.comment;

import java.util.List;
import java.util.Optional;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * The stored comments. Comments of other organizations are treated as absent. Deleting a contact deletes its comments.
 */
public interface Comments {

    /** Inserts a comment. The contact must exist. */
    void insert(OrganizationId organization, Comment comment);

    /** Returns the comment with this id. */
    Optional<Comment> find(OrganizationId organization, CommentId id);

    /** Returns the comment and locks it until the transaction ends. */
    Optional<Comment> lock(OrganizationId organization, CommentId id);

    /** Updates a comment that this transaction has locked. */
    void update(OrganizationId organization, Comment comment);

    /** Deletes a comment. */
    void delete(OrganizationId organization, CommentId id);

    /**
     * Returns the comments on all contacts of the organization, ordered by id.
     *
     * @param after the comment after which the result begins; null to begin with the first
     * @return at most {@code limit} comments
     */
    List<Comment> all(OrganizationId organization, @Nullable CommentId after, int limit);

    /** Returns a page of the contact's comments, newest first, with their total. */
    Page<Comment> page(OrganizationId organization, ContactId contact, Slice slice);
}
