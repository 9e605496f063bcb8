package org.contacts4j.jdbi.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.jdbi.mapping.Column;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.ColumnType;
import org.contacts4j.jdbi.mapping.ColumnWriter;
import org.contacts4j.jdbi.mapping.TableColumns;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The columns of the company table, and the mapping of rows that {@link #COLUMNS} selects. */
public final class CompanyRow implements RowMapper<Company> {

    static final TableColumns<Company> TABLE = new TableColumns<>(
            company -> company.id().value(),
            Company::revision,
            CompanyField.texts(),
            List.of(
                    Column.of(CompanyField.NAME, ColumnType.TEXT),
                    Column.of(CompanyField.CODE, ColumnType.TEXT),
                    Column.of(CompanyField.WEBSITE, ColumnType.TEXT),
                    Column.of(CompanyField.PHONE, ColumnType.TEXT),
                    Column.of(CompanyField.EMAIL, ColumnType.TEXT),
                    Column.of(CompanyField.ADDRESS, ColumnType.ADDRESS),
                    Column.of(CompanyField.CUSTOM_FIELDS, ColumnType.DATA),
                    Column.written("sort_name", company -> Folded.sortKey(company.name()), ColumnWriter::sortKey),
                    Column.written(
                            "primary_contact_id",
                            Company::primaryContactId,
                            ColumnType.id(ContactId::new, ContactId::value).writing())));

    static final String COLUMNS = TABLE.selection() + ", r.primary_contact_id";

    /** The columns for members with restricted visibility: a primary contact that they cannot see is null. */
    private static final String RESTRICTED_COLUMNS = COLUMNS.replace(
            "r.primary_contact_id", VisibilityClause.ofId("r.primary_contact_id") + " as primary_contact_id");

    /** Returns the columns to select under a visibility. {@link VisibilityClause#bindId} binds their parameters. */
    static String columns(Visibility visibility) {
        return visibility instanceof Visibility.Everything ? COLUMNS : RESTRICTED_COLUMNS;
    }

    @Override
    public Company map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader first = new ColumnReader(row);
        OrganizationId organization = new OrganizationId(first.text());
        CompanyId id = new CompanyId(first.uuid());
        Revision revision = first.revision();
        FieldValues<Company> values = TABLE.read(row, CompanyField.values());
        @Nullable ContactId primary = new ColumnReader(row, TABLE.width()).idOrNull(ContactId::new);
        return Company.of(id, organization, values, primary, revision);
    }
}
