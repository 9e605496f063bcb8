package org.contacts4j.jdbi.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.application.contact.CreationContext;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.customfield.RulesRows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.contacts4j.jdbi.webhook.DeliveryFanOut;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the validation of a new contact needs. The result has one row for each custom field definition, or one row
 * when there are none. Each row contains the company name and whether the organization has webhooks.
 */
record CreationContextQuery(UnitOfWork unitOfWork) {

    private static final String SELECT = "select " + RulesRows.COLUMNS
            + ", company.name as company_name, " + DeliveryFanOut.HAS_WEBHOOKS + " as has_webhooks, "
            + UnitOfWork.IS_CUSTOMIZED + " as special from (values (1)) one (n)"
            + " left join company on company.organization_id = :organization and company.id = :company"
            + " left join custom_field r on r.organization_id = :organization";

    CreationContext of(OrganizationId organization, @Nullable CompanyId company) {
        try (Query query = unitOfWork.reading().createQuery(SELECT)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("company", company == null ? null : company.value());
            return query.scanResultSet((rows, context) -> {
                try (ResultSet row = rows.get()) {
                    return read(organization, row);
                }
            });
        }
    }

    private CreationContext read(OrganizationId organization, ResultSet row) throws SQLException {
        RulesRows rules = new RulesRows();
        @Nullable String companyName = null;
        boolean webhooks = false;
        boolean special = false;
        while (row.next()) {
            companyName = row.getString("company_name");
            webhooks = row.getBoolean("has_webhooks");
            special = row.getBoolean("special");
            rules.add(row);
        }
        unitOfWork.recordWebhooks(organization, webhooks);
        unitOfWork.recordCustomized(organization, special);
        return new CreationContext(rules.rules(), companyName);
    }
}
