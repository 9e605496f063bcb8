package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.domain.filter.Fields.notes;
import static org.contacts4j.domain.filter.Fields.tags;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.reading.CustomFieldTypes;
import org.contacts4j.domain.filter.reading.FilterReader;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.jdbi.sql.PostgresDatabase;
import org.contacts4j.jdbi.transaction.LongStatementPermits.LongStatement;
import org.contacts4j.jdbi.transaction.TestPermits;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks, by the plans of a real PostgreSQL, which lists wait for a permit and which connections remain for other work.
 */
@Timeout(120)
final class LongStatementPermitsTest {

    private static final OrganizationId HOME = new OrganizationId("home");
    private static final OrganizationId OTHER = new OrganizationId("other");
    /**
     * The limit of rows that a short list may read, of 20,000 contacts. A page reads at most as many rows as are
     * counted, however many match.
     */
    private static final long LOW_WATER_MARK = 15_000;

    private static final Filter SCAN = notes().contains("nowhere");
    private static final Pattern READ =
            Pattern.compile("actual rows=(\\d+) loops=(\\d+)|Rows Removed by [^:]+: (\\d+)");

    private static final List<String> FIELDS = List.of(
            "name",
            "email",
            "phone",
            "company",
            "source",
            "notes",
            "tags",
            "dnc",
            "created_at",
            "updated_at",
            "status",
            "department",
            "title",
            "city",
            "local_name",
            "assigned_to",
            "pronouns",
            "custom.text",
            "custom.number",
            "custom.boolean",
            "custom.date",
            "custom.multiselect",
            "custom.select",
            "custom.url",
            "custom.email");

    private static final List<String> OPERATORS = List.of(
            "eq",
            "neq",
            "contains",
            "not_contains",
            "starts_with",
            "ends_with",
            "gt",
            "gte",
            "lt",
            "lte",
            "between",
            "in",
            "not_in",
            "is_empty",
            "is_not_empty");

    /**
     * Rare values, so that the rows read are the rows searched for. They include values that are too long, too short,
     * and of every type.
     */
    private static final List<Object> VALUES = List.of(
            "nowhere",
            "qq",
            "a.b",
            "inactive",
            987_654_321,
            true,
            "1999-01-01",
            List.of("nowhere", "nobody"),
            List.of(987_654_321, 987_654_322),
            List.of("1999-01-01", "1999-02-01"));

