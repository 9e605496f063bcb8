package org.contacts4j.inmemory.contact;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.comment.Comments;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.Uuids;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.Key;
import org.contacts4j.inmemory.record.Pages;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

public record InMemoryComments(StoredTransaction tx) implements Comments {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);

    @Override
    public void insert(OrganizationId organization, Comment comment) {
        Records records = tx.recordsOf(organization);
        Constraints.require(records.contacts.containsKey(comment.contactId()), "the comment's contact is not there");
        put(records, comment);
    }

    @Override
    public Optional<Comment> find(OrganizationId organization, CommentId id) {
        return Optional.ofNullable(tx.recordsOf(organization).comments.get(id));
    }

    @Override
    public Optional<Comment> lock(OrganizationId organization, CommentId id) {
        return find(organization, id);
    }

    @Override
    public void update(OrganizationId organization, Comment comment) {
        Records records = tx.recordsOf(organization);
        Constraints.require(records.comments.containsKey(comment.id()), "the comment is not there");
        put(records, comment);
    }

    @Override
    public void delete(OrganizationId organization, CommentId id) {
        Records records = tx.recordsOf(organization);
        @Nullable Comment comment = records.comments.get(id);
        if (comment != null) {
            tx.changes().remove(records.commentsOfContacts, keyOf(comment));
            tx.changes().remove(records.comments, id);
        }
    }

    @Override
    public List<Comment> all(OrganizationId organization, @Nullable CommentId after, int limit) {
        return tx.recordsOf(organization).comments.values().stream()
                .filter(comment -> after == null || Uuids.compare(comment.id().value(), after.value()) > 0)
                .sorted(Comparator.comparing(comment -> comment.id().value(), Uuids::compare))
                .limit(limit)
                .toList();
    }

    @Override
    public Page<Comment> page(OrganizationId organization, ContactId contact, Slice slice) {
        Collection<Comment> all = Key.under(contact.value(), tx.recordsOf(organization).commentsOfContacts)
                .values();
        return Pages.cut(all.stream(), NEWEST_FIRST, slice, InMemoryComments::positionOf, Total.capped(all.size()));
    }

    private void put(Records records, Comment comment) {
        tx.changes().put(records.comments, comment.id(), comment);
        tx.changes().put(records.commentsOfContacts, keyOf(comment), comment);
    }

    private static Position positionOf(Comment comment) {
        return new Position("", comment.writtenAt(), comment.id().value());
    }

    private static Key keyOf(Comment comment) {
        return new Key(comment.contactId().value(), comment.id().value());
    }
}
