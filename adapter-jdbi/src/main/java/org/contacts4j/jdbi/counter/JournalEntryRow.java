package org.contacts4j.jdbi.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps a row of {@code counter_journal} to a journal entry. The columns are read in the order of {@link #COLUMNS}. */
public final class JournalEntryRow implements RowMapper<CounterJournal.Entry> {

    static final String COLUMNS = "organization_id, id, kind, change, got, lost, noted_at";

    @Override
    public CounterJournal.Entry map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new CounterJournal.Entry(
                columns.text(),
                columns.number(),
                columns.text(),
                columns.number(),
                columns.texts(),
                columns.texts(),
                columns.time());
    }
}
