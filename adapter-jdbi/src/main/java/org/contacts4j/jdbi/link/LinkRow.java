package org.contacts4j.jdbi.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps link rows. Reads the columns in the order of {@link #COLUMNS}. */
public final class LinkRow implements RowMapper<Link> {

    static final String COLUMNS = """
            id, contact_id, type, external_id, title, status, url, amount, currency,
            version, created_at, created_by, updated_at, updated_by
            """;

    @Override
    public Link map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new Link(
                new LinkId(columns.uuid()),
                new ContactId(columns.uuid()),
                EnumNames.find(LinkType.class, columns.text()).orElseThrow(),
                columns.text(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.decimalOrNull(),
                columns.textOrNull(),
                columns.revision());
    }

    /** Binds every column except the organization. */
    static void bind(StatementParameters parameters, Link link) {
        parameters
                .uuid("id", link.id().value())
                .uuid("contact", link.contactId().value())
                .word("type", link.type())
                .text("externalId", link.externalId())
                .text("title", link.title())
                .text("status", link.status())
                .text("url", link.url())
                .decimal("amount", link.amount())
                .text("currency", link.currency())
                .revision(link.revision());
    }
}