    private static final CustomFieldTypes TYPES = key -> Stream.of(CustomFieldType.values())
            .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(key))
            .findFirst()
            .orElse(null);

    private static final PostgresPlansTest.IssuedStatements ISSUED = new PostgresPlansTest.IssuedStatements();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static DatabaseSettings postgres;
    private static JdbiStore store;

    @BeforeAll
    static void fill() throws SQLException {
        postgres = TestPostgres.freshSettings();
        store = JdbiStore.open(postgres, ISSUED);
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement()) {
            statement.execute(PostgresPlansTest.ROWS.replace("50000", "20000"));
            statement.execute("vacuum analyze contact");
        }
    }

    @AfterAll
    static void close() {
        THREADS.shutdownNow();
        store.close();
    }

    static Stream<Filter> filtersOfOneCondition() {
        return FIELDS.stream()
                .flatMap(field -> OPERATORS.stream()
                        .flatMap(operator -> VALUES.stream().flatMap(value -> filter(field, operator, value).stream())))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("filtersOfOneCondition")
    void takesOnlyFiltersThatReadFewContactsForIndexedOnes(Filter filter) throws SQLException {
        long scans = granted(LongStatement.SCAN);
        boolean search = grantedBy(LongStatement.SEARCH, filter) > 0;
        if (search) {
            assertThat(rowsRead()).as(filter.toString()).isLessThan(LOW_WATER_MARK);
        } else {
            assertThat(granted(LongStatement.SCAN)).isGreaterThan(scans);
        }
    }

    static Stream<Arguments> shortLists() {
        return Stream.concat(
                Stream.of(Order.Key.values())
                        .map(key -> PageRequest.of(new Order(key, true), Slice.at(10_000, 100)))
                        .map(request -> Arguments.of(Filter.matchAll(), request)),
                Stream.of(
                                Fields.exactDepartment().is("nowhere"),
                                Fields.preferredMethod().is(ContactMethod.EMAIL))
                        .map(filter -> Arguments.of(filter, PageRequest.first(100))));
    }

    @ParameterizedTest
    @MethodSource("shortLists")
    void readsLittleForListsThatWaitForNoPermit(Filter filter, PageRequest request) throws SQLException {
        long granted = granted(LongStatement.SEARCH) + granted(LongStatement.SCAN);
        ISSUED.clear();
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), filter, request));
        assertThat(granted(LongStatement.SEARCH) + granted(LongStatement.SCAN)).isEqualTo(granted);
        assertThat(rowsRead()).isLessThan(LOW_WATER_MARK);
    }

    static Stream<Arguments> longLists() {
        return Stream.of(
                Arguments.of(Filter.matchAll(), PageRequest.of(Order.BY_NAME, Slice.at(10_001, 20))),
                Arguments.of(Filter.matchAll(), PageRequest.first(101)),
                Arguments.of(Fields.status().is(ContactStatus.ACTIVE), PageRequest.first(20)),
                Arguments.of(Fields.manager().isNotEmpty(), PageRequest.first(20)),
                Arguments.of(
                        Fields.exactDepartment().is("nowhere"),
                        PageRequest.orderBy(Order.Key.CREATED_AT).descending().uncounted()));
    }

    @ParameterizedTest
    @MethodSource("longLists")
    void hasListsThatMayReadManyContactsWaitForAPermit(Filter filter, PageRequest request) {
        long granted = granted(LongStatement.SEARCH);
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), filter, request));
        assertThat(granted(LongStatement.SEARCH)).isGreaterThan(granted);
    }

    @Test
    void takesSearchesForShortWordsForScans() {
        assertThat(grantedBy(LongStatement.SCAN, Fields.search("qq"))).isEqualTo(1);
        assertThat(grantedBy(LongStatement.SEARCH, Fields.search("nowhere"))).isEqualTo(1);
        Filter either = tags().contains("nowhere").or(notes().contains("nowhere"));
        assertThat(grantedBy(LongStatement.SCAN, either)).isEqualTo(1);
        Filter both = tags().contains("nowhere").and(notes().contains("nowhere"));
        assertThat(grantedBy(LongStatement.SEARCH, both)).isEqualTo(1);
    }

    @Test
    void answersOtherQuestionsAndOtherOrganizationsWhileScansWait() {
        Runnable held = TestPermits.hold(store.longStatements(), LongStatement.SCAN, HOME);
        List<CompletableFuture<?>> scans = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            scans.add(CompletableFuture.supplyAsync(() -> page(HOME, SCAN), THREADS));
            awaitWaiting(LongStatement.SCAN, i);
        }
        awaitSlow();
        assertThatThrownBy(() -> page(HOME, SCAN))
                .isInstanceOf(ContactsFailure.Unavailable.class)
                .hasMessageContaining("Narrow it by a tag");
        assertThat(store.connectionsInUse()).isZero();
        assertThat(page(OTHER, SCAN)).isZero();
        assertThat(page(HOME, Filter.matchAll())).isPositive();
        assertThat(page(HOME, Fields.search("nowhere"))).isZero();
        store.read(tx -> tx.contacts().find(HOME, Visibility.everything(), ContactId.parse("none")));
        held.run();
        CompletableFuture.allOf(scans.toArray(CompletableFuture[]::new)).join();
    }

    @Test
    void givesTheConnectionOfEarlierStatementsBackBeforeItWaits() {
        Runnable held = TestPermits.hold(store.longStatements(), LongStatement.SCAN, HOME);
        CompletableFuture<Integer> scan = CompletableFuture.supplyAsync(
                () -> store.read(tx -> {
                    tx.customFields().list(HOME);
                    return tx.contacts()
                            .page(HOME, Visibility.everything(), SCAN, PageRequest.first(20))
                            .items()
                            .size();
                }),
                THREADS);
        awaitWaiting(LongStatement.SCAN, 1);
        assertThat(store.connectionsInUse()).isZero();
        held.run();
        assertThat(scan.join()).isZero();
    }

    @Test
    void givesConnectionAndLocksBackBeforeAChangeWaits() {
        Runnable held = TestPermits.hold(store.longStatements(), LongStatement.CHANGE, HOME);
        AtomicInteger attempts = new AtomicInteger();
        CompletableFuture<List<Contact>> change = CompletableFuture.supplyAsync(
                () -> store.write(tx -> {
                    attempts.incrementAndGet();
                    tx.customFields().release(HOME, "plan");
                    return tx.contacts().lockTagged(HOME, "nowhere", null, 100);
                }),
                THREADS);
        awaitWaiting(LongStatement.CHANGE, 1);
        assertThat(store.connectionsInUse()).isZero();
        assertThat(attempts).hasValue(1);
        held.run();
        assertThat(change.join()).isEmpty();
        assertThat(attempts).hasValue(2);
    }

    @Test
    void givesUpAfterLostRacesAlsoWhenAnAttemptWaitedForAPermit() {
        Runnable held = TestPermits.hold(store.longStatements(), LongStatement.CHANGE, HOME);
        AtomicInteger attempts = new AtomicInteger();
        CompletableFuture<Boolean> change = CompletableFuture.supplyAsync(
                () -> store.write(tx -> {
                    if (attempts.incrementAndGet() != 10) {
                        throw new UnableToExecuteStatementException(new SQLException("lost race", "40001"), null);
                    }
                    tx.customFields().release(HOME, "plan");
                    tx.contacts().lockTagged(HOME, "nowhere", null, 100);
                    return true;
                }),
                THREADS);
        awaitWaiting(LongStatement.CHANGE, 1);
        held.run();
        assertThatThrownBy(change::join)
                .hasCauseInstanceOf(ContactsFailure.Unavailable.class)
                .hasMessageContaining("Too many writers");
        assertThat(attempts).hasValue(11);
    }

    @Test
    void tellsEveryConnectionToReadWithoutParallelWorkers() {
        assertThat(new PostgresDatabase(false).timeoutStatement()).contains("max_parallel_workers_per_gather = 0");
    }

    private static void awaitWaiting(LongStatement statement, int count) {
        while (TestPermits.waiting(store.longStatements(), statement) < count) {
            Thread.onSpinWait();
        }
    }

    /** Waits until the work that holds the permit counts as slow. */
    private static void awaitSlow() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 600_000_000L) {
            Thread.onSpinWait();
        }
    }

    private static int page(OrganizationId organization, Filter filter) {
        return store.read(tx -> tx.contacts()
                .page(organization, Visibility.everything(), filter, PageRequest.first(20))
                .items()
                .size());
    }

    private static long grantedBy(LongStatement statement, Filter filter) {
        long before = granted(statement);
        ISSUED.clear();
        page(HOME, filter);
        return granted(statement) - before;
    }

    private static long granted(LongStatement statement) {
        return TestPermits.granted(store.longStatements(), statement);
    }

    /** Returns the largest number of rows that a plan node of the last statements read or removed by a filter. */
    private static long rowsRead() throws SQLException {
        long read = 0;
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement explain = connection.createStatement()) {
            for (String statement : ISSUED.all()) {
                try (ResultSet lines = explain.executeQuery("explain (analyze, costs off, timing off) " + statement)) {
                    while (lines.next()) {
                        read = Math.max(read, rows(lines.getString(1)));
                    }
                }
            }
        }
        return read;
    }

    private static long rows(String line) {
        Matcher read = READ.matcher(line);
        if (!read.find()) {
            return 0;
        }
        return read.group(3) != null
                ? Long.parseLong(read.group(3))
                : Long.parseLong(read.group(1)) * Long.parseLong(read.group(2));
    }

    private static Stream<Filter> ifValid(Object query) {
        Faults faults = new Faults();
        Filter filter = new FilterReader(TYPES, faults).read(query, "query");
        return faults.list().isEmpty() ? Stream.of(filter) : Stream.of();
    }

    private static List<Filter> filter(String field, String operator, Object value) {
        Map<String, Object> condition = Map.of("field", field, "op", operator, "value", value);
        return ifValid(Map.of("groups", List.of(Map.of("conditions", List.of(condition)))))
                .toList();
    }
}
