package org.contacts4j.jdbi.contact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.SurroundedContact;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.Parameters;
import org.contacts4j.jdbi.Rows;
import org.contacts4j.jdbi.Session;
import org.contacts4j.jdbi.member.Sight;
import org.contacts4j.jdbi.webhook.FanOut;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Finds a contact by its id, alone or with what is asked along with it, in one statement. */
record OneContact(Session session, OrganizationId organization, Visibility visibility, ContactId id) {

    private static final ContactRow ROW = new ContactRow();
    private static final ContactAtCompanyRow AT_COMPANY_ROW = new ContactAtCompanyRow();

    private static final String FROM =
            " from contact r " + ContactRow.COMPANY + " where r.organization_id = :organization and r.id = :id ";

    private static final String SELECT = "select " + ContactRow.COLUMNS + FROM;

    /** The same for JDBC: the organisation, twice, and the id. */
    private static final String BY_ID = SELECT.replaceAll(":(organization|id)\\b", "?");

    private static final String SELECT_FOR_CHANGE = "select " + ContactRow.COLUMNS + ", " + FanOut.HAS_WEBHOOKS + FROM;

    private static final String SELECT_AT_COMPANY = "select " + ContactAtCompanyRow.COLUMNS + FROM;

    private static final String SELECT_SURROUNDED = "select " + ContactRow.COLUMNS + """
            , exists (select 1 from contact_comment c where c.organization_id = r.organization_id and c.contact_id = r.id)
                as has_comments
            , exists (select 1 from attachment a where a.organization_id = r.organization_id and a.contact_id = r.id)
                as has_attachments
            , exists (select 1 from contact_link l where l.organization_id = r.organization_id and l.contact_id = r.id)
                as has_links
            """ + FROM;

    Optional<Contact> find() {
        return visibility instanceof Visibility.Everything ? byId() : select(session.reading(), SELECT, "", ROW);
    }

    /**
     * By JDBC alone: nothing is asked so often, and what JDBI does around a statement takes half as long as making the
     * contact of its row.
     */
    private Optional<Contact> byId() {
        Connection connection = session.reading().getConnection();
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
        return select(session.reading(), SELECT_AT_COMPANY, "", AT_COMPANY_ROW);
    }

    Optional<SurroundedContact> surrounded() {
        return select(session.reading(), SELECT_SURROUNDED, "", (row, context) -> {
            Contact contact = ROW.map(row, context);
            return new SurroundedContact(
                    contact,
                    row.getBoolean("has_comments"),
                    row.getBoolean("has_attachments"),
                    row.getBoolean("has_links"));
        });
    }

    /** For a change: whether somebody is to be told of it is asked along with it. */
    Optional<Contact> lock() {
        boolean optimistic = session.isOptimistic();
        return select(
                optimistic ? session.reading() : session.locking(),
                SELECT_FOR_CHANGE,
                optimistic ? "" : session.database().forUpdate("r"),
                (row, context) -> {
                    session.foundWebhooks(organization, row.getBoolean(ContactRow.WIDTH + 1));
                    return ROW.map(row, context);
                });
    }

    private <T> Optional<T> select(Handle handle, String select, String lock, RowMapper<T> mapper) {
        // What was made of a text is found again without reading it when it is the same object each time.
        String narrowed = visibility instanceof Visibility.Everything ? select : select + Sight.ofRow(visibility);
        try (Query query = handle.createQuery(lock.isEmpty() ? narrowed : narrowed + lock)) {
            Parameters parameters = new Parameters(query, session.database())
                    .text("organization", organization.value())
                    .uuid("id", id.value());
            Sight.bind(visibility, parameters);
            return Rows.first(query, mapper);
        }
    }
}
