package org.contacts4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.company.CompanyFixture;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.contract.customfield.CustomFieldFixture;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;

/** An organization that belongs to one test, so that tests need no cleanup; with helper methods for a store. */
public record TestOrganization(Store store, Contacts4J contacts4j, OrganizationId id) {

    /** The time of {@link #change}, later than the creation time of the fixtures. */
    public static final Instant LATER = Instant.parse("2026-02-03T04:05:06.789Z");

    public static final MemberId EDITOR = new MemberId("editor");
    private static final Random RANDOM = new Random();
    public static final Visibility ALL = Visibility.everything();

    /** Returns a new organization. */
    public static TestOrganization in(Store store) {
        Contacts4J contacts4j = Contacts4J.builder(store).build();
        return new TestOrganization(store, contacts4j, new OrganizationId("org-" + UUID.randomUUID()));
    }

    /** Returns this organization in another store. */
    public TestOrganization over(Store other) {
        return new TestOrganization(other, Contacts4J.builder(other).build(), id);
    }

    /** Returns a new organization in which e-mail addresses are unique. */
    public static TestOrganization withUniqueEmails(Store store) {
        Contacts4J contacts4j = Contacts4J.builder(store).uniqueEmails().build();
        return new TestOrganization(store, contacts4j, new OrganizationId("org-" + UUID.randomUUID()));
    }

    public Caller ada() {
        return Caller.member(id.value(), "ada");
    }

    /** Returns a member who sees only assigned contacts. */
    public Caller restricted(String member) {
        return new Caller(id, new MemberId(member), Role.MEMBER, DataScope.ASSIGNED);
    }

    public Caller admin() {
        return new Caller(id, new MemberId("admin"), Role.ADMIN, DataScope.ALL);
    }

    /** Returns an administrator who sees only assigned contacts. */
    public Caller restrictedAdmin() {
        return new Caller(id, new MemberId("admin"), Role.ADMIN, DataScope.ASSIGNED);
    }

    public Caller viewer() {
        return new Caller(id, new MemberId("viewer"), Role.VIEWER, DataScope.ALL);
    }

    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    public <T> T writing(Function<Transaction, T> work) {
        return store.write(work);
    }

