package org.contacts4j.jdbi.link;

import java.util.List;
import org.contacts4j.application.link.Links;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** {@link Links} in a table. The foreign key cascades: deleting a contact deletes its links. */
public final class JdbiLinks implements Links {

    private static final LinkRow ROW = new LinkRow();

    private static final String SELECT = "select " + LinkRow.COLUMNS + """
             from contact_link
            where organization_id = :organization and contact_id = :contact
            order by organization_id, contact_id, id
            """;

    private static final String LOCK_CONTACT =
            "select r.id from contact r where r.organization_id = :organization and r.id = :contact ";

    private static final String INSERT = """
            insert into contact_link (
                organization_id, id, contact_id, type, external_id, title, status, url, amount, currency,
                version, created_at, created_by, updated_at, updated_by)
            values (
                :organization, :id, :contact, :type, :externalId, :title, :status, :url, :amount, :currency,
                :version, :createdAt, :createdBy, :updatedAt, :updatedBy)
            """;

    private static final String UPDATE = """
            update contact_link set
                title = :title, status = :status, url = :url, amount = :amount, currency = :currency,
                version = :version, updated_at = :updatedAt, updated_by = :updatedBy
            where organization_id = :organization and contact_id = :contact and id = :id
            """;

    private static final String DELETE = """
            delete from contact_link where organization_id = :organization and contact_id = :contact and id = :id
            """;

    private final UnitOfWork unitOfWork;

    public JdbiLinks(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public List<Link> of(OrganizationId organization, ContactId contact) {
        try (Query query = query(unitOfWork.reading(), SELECT, organization, contact)) {
            return Rows.all(query, ROW);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Locks the row of the contact, because links that do not exist yet have no row to lock.
     */
    @Override
    public List<Link> lock(OrganizationId organization, ContactId contact) {
        String hold = LOCK_CONTACT + unitOfWork.database().forUpdate("r");
        try (Query query = query(unitOfWork.locking(), hold, organization, contact)) {
            Rows.first(query, (row, context) -> contact);
        }
        return of(organization, contact);
    }

    @Override
    public void insert(OrganizationId organization, Link link) {
        unitOfWork.write(new StatementBatch(organization).and(INSERT, parameters -> LinkRow.bind(parameters, link)));
    }

    @Override
    public void update(OrganizationId organization, Link link) {
        unitOfWork.write(new StatementBatch(organization).and(UPDATE, parameters -> LinkRow.bind(parameters, link)));
    }

    @Override
    public void delete(OrganizationId organization, ContactId contact, LinkId id) {
        unitOfWork.write(new StatementBatch(organization)
                .and(
                        DELETE,
                        parameters ->
                                parameters.uuid("contact", contact.value()).uuid("id", id.value())));
    }

    private Query query(Handle handle, String sql, OrganizationId organization, ContactId contact) {
        Query query = handle.createQuery(sql);
        new StatementParameters(query, unitOfWork.database())
                .text("organization", organization.value())
                .uuid("contact", contact.value());
        return query;
    }
}
