package org.contacts4j.jdbi.customfield;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps folder rows with the columns id, name, position. */
public final class FolderRow implements RowMapper<CustomFieldFolder> {

    @Override
    public CustomFieldFolder map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new CustomFieldFolder(new CustomFieldFolderId(columns.uuid()), columns.text(), (int) columns.number());
    }
}
