package org.contacts4j.jdbi.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.Page;
import org.contacts4j.application.Slice;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.ContactQuery;
import org.contacts4j.application.contact.ContactQuery.Conditions;
import org.contacts4j.application.contact.Contacts;
import org.contacts4j.application.contact.CreationContext;
import org.contacts4j.application.contact.StatusCounts;
import org.contacts4j.application.contact.SurroundedContact;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.Words;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Job;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.Parameters;
import org.contacts4j.jdbi.Rows;
import org.contacts4j.jdbi.Session;
import org.contacts4j.jdbi.Tally;
import org.contacts4j.jdbi.Writes;
import org.contacts4j.jdbi.attachment.JdbiAttachments;
import org.contacts4j.jdbi.member.Sight;
import org.contacts4j.jdbi.webhook.FanOut;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Contacts in a table, one row each. */
public final class JdbiContacts implements Contacts {

    private static final ContactRow ROW = new ContactRow();

    private static final String SELECT_BY_ID = "select " + ContactRow.COLUMNS + " from contact r " + ContactRow.COMPANY
            + " where r.organization_id = :organization and r.id = :id ";

    private static final String SELECT_FOR_CHANGE = "select " + ContactRow.COLUMNS + ", " + FanOut.HAS_WEBHOOKS
            + " from contact r " + ContactRow.COMPANY + " where r.organization_id = :organization and r.id = :id ";

    private static final String SELECT_AT_COMPANY = "select " + ContactAtCompanyRow.COLUMNS + " from contact r "
            + ContactRow.COMPANY + " where r.organization_id = :organization and r.id = :id ";

    private static final String SELECT_SURROUNDED = "select " + ContactRow.COLUMNS + """
            , exists (select 1 from contact_comment c where c.organization_id = r.organization_id and c.contact_id = r.id)
                as has_comments
            , exists (select 1 from attachment a where a.organization_id = r.organization_id and a.contact_id = r.id)
                as has_attachments
            , exists (select 1 from contact_link l where l.organization_id = r.organization_id and l.contact_id = r.id)
                as has_links
            from contact r
            """ + ContactRow.COMPANY
            + " where r.organization_id = :organization and r.id = :id ";

    private static final String DELETE =
            "delete from contact where organization_id = :organization and id = :id and version = :version_before";

    private final Session session;

    public JdbiContacts(Session session) {
        this.session = session;
    }

    @Override
    public void insert(OrganizationId organization, Contact contact, ContactEvent event) {
        holdReferences(organization, contact.job());
        Writes writes = ContactColumns.insert(organization, contact);
        keyRows().insert(writes, contact);
        Tally.note(writes, countedAs(contact.status()), 1, List.of(), contact.tags(), event.at());
        JdbiContactEvents.append(session, organization, writes, event);
        session.write(writes);
    }

    @Override
    public void insertAll(OrganizationId organization, List<Contact> contacts, List<ContactEvent> events) {
        contacts.forEach(contact -> holdReferences(organization, contact.job()));
        if (!contacts.isEmpty()) {
            new ManyContacts(session, organization).insert(contacts, events);
        }
    }

    @Override
    public Optional<Contact> find(OrganizationId organization, Visibility visibility, ContactId id) {
        return select(session.reading(), SELECT_BY_ID + Sight.ofRow(visibility), organization, visibility, id, ROW);
    }

    @Override
    public Optional<SurroundedContact> findSurrounded(
            OrganizationId organization, Visibility visibility, ContactId id) {
        return select(
                session.reading(),
                SELECT_SURROUNDED + Sight.ofRow(visibility),
                organization,
                visibility,
                id,
                (row, context) -> {
                    Contact contact = ROW.map(row, context);
                    return new SurroundedContact(
                            contact,
                            row.getBoolean("has_comments"),
                            row.getBoolean("has_attachments"),
                            row.getBoolean("has_links"));
                });
    }

    @Override
    public Optional<ContactAtCompany> findAtCompany(OrganizationId organization, Visibility visibility, ContactId id) {
        return select(
                session.reading(),
                SELECT_AT_COMPANY + Sight.ofRow(visibility),
                organization,
                visibility,
                id,
                new ContactAtCompanyRow());
    }

    @Override
    public Optional<Contact> lock(OrganizationId organization, Visibility visibility, ContactId id) {
        boolean optimistic = session.isOptimistic();
        return select(
                optimistic ? session.reading() : session.locking(),
                SELECT_FOR_CHANGE
                        + Sight.ofRow(visibility)
                        + (optimistic ? "" : session.database().forUpdate("r")),
                organization,
                visibility,
                id,
                (row, context) -> {
                    session.foundWebhooks(organization, row.getBoolean(ContactRow.WIDTH + 1));
                    return ROW.map(row, context);
                });
    }

