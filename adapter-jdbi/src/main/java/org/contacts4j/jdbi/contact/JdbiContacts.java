package org.contacts4j.jdbi.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.Page;
import org.contacts4j.application.PageRequest;
import org.contacts4j.application.Slice;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.ContactWithRelations;
import org.contacts4j.application.contact.Contacts;
import org.contacts4j.application.contact.CreationContext;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.application.contact.query.StatusCounts;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** {@link Contacts} in a table, one row per contact. */
public final class JdbiContacts implements Contacts {

    private final UnitOfWork unitOfWork;

    public JdbiContacts(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, Contact contact, ContactEvent event) {
        new ContactWriter(unitOfWork, organization).insert(contact, event);
    }

    @Override
    public void insertAll(OrganizationId organization, List<NewContact> creations) {
        new ContactWriter(unitOfWork, organization).insertAll(creations);
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
        new ContactWriter(unitOfWork, organization).update(before, after, event);
    }

    @Override
    public void delete(OrganizationId organization, Contact contact, ContactEvent event) {
        new ContactWriter(unitOfWork, organization).delete(contact, event);
    }

    @Override
    public Page<Contact> page(OrganizationId organization, Visibility visibility, Filter filter, PageRequest request) {
        return new ContactPageQuery(unitOfWork, organization, visibility).page(filter, request);
    }

    @Override
    public Page<ContactAtCompany> pageAtCompany(
            OrganizationId organization, Visibility visibility, CompanyId company, Slice slice) {
        return new ContactPageQuery(unitOfWork, organization, visibility).atCompany(company, slice);
    }

    @Override
    public CreationContext creationContext(OrganizationId organization, @Nullable CompanyId company) {
        return company == null && unitOfWork.assumesUncustomized(organization)
                ? CreationContext.PLAIN
                : new CreationContextQuery(unitOfWork).of(organization, company);
    }

    @Override
    public StatusCounts countByStatus(OrganizationId organization, Visibility visibility, Filter filter) {
        return new ContactPageQuery(unitOfWork, organization, visibility).counts(filter);
    }

    @Override
    public Optional<ContactId> idByCode(OrganizationId organization, String code) {
        return sql().idByCode(organization.value(), code).map(ContactId::new);
    }

    @Override
    public void lockEmails(OrganizationId organization) {
        if (lockingSql().lockEmails(organization.value()).isEmpty()) {
            lockingSql().insertEmailLock(organization.value());
        }
    }

    @Override
    public Map<String, ContactId> idsByEmail(OrganizationId organization, Set<String> keys) {
        return new MatchKeyQuery(unitOfWork, organization).oldestByKey(keys);
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
                        organization.value(),
                        manager.value(),
                        limit,
                        unitOfWork.database().forUpdate("r"));
    }

    @Override
    public List<Contact> lockOfCompany(OrganizationId organization, CompanyId company, int limit) {
        return lockingSql()
                .lockOfCompany(
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

    private ContactSql sql() {
        return unitOfWork.reading().attach(ContactSql.class);
    }

    private ContactSql lockingSql() {
        return unitOfWork.locking().attach(ContactSql.class);
    }
}
