package org.contacts4j.jdbi.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.comment.Comment.Edit;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps comment rows. Reads the columns in the order of {@link #COLUMNS}. */
final class CommentRow implements RowMapper<Comment> {

    static final String COLUMNS = "r.id, r.contact_id, r.content, r.author, r.created_at, r.edited_by, r.edited_at";

    @Override
    public Comment map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new Comment(
                new CommentId(columns.uuid()),
                new ContactId(columns.uuid()),
                columns.text(),
                new MemberId(columns.text()),
                columns.time(),
                edit(columns.memberOrNull(), columns.timeOrNull()));
    }

    /** Binds the id and the columns that an edit changes. */
    static StatementParameters bind(StatementParameters parameters, Comment comment) {
        @Nullable Edit edit = comment.lastEdit();
        return parameters
                .uuid("id", comment.id().value())
                .text("text", comment.text())
                .text("editedBy", edit == null ? null : edit.by().value())
                .timeOrNull("editedAt", edit == null ? null : edit.at());
    }

    private static @Nullable Edit edit(@Nullable MemberId by, @Nullable Instant at) {
        return by == null || at == null ? null : new Edit(by, at);
    }
}
