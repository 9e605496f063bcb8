package org.contacts4j.jdbi.customvalue;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.domain.customvalue.CustomValue;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps custom value rows with the columns key, value, update time. */
public final class CustomValueRow implements RowMapper<CustomValue> {

    @Override
    public CustomValue map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new CustomValue(columns.text(), columns.text(), columns.time());
    }
}
