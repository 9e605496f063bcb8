package org.contacts4j.jdbi.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Maps contact rows that {@link #COLUMNS} selects. The last column contains the keys of the organization's deleted
 * custom fields, whose values the contact hides. It is the same for all rows and evaluated once.
 */
public final class ContactRow implements RowMapper<Contact> {

    /** The columns to select from {@code contact r}, joined with {@link #COMPANY}. */
    public static final String COLUMNS = ContactColumns.TABLE.selection()
            + ", array(select field_key from custom_field where organization_id = :organization and deleted)";

    /** The number of {@link #COLUMNS}. */
    static final int WIDTH = ContactColumns.TABLE.width() + 1;

    /** The columns for members with restricted visibility: a manager that they cannot see is null. */
    private static final String RESTRICTED_COLUMNS =
            COLUMNS.replace("r.reports_to", VisibilityClause.ofId("r.reports_to") + " as reports_to");

    public static final String COMPANY = """
            left join company on company.organization_id = r.organization_id and company.id = r.company_id
            """;

    /** Returns the columns to select under a visibility. {@link VisibilityClause#bindId} binds their parameters. */
    static String columns(Visibility visibility) {
        return visibility instanceof Visibility.Everything ? COLUMNS : RESTRICTED_COLUMNS;
    }

    @Override
    public Contact map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    static Contact read(ResultSet row) throws SQLException {
        ColumnReader first = new ColumnReader(row);
        OrganizationId organization = new OrganizationId(first.text());
        ContactId id = new ContactId(first.uuid());
        Revision revision = first.revision();
        FieldValues<Contact> values = ContactColumns.TABLE.read(row, ContactField.values());
        Contact contact = Contact.of(id, organization, values, Map.of(), revision);
        List<String> hiddenKeys = new ColumnReader(row, ContactColumns.TABLE.width()).texts();
        return hiddenKeys.isEmpty() ? contact : contact.hiding(Set.copyOf(hiddenKeys));
    }
}
