package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.reading.FilterReader;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Checks that any filter finds the same contacts in both databases, namely those that {@link Filter#matches} accepts.
 */
final class FilterAgreementTest {

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "ä",
            "a\u0308",
            "ß",
            "SS",
            "ı",
            "İ",
            "i",
            "I",
            "σ",
            "ς",
            "%",
            "_",
            "!",
            "'",
            "\"",
            "\\",
            "a_b",
            "100%",
            "محمد",
            "مُحَمَّد",
            "王",
            "王小明",
            "ｚｏｅ",
            "zoe",
            "ﬁ",
            "\u001e",
            "\u001f",
            "\n",
            " ",
            ".*",
            "[a]",
            "null",
            "{}",
            "[]",
            "😀",
            "true",
            "FALSE",
            "12",
            "1.50",
            "2026-01-31",
            "2026-02-01T00:30:00+01:00",
            "active",
            ":filter0",
            "?",
            "$1",
            "--");

    /** Distinct texts, some of which are equal when folded. */
    private static final List<String> COMMON =
            List.of("a", "Ä", "i", "ıß", "SSi", "100%", "a_b", "王小明", "محمد", "مُحَمَّد", "it's", "");

    private static final List<String> TIMES = List.of(
            "2026-01-31T00:00:00Z",
            "2026-01-31T23:59:59.999999Z",
            "2026-02-01T00:00:00Z",
            "2026-02-01T00:00:00.000001Z",
            "2024-02-29T12:00:00.5Z");

    private static final List<String> TIME_VALUES = List.of(
            "2026-01-31",
            "2026-02-01",
            "2024-02-29",
            "2026-02-01T00:00:00Z",
            "2026-01-31T18:30:00-05:30",
            "2026-02-01T02:00:00.000001+02:00",
            "2026-02-01T00:00:00.0000005Z",
            "0001-01-01",
            "9999-12-31",
            "2026-02-01T00:00");

    private static final List<Object> NUMBERS = List.of(
            0L,
            -1L,
            12L,
            new BigDecimal("1.5"),
            new BigDecimal("-0.001"),
            new BigDecimal("1e50"),
            9_007_199_254_740_993L);

    private static final Map<String, CustomFieldType> TYPES = Map.of(
            "text", CustomFieldType.TEXT,
            "number", CustomFieldType.NUMBER,
            "flag", CustomFieldType.BOOLEAN,
            "date", CustomFieldType.DATE,
            "Items-1", CustomFieldType.MULTISELECT);

    private static final List<String> TEXT_FIELDS = List.of(
            "name",
            "email",
            "phone",
            "company",
            "source",
            "notes",
            "status",
            "department",
            "title",
            "city",
            "local_name",
            "pronouns",
            "custom.text",
            "custom.free");

    private static final Comparator<ContactId> BY_ID = Comparator.comparing(ContactId::toString);

    private static List<JdbiStore> stores;

    @BeforeContainer
    static void open() {
        stores = List.of(JdbiStore.open(DatabaseSettings.h2InMemory()), JdbiStore.open(TestPostgres.freshSettings()));
    }

    @AfterContainer
    static void close() {
        stores.forEach(JdbiStore::close);
    }

    @Property(tries = 80)
    void findsWhatMatches(
            @ForAll("contacts") List<Patch<Contact>> people, @ForAll("filters") List<Map<String, Object>> queries) {
        OrganizationId home = new OrganizationId("org-" + UUID.randomUUID());
        List<Contact> contacts = keep(home, people);
        for (Map<String, Object> query : queries) {
            Faults faults = new Faults();
            Filter filter = new FilterReader(TYPES::get, faults).read(query, "query");
            assertThat(faults.list()).extracting(Fault::toString).isEmpty();
            findsWhatMatches(home, contacts, filter);
        }
    }

    @Property(tries = 40)
    void findsWhatCombinationsMatch(
            @ForAll("contacts") List<Patch<Contact>> people, @ForAll("combinations") List<Filter> filters) {
        OrganizationId home = new OrganizationId("org-" + UUID.randomUUID());
        List<Contact> contacts = keep(home, people);
        filters.forEach(filter -> findsWhatMatches(home, contacts, filter));
    }

    private static void findsWhatMatches(OrganizationId home, List<Contact> contacts, Filter filter) {
        List<ContactId> expected = contacts.stream()
                .filter(contact -> filter.matches(contact, PhoneNumbers.DIGITS))
                .map(Contact::id)
                .sorted(BY_ID)
                .toList();
        boolean tellsApart = !expected.isEmpty() && expected.size() < contacts.size();
        Statistics.label("tells contacts apart")
                .collect(tellsApart)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 15));
        for (JdbiStore store : stores) {
            Page<Contact> found =
                    store.read(tx -> tx.contacts().page(home, Visibility.everything(), filter, PageRequest.first(100)));
            assertThat(found.items().stream().map(Contact::id).sorted(BY_ID))
                    .as("%s among %s", filter, contacts)
                    .isEqualTo(expected);
            assertThat(found.total()).isEqualTo(Page.Total.exact(expected.size()));
        }
    }

    /** Generates conditions of the Java API and combinations of them. */
    @Provide
    Arbitrary<List<Filter>> combinations() {
        Arbitrary<ContactId> ids = Arbitraries.longs().map(high -> new ContactId(new UUID(high, 0)));
        Arbitrary<List<String>> some =
                Arbitraries.of(COMMON).list().ofMinSize(1).ofMaxSize(2);
        Arbitrary<Filter> condition = Arbitraries.oneOf(
                some.map(Fields.exactName()::in),
                some.map(Fields.exactDepartment()::in),
                some.map(Fields.tags()::containsAll),
                some.map(Fields.assignedTo()::containsAll),
                some.map(Fields.teams()::containsAny),
                Arbitraries.of(ContactStatus.class).set().map(Fields.status()::in),
                Arbitraries.of(ContactMethod.class).map(Fields.preferredMethod()::is),
                Arbitraries.of(
                        Fields.manager().isEmpty(),
                        Fields.companyId().isEmpty(),
                        Fields.exactDepartment().isEmpty()),
                ids.map(Fields::idAbove),
                ids.map(Fields::idBelow),
                text().map(Fields::search),
                text().map(Fields.name()::contains),
                Arbitraries.of(COMMON).map(Fields.tags()::contains),
                Arbitraries.of(TIMES)
                        .map(time -> Fields.createdAt().isBetween(Instant.parse(time), Instant.parse(TIMES.get(2)))));
        return Arbitraries.recursive(
                        () -> condition,
                        part -> Combinators.combine(part, condition, Arbitraries.of(0, 1, 2))
                                .as((one, other, how) ->
                                        how == 0 ? one.not() : how == 1 ? one.and(other) : one.or(other)),
                        0,
                        4)
                .list()
                .ofSize(12);
    }

    private static List<Contact> keep(OrganizationId home, List<Patch<Contact>> people) {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Instant created = Instant.parse(TIMES.get(i % TIMES.size()));
            contacts.add(Contact.create(new ContactId(UUID.randomUUID()), home, people.get(i), null, created));
        }
        stores.forEach(store -> store.write(tx -> {
            contacts.forEach(
                    contact -> tx.contacts().insert(home, contact, ContactEvent.created(UUID.randomUUID(), contact)));
            return home;
        }));
        return contacts;
    }

    @Provide
    Arbitrary<List<Patch<Contact>>> contacts() {
        return contact().list().ofMinSize(4).ofMaxSize(8);
    }

    private static Arbitrary<Patch<Contact>> contact() {
        return Combinators.combine(
                        text().list().ofSize(10),
                        Arbitraries.of(COMMON).list().ofMaxSize(3),
                        Arbitraries.of(ContactStatus.class),
                        Arbitraries.of(true, false),
                        customFields())
                .as(FilterAgreementTest::fields);
    }

    private static Patch<Contact> fields(
            List<String> texts,
            List<String> items,
            ContactStatus status,
            boolean flag,
            Map<String, @Nullable Object> custom) {
        String name = texts.get(0).isBlank() ? "x" : texts.get(0);
        Patch<Contact> fields = Patch.of(ContactField.NAME, name)
                .set(ContactField.SOURCE, texts.get(1))
                .set(ContactField.NOTES, texts.get(2))
                .set(ContactField.TITLE, texts.get(3))
                .set(ContactField.DEPARTMENT, texts.get(4))
                .set(ContactField.COMPANY_NAME, texts.get(5))
                .set(ContactField.ADDRESS, new Address(Map.of(AddressPart.CITY, texts.get(7))))
                .set(
                        ContactField.TAGS,
                        items.stream().filter(item -> !item.isBlank()).toList())
                .set(
                        ContactField.ASSIGNED_TO,
                        items.stream()
                                .filter(item -> !item.isBlank())
                                .map(MemberId::new)
                                .toList())
                .set(ContactField.STATUS, status)
                .set(ContactField.LOCAL_NAME, texts.get(8))
                .set(ContactField.PRONOUNS, texts.get(9))
                .set(ContactField.DO_NOT_CONTACT, flag)
                .set(ContactField.CUSTOM_FIELDS, custom);
        if (!texts.get(6).isBlank()) {
            fields = fields.set(ContactField.PHONES, List.of(new Phone(texts.get(6), "work"), new Phone("2", "home")));
        }
        return flag ? fields.set(ContactField.EMAILS, List.of(new Email("ä_1@Example.org", "work"))) : fields;
    }

    /** Generates custom field values, mostly of the field's type and sometimes of another. */
    private static Arbitrary<Map<String, @Nullable Object>> customFields() {
        Arbitrary<Object> text = text().map(value -> (Object) value);
        Arbitrary<Object> time = Arbitraries.of(TIME_VALUES).map(value -> (Object) value);
        Arbitrary<Object> flag = Arbitraries.of(true, false).map(value -> (Object) value);
        Arbitrary<Object> items = Arbitraries.of(COMMON).list().ofMaxSize(3).map(list -> (Object) list);
        Arbitrary<Object> map = Arbitraries.of(Map.of("a", 1L)).map(value -> (Object) value);
        Arbitrary<Object> any = Arbitraries.oneOf(text, Arbitraries.of(NUMBERS), time, flag, items, map);
        return Arbitraries.oneOf(
                        custom("text", text),
                        custom("number", Arbitraries.of(NUMBERS)),
                        custom("date", time),
                        custom("flag", flag),
                        custom("Items-1", items),
                        custom("free", any),
                        Arbitraries.of("text", "number", "flag", "date", "Items-1", "no key")
                                .flatMap(key -> custom(key, any)))
                .list()
                .ofMaxSize(7)
                .map(entries -> {
                    Map<String, @Nullable Object> custom = new LinkedHashMap<>();
                    entries.forEach(entry -> custom.put(entry.getKey(), entry.getValue()));
                    return custom;
                });
    }

    private static Arbitrary<Map.Entry<String, Object>> custom(String key, Arbitrary<Object> values) {
        return values.map(value -> Map.entry(key, value));
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> filters() {
        Arbitrary<Map<String, Object>> small = groups(condition(), 1, 2);
        Arbitrary<Map<String, Object>> any = groups(condition(), 0, 4);
        return Arbitraries.frequencyOf(Tuple.of(4, small), Tuple.of(1, any), Tuple.of(1, spans()))
                .list()
                .ofSize(12);
    }

    /**
     * Generates filters that PostgreSQL answers with dedicated keys: a tag, a creation time that mostly has two bounds,
     * and often a status.
     */
    private static Arbitrary<Map<String, Object>> spans() {
        Arbitrary<Object> tag = Arbitraries.of(COMMON).map(value -> (Object) value);
        Arbitrary<Object> time = Arbitraries.of(TIME_VALUES).map(value -> (Object) value);
        Arbitrary<Object> status = Arbitraries.of("active", "archived", "a").map(value -> (Object) value);
        Arbitrary<String> created = Arbitraries.just("created_at");
        Arbitrary<Map<String, Object>> tagged = Arbitraries.oneOf(
                one(Arbitraries.just("tags"), "contains not_contains", tag), list(Arbitraries.just("tags"), tag));
        Arbitrary<Map<String, Object>> timed =
                Arbitraries.oneOf(pair(created, time), one(created, "eq gte", time), list(created, time));
        Arbitrary<Map<String, Object>> other =
                Arbitraries.oneOf(condition(), one(Arbitraries.just("status"), "eq neq", status));
        return Combinators.combine(tagged, timed, other.list().ofMaxSize(2))
                .as((one, two, more) -> {
                    List<Map<String, Object>> conditions = new ArrayList<>(more);
                    conditions.add(one);
                    conditions.add(two);
                    return Map.<String, Object>of("conditions", conditions);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(groups -> Map.of("groups", groups));
    }

    private static Arbitrary<Map<String, Object>> groups(Arbitrary<Map<String, Object>> condition, int min, int max) {
        return condition
                .list()
                .ofMinSize(min)
                .ofMaxSize(max)
                .map(conditions -> Map.<String, Object>of("conditions", conditions))
                .list()
                .ofMinSize(min)
                .ofMaxSize(max)
                .map(groups -> Map.of("groups", groups));
    }

    private static Arbitrary<Map<String, Object>> condition() {
        Arbitrary<Object> text = text().map(value -> (Object) value);
        Arbitrary<Object> number = Arbitraries.of(NUMBERS);
        Arbitrary<Object> time = Arbitraries.of(TIME_VALUES).map(value -> (Object) value);
        Arbitrary<Object> flag = Arbitraries.of(true, false).map(value -> (Object) value);
        Arbitrary<String> texts = Arbitraries.of(TEXT_FIELDS);
        Arbitrary<String> items = Arbitraries.of("tags", "assigned_to", "custom.Items-1");
        Arbitrary<String> flags = Arbitraries.of("dnc", "custom.flag", "custom.free");
        Arbitrary<String> times = Arbitraries.of("created_at", "updated_at", "custom.date", "custom.free");
        Arbitrary<String> numbers = Arbitraries.of("custom.number", "custom.free");
        return Arbitraries.oneOf(
                one(texts, "eq neq contains not_contains starts_with ends_with", text),
                list(texts, text),
                one(items, "eq neq contains not_contains", text),
                list(items, text),
                one(flags, "eq neq", flag),
                list(flags, flag),
                one(numbers, "eq neq gt gte lt lte", number),
                list(numbers, number),
                pair(numbers, number),
                one(times, "gt gte lt lte", time),
                one(Arbitraries.of("created_at", "custom.date"), "eq neq", time),
                list(Arbitraries.of("updated_at", "custom.date"), time),
                pair(times, time),
                one(Arbitraries.oneOf(texts, items, flags, times, numbers), "is_empty is_not_empty", flag));
    }

    private static Arbitrary<Map<String, Object>> one(
            Arbitrary<String> fields, String operators, Arbitrary<Object> values) {
        return Combinators.combine(fields, Arbitraries.of(operators.split(" ")), values)
                .as((field, operator, value) -> Map.of("field", field, "op", operator, "value", value));
    }

    private static Arbitrary<Map<String, Object>> list(Arbitrary<String> fields, Arbitrary<Object> values) {
        return one(fields, "in not_in", values.list().ofMaxSize(3).map(list -> (Object) list));
    }

    private static Arbitrary<Map<String, Object>> pair(Arbitrary<String> fields, Arbitrary<Object> values) {
        return one(fields, "between", values.list().ofSize(2).map(list -> (Object) list));
    }

    /** Generates texts, of which many occur in several contacts. */
    private static Arbitrary<String> text() {
        Arbitrary<String> anything = Arbitraries.of(TEXTS).list().ofMaxSize(3).map(parts -> String.join("", parts));
        return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.of(COMMON)), Tuple.of(1, anything));
    }
}
