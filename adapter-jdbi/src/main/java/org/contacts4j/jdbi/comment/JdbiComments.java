package org.contacts4j.jdbi.comment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** {@link Comments} in a table. The foreign key cascades: deleting a contact deletes its comments. */
public final class JdbiComments implements Comments {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);
    private static final CommentRow ROW = new CommentRow();

    private static final String SELECT = "select " + CommentRow.COLUMNS
            + " from contact_comment r where r.organization_id = :organization and r.id = :id ";

    private static final String ALL = "select " + CommentRow.COLUMNS + """
             from contact_comment r where r.organization_id = :organization and r.id > :after
            order by r.organization_id, r.id limit :limit
            """;

    private static final String INSERT = """
            insert into contact_comment (
                organization_id, id, contact_id, content, author, created_at, edited_by, edited_at)
            values (:organization, :id, :contact, :text, :author, :createdAt, :editedBy, :editedAt)
            """;

    private static final String UPDATE = """
            update contact_comment set content = :text, edited_by = :editedBy, edited_at = :editedAt
            where organization_id = :organization and id = :id
            """;

    private static final String DELETE =
            "delete from contact_comment where organization_id = :organization and id = :id";

    private final UnitOfWork unitOfWork;

    public JdbiComments(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, Comment comment) {
        unitOfWork.hold("contact", organization, comment.contactId().value());
        unitOfWork.write(new StatementBatch(organization)
                .and(
                        INSERT,
                        parameters -> CommentRow.bind(parameters, comment)
                                .uuid("contact", comment.contactId().value())
                                .text("author", comment.author().value())
                                .time("createdAt", comment.writtenAt())));
    }

    @Override
    public Optional<Comment> find(OrganizationId organization, CommentId id) {
        return select(unitOfWork.reading(), organization, id, "");
    }

    @Override
    public Optional<Comment> lock(OrganizationId organization, CommentId id) {
        return select(
                unitOfWork.locking(), organization, id, unitOfWork.database().forUpdate("r"));
    }

    @Override
    public void update(OrganizationId organization, Comment comment) {
        unitOfWork.write(
                new StatementBatch(organization).and(UPDATE, parameters -> CommentRow.bind(parameters, comment)));
    }

    @Override
    public void delete(OrganizationId organization, CommentId id) {
        unitOfWork.write(new StatementBatch(organization).and(DELETE, parameters -> parameters.uuid("id", id.value())));
    }

    @Override
    public List<Comment> all(OrganizationId organization, @Nullable CommentId after, int limit) {
        try (Query query = unitOfWork.reading().createQuery(ALL)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("after", after == null ? new UUID(0, 0) : after.value())
                    .number("limit", limit);
            return Rows.all(query, ROW);
        }
    }

    @Override
    public Page<Comment> page(OrganizationId organization, ContactId contact, Slice slice) {
        ListQuery list = new ListQuery(unitOfWork, "contact_comment", organization);
        list.whereColumn(
                "r.contact_id = :contact",
                NEWEST_FIRST.key(),
                parameters -> parameters.uuid("contact", contact.value()));
        Total total = list.countUpToCap();
        List<Comment> found = list.rows(CommentRow.COLUMNS, "", NEWEST_FIRST, slice, ROW);
        return Page.of(found, slice.limit(), total, JdbiComments::positionOf);
    }

    private Optional<Comment> select(Handle handle, OrganizationId organization, CommentId id, String lock) {
        try (Query query = handle.createQuery(SELECT + lock)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("id", id.value());
            return Rows.first(query, ROW);
        }
    }

    private static Position positionOf(Comment comment) {
        return new Position("", comment.writtenAt(), comment.id().value());
    }
}
