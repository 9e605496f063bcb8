package org.contacts4j.jdbi.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.ContactWithRelations;
import org.contacts4j.application.contact.Contacts;
import org.contacts4j.application.contact.CreationContext;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.application.contact.query.StatusCounts;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Job;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.attachment.JdbiAttachments;
import org.contacts4j.jdbi.counter.CounterJournal;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * {@link Contacts} in a table, one row per contact. A write sends the contact, its match keys, counter deltas, event and
 * webhook deliveries in one batch.
 */
public final class JdbiContacts implements Contacts {

    private static final String DELETE =
            "delete from contact where organization_id = :organization and id = :id and version = :version_before";

    private final UnitOfWork unitOfWork;
    private final ContactColumns columns;

    public JdbiContacts(UnitOfWork unitOfWork, ContactColumns columns) {
        this.unitOfWork = unitOfWork;
        this.columns = columns;
    }

    @Override
    public void insert(OrganizationId organization, Contact contact, ContactEvent event) {
        holdReferences(organization, contact.job());
        StatementBatch writes = columns.insert(organization, contact);
        keyRows().insert(writes, contact);
        CounterJournal.countWithTags(writes, counterKind(contact.status()), 1, List.of(), contact.tags(), event.at());
        JdbiContactEvents.append(unitOfWork, organization, writes, event);
        unitOfWork.write(writes);
    }

    @Override
    public void insertAll(OrganizationId organization, List<NewContact> creations) {
        creations.forEach(
                creation -> holdReferences(organization, creation.contact().job()));
        if (!creations.isEmpty()) {
            new BulkContactInsert(unitOfWork, organization, columns).insert(creations);
        }
    }

    @Override
    public Optional<Contact> find(OrganizationId organization, Visibility visibility, ContactId id) {
        return new ContactByIdQuery(unitOfWork, organization, visibility, id).find();
    }

    @Override
    public Optional<ContactWithRelations> findWithRelations(
            OrganizationId organization, Visibility visibility, ContactId id) {
        return new ContactByIdQuery(unitOfWork, organization, visibility, id).withRelations();
    }

    @Override
    public Optional<ContactAtCompany> findAtCompany(OrganizationId organization, Visibility visibility, ContactId id) {
        return new ContactByIdQuery(unitOfWork, organization, visibility, id).atCompany();
    }

    @Override
    public Optional<Contact> lock(OrganizationId organization, Visibility visibility, ContactId id) {
        return new ContactByIdQuery(unitOfWork, organization, visibility, id).lock();
    }

    @Override
    public void update(OrganizationId organization, Contact before, Contact after, ContactEvent event) {
        if (!before.job().refersTo(after.job().companyId(), after.job().reportsTo())) {
            holdReferences(organization, after.job());
            unitOfWork.hold("contact", organization, after.id().value());
        }
        StatementBatch writes = columns.update(organization, before, after);
        keyRows().replace(writes, before, after);
        if (before.status() != after.status()) {
            CounterJournal.move(writes, counterKind(before.status()), counterKind(after.status()));
        }
        CounterJournal.countWithTags(writes, counterKind(after.status()), 0, before.tags(), after.tags(), event.at());
        JdbiContactEvents.append(unitOfWork, organization, writes, event);
        unitOfWork.write(writes);
    }

    @Override
    public void delete(OrganizationId organization, Contact contact, ContactEvent event) {
        unitOfWork.holdForDeletion("contact", organization, contact.id().value());
        unitOfWork.write(JdbiAttachments.deleteStatements(organization, contact.id(), event.at()));
        StatementBatch writes = StatementBatch.guardedBy(
                organization,
                DELETE,
                parameters -> parameters
                        .uuid("id", contact.id().value())
                        .number("version_before", contact.revision().version()));
        keyRows().remove(writes, contact);
        CounterJournal.countWithTags(writes, counterKind(contact.status()), -1, contact.tags(), List.of(), event.at());
        JdbiContactEvents.append(unitOfWork, organization, writes, event);
        unitOfWork.write(writes);
    }

    @Override
    public Page<Contact> page(OrganizationId organization, Visibility visibility, Filter filter, PageRequest request) {
        return pageQuery(organization, visibility).page(filter, request);
    }

    @Override
    public Page<ContactAtCompany> pageAtCompany(
            OrganizationId organization, Visibility visibility, CompanyId company, Slice slice) {
        return pageQuery(organization, visibility).atCompany(company, slice);
    }

    @Override
    public CreationContext creationContext(OrganizationId organization, @Nullable CompanyId company) {
        return company == null && unitOfWork.assumesUncustomized(organization)
                ? CreationContext.PLAIN
                : new CreationContextQuery(unitOfWork).of(organization, company);
    }

    @Override
    public StatusCounts countByStatus(OrganizationId organization, Visibility visibility, Filter filter) {
        return pageQuery(organization, visibility).counts(filter);
    }

    @Override
    public Map<String, ContactId> idsByCode(OrganizationId organization, Set<String> codes) {
        return new MatchKeyQuery(unitOfWork, organization).idsByCode(codes);
    }

    @Override
    public void lockEmails(OrganizationId organization) {
        if (lockingSql().lockEmails(organization.value()).isEmpty()) {
            lockingSql().insertEmailLock(organization.value());
        }
    }

    @Override
    public Map<String, ContactId> idsByEmail(OrganizationId organization, Set<String> keys) {
        return new MatchKeyQuery(unitOfWork, organization).idsByKey(keys);
    }

    @Override
    public void lockReportingLines(OrganizationId organization) {
        if (lockingSql().lockReportingLines(organization.value()).isEmpty()) {
            lockingSql().insertReportingLineLock(organization.value());
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
                        ContactRow.COLUMNS,
                        organization.value(),
                        manager.value(),
                        limit,
                        unitOfWork.database().forUpdate("r"));
    }

    @Override
    public List<Contact> lockOfCompany(OrganizationId organization, CompanyId company, int limit) {
        return lockingSql()
                .lockOfCompany(
                        ContactRow.COLUMNS,
                        organization.value(),
                        company.value(),
                        limit,
                        unitOfWork.database().forUpdate("r"));
    }

    @Override
    public List<Contact> lockWithCustomField(
            OrganizationId organization, String key, @Nullable ContactId after, int limit) {
        return new LockingContactScan(unitOfWork, organization, after).withCustomField(key, limit);
    }

    @Override
    public List<Contact> lockTagged(OrganizationId organization, String tag, @Nullable ContactId after, int limit) {
        return new LockingContactScan(unitOfWork, organization, after).tagged(tag, limit);
    }

    static String counterKind(ContactStatus status) {
        return "contact." + EnumNames.of(status);
    }

    /** Prevents the company and the manager from being deleted before this transaction ends. */
    private void holdReferences(OrganizationId organization, Job job) {
        @Nullable CompanyId company = job.companyId();
        if (company != null) {
            unitOfWork.hold("company", organization, company.value());
        }
        @Nullable ContactId manager = job.reportsTo();
        if (manager != null) {
            unitOfWork.hold("contact", organization, manager.value());
        }
    }

    private ContactPageQuery pageQuery(OrganizationId organization, Visibility visibility) {
        return new ContactPageQuery(unitOfWork, organization, visibility, columns.numbers());
    }

    private MatchKeyRows keyRows() {
        return new MatchKeyRows(unitOfWork, columns.numbers());
    }

    private ContactSql sql() {
        return unitOfWork.reading().attach(ContactSql.class);
    }

    private ContactSql lockingSql() {
        return unitOfWork.locking().attach(ContactSql.class);
    }
}
