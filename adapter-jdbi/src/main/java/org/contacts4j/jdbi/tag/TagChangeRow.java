package org.contacts4j.jdbi.tag;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.jdbi.Columns;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A change of tags as a row: organisation, id, what was got, what was lost, when. */
public final class TagChangeRow implements RowMapper<TagSql.Change> {

    @Override
    public TagSql.Change map(ResultSet row, StatementContext context) throws SQLException {
        Columns columns = new Columns(row);
        return new TagSql.Change(columns.text(), columns.number(), columns.texts(), columns.texts(), columns.time());
    }
}
