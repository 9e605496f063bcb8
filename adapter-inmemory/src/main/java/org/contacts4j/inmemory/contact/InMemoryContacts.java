package org.contacts4j.inmemory.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.ContactWithRelations;
import org.contacts4j.application.contact.Contacts;
import org.contacts4j.application.contact.CreationContext;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.application.contact.query.StatusCounts;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.PageRequest.Counting;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.Key;
import org.contacts4j.inmemory.record.Pages;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

public record InMemoryContacts(StoredTransaction tx) implements Contacts {

    @Override
    public void insert(OrganizationId organization, Contact contact, ContactEvent event) {
        Records records = tx.recordsOf(organization);
        Constraints.require(!records.contacts.containsKey(contact.id()), "the contact is there already");
        new ContactIndexes(records, tx.changes()).add(contact);
        tx.changes().put(records.contacts, contact.id(), contact);
        new InMemoryTags(tx).know(contact);
        tx.events().append(organization, event);
    }

    @Override
    public void insertAll(OrganizationId organization, List<NewContact> creations) {
        creations.forEach(creation -> insert(organization, creation.contact(), creation.event()));
    }

    @Override
    public Optional<Contact> find(OrganizationId organization, Visibility visibility, ContactId id) {
        return lock(organization, visibility, id).map(tx.recordsOf(organization).seenContact(visibility));
    }

    @Override
    public Optional<ContactWithRelations> findWithRelations(
            OrganizationId organization, Visibility visibility, ContactId id) {
        return find(organization, visibility, id)
                .map(contact -> new ContactWithRelations(
                        contact,
                        !tx.comments()
                                .page(organization, id, Slice.first(1))
                                .items()
                                .isEmpty(),
                        !tx.attachments().of(organization, id).isEmpty(),
                        !tx.links().of(organization, id).isEmpty()));
    }

    @Override
    public Optional<ContactAtCompany> findAtCompany(OrganizationId organization, Visibility visibility, ContactId id) {
        Records records = tx.recordsOf(organization);
        return find(organization, visibility, id).map(contact -> atCompany(records, contact));
    }

    @Override
    public Page<ContactAtCompany> pageAtCompany(
            OrganizationId organization, Visibility visibility, CompanyId company, Slice slice) {
        Records records = tx.recordsOf(organization);
        Order order = new Order(Order.Key.CREATED_AT, false);
        return Pages.cut(
                matching(organization, visibility, Fields.companyId().is(company)).stream()
                        .map(contact -> atCompany(records, contact)),
                order,
                slice,
                found -> order.positionOf(
                        "", found.contact().revision(), found.contact().id().value()),
                null);
    }

    @Override
    public Optional<Contact> lock(OrganizationId organization, Visibility visibility, ContactId id) {
        Records records = tx.recordsOf(organization);
        return Optional.ofNullable(records.contacts.get(id))
                .filter(records.shownTo(visibility))
                .map(contact -> shown(records, contact));
    }

    @Override
    public void update(OrganizationId organization, Contact before, Contact after, ContactEvent event) {
        Records records = tx.recordsOf(organization);
        Contact stored = stored(records, before.id());
        new ContactIndexes(records, tx.changes()).replace(stored, after);
        tx.changes().put(records.contacts, after.id(), after);
        new InMemoryTags(tx).know(after);
        tx.events().append(organization, event);
    }

    @Override
    public void delete(OrganizationId organization, Contact contact, ContactEvent event) {
        Records records = tx.recordsOf(organization);
        Contact stored = stored(records, contact.id());
        ContactIndexes indexes = new ContactIndexes(records, tx.changes());
        indexes.checkNotReferenced(stored);
        indexes.remove(stored);
        deleteDependents(organization, records, stored.id());
        tx.changes().remove(records.contacts, stored.id());
        tx.events().append(organization, event);
    }

    @Override
    public Page<Contact> page(OrganizationId organization, Visibility visibility, Filter filter, PageRequest request) {
        List<Contact> matching = matching(organization, visibility, filter);
        boolean exact = request.counting() == Counting.FULL || isCountedInFull(visibility, filter);
        Total total = exact ? Total.exact(matching.size()) : Total.capped(matching.size());
        return Pages.cut(
                matching.stream(),
                request.order(),
                request.slice(),
                contact -> request.order()
                        .positionOf(
                                contact.name().full(),
                                contact.revision(),
                                contact.id().value()),
                request.isCounted() ? total : null);
    }

    @Override
    public CreationContext creationContext(OrganizationId organization, @Nullable CompanyId company) {
        @Nullable
        Company stored =
                company == null ? null : tx.recordsOf(organization).companies.get(company);
        return new CreationContext(tx.customFields().rules(organization), stored == null ? null : stored.name());
    }

    @Override
    public StatusCounts countByStatus(OrganizationId organization, Visibility visibility, Filter filter) {
        List<Contact> matching = matching(organization, visibility, filter);
        Map<ContactStatus, Long> counts =
                matching.stream().collect(Collectors.groupingBy(Contact::status, Collectors.counting()));
        return StatusCounts.of(counts, isCountedInFull(visibility, filter));
    }