    public void write(Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return tx;
        });
    }

    public Contact keep(ContactFixture fixture) {
        return keepAll(fixture).get(0);
    }

    public List<Contact> keepAll(ContactFixture... fixtures) {
        List<Contact> contacts = Arrays.stream(fixtures).map(f -> f.in(id)).toList();
        write(tx -> contacts.forEach(contact -> insert(tx, contact)));
        return contacts;
    }

    /** Inserts {@code count} contacts, with ids that databases and {@link UUID#compareTo} sort differently. */
    public List<Contact> keepWithOrderedIds(ContactFixture fixture, int count) {
        List<UUID> ids = orderedIds(count);
        return keepAll(ids.stream().map(fixture::withId).toArray(ContactFixture[]::new));
    }

    /** Returns at most four random ids in ascending order, half of them beyond 2^127. */
    public static List<UUID> orderedIds(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UUID(((long) i << 62) + (RANDOM.nextLong() >>> 3), RANDOM.nextLong()))
                .toList();
    }

    public Optional<ContactId> idByCode(String code) {
        return Optional.ofNullable(
                read(tx -> tx.contacts().idsByCode(id, Set.of(code))).get(code));
    }

    public Company keep(CompanyFixture fixture) {
        Company company = fixture.in(id);
        write(tx -> tx.companies().insert(id, company));
        return company;
    }

    public Link keep(Link link) {
        write(tx -> tx.links().insert(id, link));
        return link;
    }

    public List<Link> links(Contact contact) {
        return links(contact.id());
    }

    public List<Link> links(ContactId contact) {
        return read(tx -> tx.links().of(id, contact));
    }

    public CustomField keep(CustomFieldFixture fixture) {
        CustomField field = fixture.define();
        write(tx -> tx.customFields().insert(id, field));
        return field;
    }

    /** Returns each visible tag with its number of contacts, such as {@code VIP 2}. */
    public List<String> tags(Visibility visibility) {
        return read(tx -> tx.tags().list(id, visibility, 1_000).stream()
                .map(counted -> counted.tag().name() + " " + counted.contacts())
                .toList());
    }

    public List<String> tags() {
        return tags(ALL);
    }

    public Contact change(Contact contact, Patch<Contact> patch) {
        return store.write(tx -> {
            Contact before = tx.contacts().lock(id, ALL, contact.id()).orElseThrow();
            Contact after = before.apply(patch, EDITOR, LATER);
            tx.contacts().update(id, before, after, ContactEvent.updated(UUID.randomUUID(), before, after));
            return after;
        });
    }

    public Company change(Company company, Patch<Company> patch) {
        return store.write(tx -> {
            Company before = tx.companies().lock(id, company.id()).orElseThrow();
            Company after = before.apply(patch, EDITOR, LATER);
            tx.companies().update(id, before, after);
            return after;
        });
    }

    public Company makePrimary(Contact contact, Company company) {
        return store.write(tx -> {
            Company before = tx.companies().lock(id, company.id()).orElseThrow();
            Company after = before.withPrimaryContact(contact, EDITOR, LATER);
            tx.companies().update(id, before, after);
            return after;
        });
    }

    public static void insert(Transaction tx, Contact contact) {
        tx.contacts().insert(contact.organizationId(), contact, ContactEvent.created(UUID.randomUUID(), contact));
    }

    public static void delete(Transaction tx, Contact contact) {
        ContactEvent deleted = ContactEvent.deleted(UUID.randomUUID(), contact, EDITOR, LATER);
        tx.contacts().delete(contact.organizationId(), contact, deleted);
    }

    public void delete(Contact contact) {
        write(tx -> delete(tx, tx.contacts().lock(id, ALL, contact.id()).orElseThrow()));
    }

    /** Runs work on a contact concurrently with its deletion. Returns the exceptions. */
    public List<Throwable> failuresWhileRemoving(Contact contact, IntConsumer work) {
        return Parallel.failuresOf(48, i -> {
            if (i == 24) {
                contacts4j.contacts().remove(ada(), contact.id(), Precondition.none());
            } else {
                work.accept(i);
            }
        });
    }

    public void delete(Company company) {
        write(tx ->
                tx.companies().delete(id, tx.companies().lock(id, company.id()).orElseThrow()));
    }

    public Optional<Contact> find(ContactId contact) {
        return find(ALL, contact);
    }

    public Optional<Contact> find(Visibility visibility, ContactId contact) {
        return read(tx -> tx.contacts().find(id, visibility, contact));
    }

    public Contact get(ContactId contact) {
        return find(contact).orElseThrow();
    }

    /** Returns the contact with this name. */
    public Contact named(String name) {
        return page(PageRequest.first(100)).items().stream()
                .filter(contact -> contact.name().full().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Optional<CustomField> find(CustomFieldId field) {
        return read(tx -> tx.customFields().find(id, field));
    }

    public Optional<Company> find(CompanyId company) {
        return find(ALL, company);
    }

    public Optional<Company> find(Visibility visibility, CompanyId company) {
        return read(tx -> tx.companies().find(id, visibility, company));
    }

    public Company get(CompanyId company) {
        return find(company).orElseThrow();
    }

    public Page<Contact> page(PageRequest request) {
        return page(Filter.matchAll(), request);
    }

    public Page<Contact> page(Visibility visibility, PageRequest request) {
        return page(visibility, Filter.matchAll(), request);
    }

    public Page<Contact> page(Filter filter, PageRequest request) {
        return page(ALL, filter, request);
    }

    public Page<Contact> page(Visibility visibility, Filter filter, PageRequest request) {
        return read(tx -> tx.contacts().page(id, visibility, filter, request));
    }

    public Page<Company> page(CompanyQuery query) {
        return page(ALL, query);
    }

    public Page<Company> page(Visibility visibility, CompanyQuery query) {
        return read(tx -> tx.companies().page(id, visibility, query));
    }

    /** Returns the names of the contacts that match the filter, sorted by name. */
    public List<String> names(Filter filter) {
        return names(page(filter, PageRequest.first(1_000)));
    }

    public List<String> names(Order order) {
        return names(page(PageRequest.of(order, Slice.first(1_000)).uncounted()));
    }

    public List<String> found(String text) {
        return names(Fields.search(text));
    }

    public Total total(Filter filter) {
        Total total = page(filter, PageRequest.first(1)).total();
        assertThat(read(tx -> tx.contacts().countByStatus(id, ALL, filter)).total())
                .isEqualTo(total);
        return total;
    }

    public Total total() {
        return total(Filter.matchAll());
    }

    /** Returns the events since the contact's creation, latest first. */
    public List<ContactEvent> eventsSinceCreation(ContactId contact) {
        return events(contact).stream()
                .filter(event -> event.type() != ContactEvent.Type.CREATED)
                .toList();
    }

    public List<ContactEvent> events(ContactId contact) {
        return read(tx -> tx.events().latest(id, contact, 1_000));
    }

    public static List<String> names(Page<Contact> page) {
        return names(page.items());
    }

    public static List<String> names(List<Contact> contacts) {
        return contacts.stream().map(contact -> contact.name().full()).toList();
    }
}
