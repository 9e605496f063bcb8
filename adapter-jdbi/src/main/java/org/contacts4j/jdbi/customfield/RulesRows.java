package org.contacts4j.jdbi.customfield;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldRules;

/** Builds an organization's custom field rules from the rows of all definitions. A row begins with {@link #COLUMNS}. */
public final class RulesRows {

    /** The columns of {@code custom_field r}, including deleted ones; all null in a row without a definition. */
    public static final String COLUMNS = CustomFieldRow.COLUMNS + ", r.deleted";

    private static final CustomFieldRow ROW = new CustomFieldRow();

    private final List<CustomField> fields = new ArrayList<>();
    private final List<String> deletedKeys = new ArrayList<>();

    /** Adds the current row of the result set. Ignores a row without a definition. */
    public void add(ResultSet row) throws SQLException {
        if (row.getObject(1) == null) {
            return;
        }
        CustomField field = ROW.map(row);
        if (row.getBoolean("deleted")) {
            deletedKeys.add(field.key());
        } else {
            fields.add(field);
        }
    }

    public boolean isEmpty() {
        return fields.isEmpty() && deletedKeys.isEmpty();
    }

    public CustomFieldRules rules() {
        return new CustomFieldRules(fields, deletedKeys);
    }
}
