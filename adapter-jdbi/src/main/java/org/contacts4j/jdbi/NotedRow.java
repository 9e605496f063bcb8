package org.contacts4j.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A note of the tally as a row. The columns are read in the order of {@link #COLUMNS}. */
public final class NotedRow implements RowMapper<Tally.Noted> {

    static final String COLUMNS = "organization_id, id, kind, change, got, lost, noted_at";

    @Override
    public Tally.Noted map(ResultSet row, StatementContext context) throws SQLException {
        Columns columns = new Columns(row);
        return new Tally.Noted(
                columns.text(),
                columns.number(),
                columns.text(),
                columns.number(),
                columns.texts(),
                columns.texts(),
                columns.time());
    }
}
