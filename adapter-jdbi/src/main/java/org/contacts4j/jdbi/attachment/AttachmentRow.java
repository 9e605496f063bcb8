package org.contacts4j.jdbi.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps attachment rows. Reads the columns in the order of {@link #COLUMNS}. */
final class AttachmentRow implements RowMapper<Attachment> {

    static final String COLUMNS =
            "r.id, r.contact_id, r.file_name, r.content_type, r.byte_count, r.sha256, r.uploaded_by, r.uploaded_at";

    @Override
    public Attachment map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new Attachment(
                new AttachmentId(columns.uuid()),
                new ContactId(columns.uuid()),
                columns.text(),
                columns.text(),
                columns.number(),
                columns.text(),
                new MemberId(columns.text()),
                columns.time());
    }

    /** Binds every column except the organization. */
    static void bind(StatementParameters parameters, Attachment attachment) {
        parameters
                .uuid("id", attachment.id().value())
                .uuid("contact", attachment.contactId().value())
                .text("fileName", attachment.fileName())
                .text("contentType", attachment.contentType())
                .number("byteCount", attachment.size())
                .text("sha256", attachment.sha256())
                .text("uploadedBy", attachment.uploadedBy().value())
                .time("uploadedAt", attachment.uploadedAt());
    }
}
