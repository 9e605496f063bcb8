package org.contacts4j.jdbi.contact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.ContactWithRelations;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.contacts4j.jdbi.webhook.DeliveryFanOut;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Finds a contact by its id in one statement, optionally with related data. */
record ContactByIdQuery(UnitOfWork unitOfWork, OrganizationId organization, Visibility visibility, ContactId id) {

    private static final ContactRow ROW = new ContactRow();
    private static final ContactAtCompanyRow AT_COMPANY_ROW = new ContactAtCompanyRow();

    private static final String FROM =
            " from contact r " + ContactRow.COMPANY + " where r.organization_id = :organization and r.id = :id ";

    private static final String SELECT = "select " + ContactRow.COLUMNS + FROM;

    /** {@link #SELECT} with JDBC placeholders: the organization, the organization again, the id. */
    private static final String BY_ID = SELECT.replace(":organization", "?").replace(":id", "?");

    private static final String SELECT_FOR_CHANGE =
            "select " + ContactRow.COLUMNS + ", " + DeliveryFanOut.HAS_WEBHOOKS + FROM;

    private static final String SELECT_AT_COMPANY =
            "select " + ContactRow.COLUMNS + ContactAtCompanyRow.IS_PRIMARY + FROM;

    private static final String RELATION_FLAGS = """
            , exists (select 1 from contact_comment c where c.organization_id = :organization and c.contact_id = r.id)
                as has_comments
            , exists (select 1 from attachment a where a.organization_id = :organization and a.contact_id = r.id)
                as has_attachments
            , exists (select 1 from contact_link l where l.organization_id = :organization and l.contact_id = r.id)
                as has_links
            """;

    private static final String SELECT_WITH_RELATIONS = "select " + ContactRow.COLUMNS + RELATION_FLAGS + FROM;

    Optional<Contact> find() {
        return visibility instanceof Visibility.Everything ? byId() : select(SELECT, "", ROW);
    }

    /**
     * Reads with plain JDBC, because this is the most frequent query. JDBI's overhead for a statement is half the time
     * of mapping the row to a contact.
     */
    private Optional<Contact> byId() {
        Connection connection = unitOfWork.reading().getConnection();
        try (PreparedStatement select = connection.prepareStatement(BY_ID)) {
            select.setString(1, organization.value());
            select.setString(2, organization.value());
            select.setObject(3, id.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(ContactRow.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    Optional<ContactAtCompany> atCompany() {
        return select(SELECT_AT_COMPANY, ContactAtCompanyRow.IS_PRIMARY, AT_COMPANY_ROW);
    }

    Optional<ContactWithRelations> withRelations() {
        return select(SELECT_WITH_RELATIONS, RELATION_FLAGS, (row, context) -> {
            Contact contact = ROW.map(row, context);
            return new ContactWithRelations(
                    contact,
                    row.getBoolean("has_comments"),
                    row.getBoolean("has_attachments"),
                    row.getBoolean("has_links"));
        });
    }

    /**
     * Reads the contact for a change. The contact contains its manager even when the caller cannot see the manager.
     * Reads in the same statement whether the organization has webhooks.
     */
    Optional<Contact> lock() {
        boolean optimistic = unitOfWork.isOptimistic();
        Handle handle = optimistic ? unitOfWork.reading() : unitOfWork.locking();
        String lock = optimistic ? "" : unitOfWork.database().forUpdate("r");
        String narrowed = SELECT_FOR_CHANGE + VisibilityClause.ofRow(visibility);
        try (Query query = handle.createQuery(narrowed + lock)) {
            bind(query);
            return Rows.first(query, (row, context) -> {
                unitOfWork.recordWebhooks(organization, row.getBoolean(ContactRow.WIDTH + 1));
                return ROW.map(row, context);
            });
        }
    }

    /**
     * Reads the contact as the caller sees it.
     *
     * @param all the complete statement for callers who see every contact. It must be a constant: JDBI's cache lookup
     *     does not compare the text when it is the same object
     * @param more the columns to select after those of the contact
     */
    private <T> Optional<T> select(String all, String more, RowMapper<T> mapper) {
        String sql = visibility instanceof Visibility.Everything
                ? all
                : "select " + ContactRow.columns(visibility) + more + FROM + VisibilityClause.ofRow(visibility);
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            VisibilityClause.bindId(visibility, bind(query));
            return Rows.first(query, mapper);
        }
    }

    private StatementParameters bind(Query query) {
        StatementParameters parameters = new StatementParameters(query, unitOfWork.database())
                .text("organization", organization.value())
                .uuid("id", id.value());
        VisibilityClause.bind(visibility, parameters);
        return parameters;
    }
}
