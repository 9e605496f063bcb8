package org.contacts4j.jdbi.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps company rows. Reads the columns in the order of {@link #COLUMNS}. */
public final class CompanyRow implements RowMapper<Company> {

    static final String COLUMNS = """
            r.id, r.organization_id, r.name, r.code, r.website, r.phone, r.email, r.tax_id, r.address,
            r.custom_fields, r.primary_contact_id,
            r.version, r.created_at, r.created_by, r.updated_at, r.updated_by
            """;

    /** The columns for members with restricted visibility: a primary contact that they cannot see is null. */
    private static final String RESTRICTED_COLUMNS =
            COLUMNS.replace("r.primary_contact_id", VisibilityClause.ofId("r.primary_contact_id"));

    /** Returns the columns to select under a visibility. {@link VisibilityClause#bindId} binds their parameters. */
    static String columns(Visibility visibility) {
        return visibility instanceof Visibility.Everything ? COLUMNS : RESTRICTED_COLUMNS;
    }

    @Override
    public Company map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new Company(
                new CompanyId(columns.uuid()),
                new OrganizationId(columns.text()),
                columns.text(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                Json.readAddress(columns.textOrNull()),
                Json.readData(columns.text()),
                columns.idOrNull(ContactId::new),
                columns.revision());
    }

    /** Binds every column except the organization. */
    static void bind(StatementParameters parameters, Company company) {
        @Nullable ContactId primary = company.primaryContactId();
        parameters
                .uuid("id", company.id().value())
                .text("name", company.name())
                .sortKey("sortName", Folded.sortKey(company.name()))
                .text("code", company.code())
                .text("website", company.website())
                .text("phone", company.phone())
                .text("email", company.email())
                .text("taxId", company.taxId())
                .json("address", Json.writeAddress(company.address()))
                .json("customFields", Json.write(company.customFields()))
                .uuid("primaryContact", primary == null ? null : primary.value())
                .revision(company.revision());
    }
}
