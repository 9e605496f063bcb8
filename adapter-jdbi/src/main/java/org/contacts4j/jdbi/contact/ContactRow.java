package org.contacts4j.jdbi.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.AdditionalInfo;
import org.contacts4j.domain.contact.Assignment;
import org.contacts4j.domain.contact.Communication;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Job;
import org.contacts4j.domain.contact.PersonName;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Maps contact rows. Reads the columns in the order of {@link #COLUMNS}. The last column contains the keys of the
 * organization's deleted custom fields, whose values the contact hides. It is the same for all rows and evaluated once.
 */
public final class ContactRow implements RowMapper<Contact> {

    static final String COLUMNS = """
            r.organization_id, r.id,
            r.name, r.first_name, r.last_name, r.salutation, r.display_name, r.local_name, r.code,
            r.emails, r.phones, r.website, r.preferred_method, r.language, r.do_not_contact, r.address,
            r.company_id, coalesce(company.name, r.company_name), r.title, r.department, r.reports_to,
            r.source, r.tax_id, r.description, r.notes,
            r.custom_fields, r.tags, r.assigned_to, r.teams, r.status, r.extensions,
            r.version, r.created_at, r.created_by, r.updated_at, r.updated_by,
            array(select field_key from custom_field where organization_id = :organization and deleted)
            """;

    /** The columns for members with restricted visibility: a manager that they cannot see is null. */
    private static final String RESTRICTED_COLUMNS =
            COLUMNS.replace("r.reports_to", VisibilityClause.ofId("r.reports_to"));

    /** The number of {@link #COLUMNS}. */
    static final int WIDTH = 37;

    static final String COMPANY = """
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
        ColumnReader columns = new ColumnReader(row);
        OrganizationId organization = new OrganizationId(columns.text());
        ContactId id = new ContactId(columns.uuid());
        PersonName name = new PersonName(
                columns.text(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull());
        Contact contact = new Contact(
                id,
                organization,
                name,
                columns.textOrNull(),
                communication(columns),
                Json.readAddress(columns.textOrNull()),
                job(columns),
                background(columns),
                Json.readData(columns.text()),
                Map.of(),
                columns.texts(),
                assignment(columns),
                status(columns),
                Json.readData(columns.text()),
                columns.revision());
        List<String> hiddenKeys = columns.texts();
        return hiddenKeys.isEmpty() ? contact : contact.hiding(Set.copyOf(hiddenKeys));
    }

    private static Communication communication(ColumnReader columns) throws SQLException {
        List<Email> emails = Json.readPairs(columns.text(), "address", "label", Email::new);
        List<Phone> phones = Json.readPairs(columns.text(), "number", "label", Phone::new);
        return new Communication(
                emails,
                phones,
                columns.textOrNull(),
                method(columns.textOrNull()),
                columns.textOrNull(),
                columns.flag());
    }

    private static Job job(ColumnReader columns) throws SQLException {
        return new Job(
                columns.idOrNull(CompanyId::new),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.idOrNull(ContactId::new));
    }

    private static AdditionalInfo background(ColumnReader columns) throws SQLException {
        return new AdditionalInfo(
                columns.textOrNull(), columns.textOrNull(), columns.textOrNull(), columns.textOrNull());
    }

    private static Assignment assignment(ColumnReader columns) throws SQLException {
        return new Assignment(columns.texts(MemberId::new), columns.texts(TeamId::new));
    }

    private static ContactStatus status(ColumnReader columns) throws SQLException {
        return EnumNames.find(ContactStatus.class, columns.text()).orElseThrow();
    }

    private static @Nullable ContactMethod method(@Nullable String word) {
        return word == null ? null : EnumNames.find(ContactMethod.class, word).orElseThrow();
    }
}
