package org.contacts4j.jdbi.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.domain.access.TokenRevocation;
import org.contacts4j.domain.access.TokenRevocationId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps token revocation rows. Reads the columns in the order of {@link #COLUMNS}. */
public final class TokenRevocationRow implements RowMapper<TokenRevocation> {

    static final String COLUMNS = "r.id, r.subject, r.token_id, r.created_at, r.created_by";

    @Override
    public TokenRevocation map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new TokenRevocation(
                new TokenRevocationId(columns.uuid()),
                columns.memberOrNull(),
                columns.textOrNull(),
                columns.time(),
                new MemberId(columns.text()));
    }
}
