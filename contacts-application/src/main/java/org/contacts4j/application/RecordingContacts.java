package org.contacts4j.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.NotifyingStore.RecordedEvent;
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
import org.jspecify.annotations.Nullable;

/** Contacts that record the event of each write. */
record RecordingContacts(Contacts kept, List<RecordedEvent> happened) implements Contacts {

    @Override
    public void insert(OrganizationId organization, Contact contact, ContactEvent event) {
        kept.insert(organization, contact, event);
        happened.add(new RecordedEvent(organization, event));
    }

    @Override
    public void insertAll(OrganizationId organization, List<NewContact> creations) {
        kept.insertAll(organization, creations);
        creations.forEach(creation -> happened.add(new RecordedEvent(organization, creation.event())));
    }

    @Override
    public Optional<Contact> find(OrganizationId organization, Visibility visibility, ContactId id) {
        return kept.find(organization, visibility, id);
    }

    @Override
    public Optional<Contact> lock(OrganizationId organization, Visibility visibility, ContactId id) {
        return kept.lock(organization, visibility, id);
    }

    @Override
    public void update(OrganizationId organization, Contact before, Contact after, ContactEvent event) {
        kept.update(organization, before, after, event);
        happened.add(new RecordedEvent(organization, event));
    }

    @Override
    public void delete(OrganizationId organization, Contact contact, ContactEvent event) {
        kept.delete(organization, contact, event);
        happened.add(new RecordedEvent(organization, event));
    }

    @Override
    public void lockEmails(OrganizationId organization) {
        kept.lockEmails(organization);
    }

    @Override
    public Map<String, ContactId> idsByEmail(OrganizationId organization, Set<String> keys) {
        return kept.idsByEmail(organization, keys);
    }

    @Override
    public Page<Contact> page(OrganizationId organization, Visibility visibility, Filter filter, PageRequest request) {
        return kept.page(organization, visibility, filter, request);
    }

    @Override
    public Optional<ContactWithRelations> findWithRelations(
            OrganizationId organization, Visibility visibility, ContactId id) {
        return kept.findWithRelations(organization, visibility, id);
    }

    @Override
    public Optional<ContactAtCompany> findAtCompany(OrganizationId organization, Visibility visibility, ContactId id) {
        return kept.findAtCompany(organization, visibility, id);
    }

    @Override
    public Page<ContactAtCompany> pageAtCompany(
            OrganizationId organization, Visibility visibility, CompanyId company, Slice slice) {
        return kept.pageAtCompany(organization, visibility, company, slice);
    }

    @Override
    public CreationContext creationContext(OrganizationId organization, @Nullable CompanyId company) {
        return kept.creationContext(organization, company);
    }

    @Override
    public StatusCounts countByStatus(OrganizationId organization, Visibility visibility, Filter filter) {
        return kept.countByStatus(organization, visibility, filter);
    }

    @Override
    public Optional<ContactId> idByCode(OrganizationId organization, String code) {
        return kept.idByCode(organization, code);
    }

    @Override
    public void lockReportingLines(OrganizationId organization) {
        kept.lockReportingLines(organization);
    }

    @Override
    public List<ContactId> managersAbove(OrganizationId organization, ContactId contact) {
        return kept.managersAbove(organization, contact);
    }

    @Override
    public List<Contact> lockReportsTo(OrganizationId organization, ContactId manager, int limit) {
        return kept.lockReportsTo(organization, manager, limit);
    }

    @Override
    public List<Contact> lockOfCompany(OrganizationId organization, CompanyId company, int limit) {
        return kept.lockOfCompany(organization, company, limit);
    }

    @Override
    public List<Contact> lockWithCustomField(
            OrganizationId organization, String key, @Nullable ContactId after, int limit) {
        return kept.lockWithCustomField(organization, key, after, limit);
    }

    @Override
    public List<Contact> lockTagged(OrganizationId organization, String tag, @Nullable ContactId after, int limit) {
        return kept.lockTagged(organization, tag, after, limit);
    }
}
