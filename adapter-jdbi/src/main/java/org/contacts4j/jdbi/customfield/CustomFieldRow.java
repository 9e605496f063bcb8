package org.contacts4j.jdbi.customfield;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps custom field rows. Reads the columns in the order of {@link #COLUMNS}. */
public final class CustomFieldRow implements RowMapper<CustomField> {

    static final String COLUMNS =
            "r.id, r.field_key, r.label, r.type, r.options, r.required, r.folder_id, r.position, r.archived";

    @Override
    public CustomField map(ResultSet row, StatementContext context) throws SQLException {
        return map(row);
    }

    CustomField map(ResultSet row) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new CustomField(
                new CustomFieldId(columns.uuid()),
                columns.text(),
                columns.text(),
                type(columns.text()),
                columns.texts(),
                columns.flag(),
                columns.idOrNull(CustomFieldFolderId::new),
                (int) columns.number(),
                columns.flag());
    }

    static CustomFieldType type(String word) {
        return EnumNames.find(CustomFieldType.class, word).orElseThrow();
    }

    /** Binds every column except the organization. */
    static void bind(StatementParameters parameters, CustomField field) {
        @Nullable CustomFieldFolderId folder = field.folder();
        parameters
                .uuid("id", field.id().value())
                .text("key", field.key())
                .text("label", field.label())
                .word("type", field.type())
                .texts("options", field.options())
                .flag("required", field.required())
                .uuid("folder", folder == null ? null : folder.value())
                .number("position", field.position())
                .flag("archived", field.archived());
    }
}