    private static boolean isCountedInFull(Visibility visibility, Filter filter) {
        return visibility instanceof Visibility.Everything
                && StatusCounts.countedBy(filter).isPresent();
    }

    private List<Contact> matching(OrganizationId organization, Visibility visibility, Filter filter) {
        Records records = tx.recordsOf(organization);
        return records.contacts.values().stream()
                .filter(records.shownTo(visibility))
                .map(contact -> shown(records, contact))
                .map(records.seenContact(visibility))
                .filter(contact -> filter.matches(contact, tx.phoneNumbers()))
                .toList();
    }

    @Override
    public Map<String, ContactId> idsByCode(OrganizationId organization, Set<String> codes) {
        Map<String, ContactId> ids = new HashMap<>(tx.recordsOf(organization).contactCodes);
        ids.keySet().retainAll(codes);
        return ids;
    }

    @Override
    public void lockEmails(OrganizationId organization) {
        // The store allows only one write transaction at a time.
    }

    @Override
    public Map<String, ContactId> idsByEmail(OrganizationId organization, Set<String> keys) {
        Map<String, ContactId> eldest = new HashMap<>();
        tx.recordsOf(organization).contacts.values().stream()
                .sorted(Comparator.comparing(Contact::id))
                .forEach(contact -> MatchKeys.ofEmails(contact).keySet().stream()
                        .filter(keys::contains)
                        .forEach(key -> eldest.putIfAbsent(key, contact.id())));
        return eldest;
    }

    @Override
    public void lockReportingLines(OrganizationId organization) {
        // The store allows only one write transaction at a time.
    }

    @Override
    public List<ContactId> managersAbove(OrganizationId organization, ContactId contact) {
        Records records = tx.recordsOf(organization);
        List<ContactId> above = new ArrayList<>();
        @Nullable ContactId manager = managerOf(records, contact);
        while (manager != null && !above.contains(manager)) {
            above.add(manager);
            manager = managerOf(records, manager);
        }
        return above;
    }

    @Override
    public List<Contact> lockReportsTo(OrganizationId organization, ContactId manager, int limit) {
        Records records = tx.recordsOf(organization);
        return under(records, manager.value(), records.reportsOfManagers, limit);
    }

    @Override
    public List<Contact> lockOfCompany(OrganizationId organization, CompanyId company, int limit) {
        Records records = tx.recordsOf(organization);
        return under(records, company.value(), records.contactsOfCompanies, limit);
    }

    @Override
    public List<Contact> lockWithCustomField(
            OrganizationId organization, String key, @Nullable ContactId after, int limit) {
        return behind(
                organization, after, limit, contact -> contact.storedFields().containsKey(key));
    }

    @Override
    public List<Contact> lockTagged(OrganizationId organization, String tag, @Nullable ContactId after, int limit) {
        return behind(organization, after, limit, contact -> contact.hasTag(tag));
    }

    private void deleteDependents(OrganizationId organization, Records records, ContactId contact) {
        tx.changes().remove(records.formerKeys, contact);
        List.copyOf(Key.under(contact.value(), records.linksOfContacts).keySet())
                .forEach(link -> tx.changes().remove(records.linksOfContacts, link));
        List.copyOf(Key.under(contact.value(), records.commentsOfContacts).values())
                .forEach(comment -> tx.comments().delete(organization, comment.id()));
        tx.attachments()
                .of(organization, contact)
                .forEach(attachment -> tx.attachments().delete(organization, attachment));
    }

    private List<Contact> behind(
            OrganizationId organization, @Nullable ContactId after, int limit, Predicate<Contact> wanted) {
        Records records = tx.recordsOf(organization);
        return records.contacts.values().stream()
                .filter(wanted)
                .filter(contact -> after == null || contact.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Contact::id))
                .limit(limit)
                .map(contact -> shown(records, contact))
                .toList();
    }

    private static List<Contact> under(Records records, UUID owner, NavigableMap<Key, ContactId> index, int limit) {
        return Key.under(owner, index).values().stream()
                .limit(limit)
                .map(id -> shown(records, stored(records, id)))
                .toList();
    }

    private static @Nullable ContactId managerOf(Records records, ContactId id) {
        @Nullable Contact contact = records.contacts.get(id);
        return contact == null ? null : contact.job().reportsTo();
    }

    private static Contact stored(Records records, ContactId id) {
        @Nullable Contact stored = records.contacts.get(id);
        Constraints.require(stored != null, "the contact is not there");
        return Objects.requireNonNull(stored);
    }

    private static ContactAtCompany atCompany(Records records, Contact contact) {
        @Nullable CompanyId company = contact.job().companyId();
        @Nullable Company stored = company == null ? null : records.companies.get(company);
        return new ContactAtCompany(contact, stored != null && contact.id().equals(stored.primaryContactId()));
    }

    /** Returns the contact with the current name of its company, and without values of deleted custom fields. */
    private static Contact shown(Records records, Contact contact) {
        Contact shown = contact.hiding(records.deletedCustomFields.keySet());
        @Nullable Company company = records.companies.get(contact.job().companyId());
        return company == null || company.name().equals(contact.job().companyName())
                ? shown
                : shown.withCompanyName(company.name());
    }
}