    @Override
    public void update(OrganizationId organization, Contact before, Contact after, ContactEvent event) {
        if (!before.job().refersTo(after.job().companyId(), after.job().reportsTo())) {
            holdReferences(organization, after.job());
            session.hold("contact", organization, after.id().value());
        }
        Writes writes = ContactColumns.update(organization, before, after);
        keyRows().replace(writes, before, after);
        if (before.status() != after.status()) {
            Tally.move(writes, countedAs(before.status()), countedAs(after.status()));
        }
        Tally.note(writes, countedAs(after.status()), 0, before.tags(), after.tags(), event.at());
        JdbiContactEvents.append(session, organization, writes, event);
        session.write(writes);
    }

    @Override
    public void delete(OrganizationId organization, Contact contact, ContactEvent event) {
        session.hold("contact", organization, contact.id().value());
        session.write(JdbiAttachments.deletionOf(organization, contact.id(), event.at()));
        Writes writes = Writes.guardedBy(
                organization,
                DELETE,
                parameters -> parameters
                        .uuid("id", contact.id().value())
                        .number("version_before", contact.revision().version()));
        keyRows().remove(writes, contact);
        Tally.note(writes, countedAs(contact.status()), -1, contact.tags(), List.of(), event.at());
        JdbiContactEvents.append(session, organization, writes, event);
        session.write(writes);
    }

    @Override
    public Page<Contact> page(OrganizationId organization, Visibility visibility, ContactQuery query) {
        return new ContactPage(session, organization, visibility).of(query);
    }

    @Override
    public Page<ContactAtCompany> pageAtCompany(
            OrganizationId organization, Visibility visibility, CompanyId company, Slice slice) {
        return new ContactPage(session, organization, visibility).atCompany(company, slice);
    }

    @Override
    public CreationContext creationContext(OrganizationId organization, @Nullable CompanyId company) {
        return company == null && session.takesForPlain(organization)
                ? CreationContext.PLAIN
                : new CreationContextQuery(session).of(organization, company);
    }

    @Override
    public StatusCounts countByStatus(OrganizationId organization, Visibility visibility, Conditions conditions) {
        return new ContactPage(session, organization, visibility).counts(conditions);
    }

    @Override
    public Optional<ContactId> idByCode(OrganizationId organization, String code) {
        return sql().idByCode(organization.value(), code).map(ContactId::new);
    }

    @Override
    public void lockEmails(OrganizationId organization) {
        if (lockingSql().lockEmails(organization.value()).isEmpty()) {
            lockingSql().makeEmailLock(organization.value());
        }
    }

    @Override
    public Map<String, ContactId> idsByEmail(OrganizationId organization, Set<String> keys) {
        return new KeyedContacts(session, organization).eldestOf(keys);
    }

    @Override
    public void lockReportingLines(OrganizationId organization) {
        if (lockingSql().lockReportingLines(organization.value()).isEmpty()) {
            lockingSql().makeReportingLineLock(organization.value());
        }
    }

    @Override
    public List<ContactId> managersAbove(OrganizationId organization, ContactId contact) {
        return sql().managersAbove(organization.value(), contact.value()).stream()
                .map(ContactId::new)
                .toList();
    }

    @Override
    public List<Contact> lockReportsTo(OrganizationId organization, ContactId manager, int limit) {
        return lockingSql()
                .lockReportsTo(
                        organization.value(),
                        manager.value(),
                        limit,
                        session.database().forUpdate("r"));
    }

    @Override
    public List<Contact> lockOfCompany(OrganizationId organization, CompanyId company, int limit) {
        return lockingSql()
                .lockOfCompany(
                        organization.value(),
                        company.value(),
                        limit,
                        session.database().forUpdate("r"));
    }

    @Override
    public List<Contact> lockWithCustomField(
            OrganizationId organization, String key, @Nullable ContactId after, int limit) {
        return new ContactWalk(session, organization, after).withCustomField(key, limit);
    }

    @Override
    public List<Contact> lockTagged(OrganizationId organization, String tag, @Nullable ContactId after, int limit) {
        return new ContactWalk(session, organization, after).tagged(tag, limit);
    }

    private <T> Optional<T> select(
            Handle handle,
            String sql,
            OrganizationId organization,
            Visibility visibility,
            ContactId id,
            RowMapper<T> mapper) {
        try (Query query = handle.createQuery(sql)) {
            Parameters parameters = new Parameters(query, session.database())
                    .text("organization", organization.value())
                    .uuid("id", id.value());
            Sight.bind(visibility, parameters);
            return Rows.first(query, mapper);
        }
    }

    static String countedAs(ContactStatus status) {
        return "contact." + Words.of(status);
    }

    /** Keeps the company and the manager from being deleted before this transaction ends. */
    private void holdReferences(OrganizationId organization, Job job) {
        @Nullable CompanyId company = job.companyId();
        if (company != null) {
            session.hold("company", organization, company.value());
        }
        @Nullable ContactId manager = job.reportsTo();
        if (manager != null) {
            session.hold("contact", organization, manager.value());
        }
    }

    private MatchKeyRows keyRows() {
        return new MatchKeyRows(session.database());
    }

    private ContactSql sql() {
        return session.reading().attach(ContactSql.class);
    }

    private ContactSql lockingSql() {
        return session.locking().attach(ContactSql.class);
    }
}
