package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.domain.filter.Fields.tags;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.sql.H2Database;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks with H2's {@code explain}, on tables of 5,000 rows, that pages are read in index order and not by sorting all
 * rows.
 */
final class H2PlansTest {

    private static final OrganizationId HOME = new OrganizationId("home");

    private static final String COMPANIES = """
            insert into company (
                organization_id, id, name, sort_name, code, custom_fields, version, created_at, updated_at)
            select case when n % 10 = 0 then 'abroad' else 'home' end, random_uuid(), 'firm ' || n, rawtohex(n), 'f' || n,
                '{}', 1, dateadd(minute, n, timestamp with time zone '2024-01-01 00:00:00+00'), current_timestamp
            from system_range(1, 5000) r (n)
            """;

    private static final String CONTACTS = """
            insert into contact (
                organization_id, id, name, sort_name, search_text, filter_keys, notes_key, emails, phones, do_not_contact,
                custom_fields, tags, tag_keys, assigned_to, teams, status, extensions, version, created_at, updated_at,
                match_keys, tag_weeks, code, department)
            select organization_id, id, name, sort_name, name, '', '', '[]', '[]', false,
                '{}', array['all'], array['all'], array[], array[], 'active', '{}', 1, created_at, updated_at,
                array[], array[], code, left(code, 2)
            from company
            """;

    private static final IssuedStatements ISSUED = new IssuedStatements();
    private static final DatabaseSettings SETTINGS = DatabaseSettings.h2InMemory();
    private static JdbiStore store;
    private static Connection connection;

    @BeforeAll
    static void fill() throws SQLException {
        store = JdbiStore.open(SETTINGS, ISSUED);
        connection = DriverManager.getConnection(
                new H2Database().complete(SETTINGS.url()), SETTINGS.user(), SETTINGS.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute(COMPANIES);
            statement.execute(CONTACTS);
            statement.execute("analyze");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        store.close();
    }

    static Stream<Arguments> lists() {
        return orders().flatMap(order -> Stream.of(
                        Filter.matchAll(),
                        Fields.status().in(Set.of(ContactStatus.ACTIVE)),
                        Fields.search("firm 77"),
                        tags().contains("all"))
                .flatMap(filter -> slices().map(slice -> Arguments.of(order, filter, slice))));
    }

    static Stream<Order> orders() {
        return Arrays.stream(Order.Key.values()).flatMap(key -> Stream.of(new Order(key, false), new Order(key, true)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsPagesOfContactsInTheirOrder(Order order, Filter filter, Slice slice) throws SQLException {
        ISSUED.clear();
        PageRequest request = PageRequest.of(order, slice).uncounted();
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), filter, request));
        assertThat(planOfTheOnlyStatement()).contains("/* index sorted */");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsPagesOfCompaniesInTheirOrder(Order order) throws SQLException {
        ISSUED.clear();
        store.read(tx -> tx.companies()
                .page(HOME, Visibility.everything(), new CompanyQuery(null, order, Slice.first(20), false)));
        assertThat(planOfTheOnlyStatement()).contains("/* index sorted */");
    }

    private static Stream<Slice> slices() {
        Position between = new Position("8", Instant.parse("2024-01-02T00:00:00Z"), new UUID(1L << 62, 0));
        return Stream.of(Slice.first(20), Slice.at(1_000, 20), Slice.after(between, 20));
    }

    private static String planOfTheOnlyStatement() throws SQLException {
        assertThat(ISSUED.all).hasSize(1);
        try (Statement explain = connection.createStatement();
                ResultSet plan = explain.executeQuery("explain " + ISSUED.all.get(0))) {
            plan.next();
            return plan.getString(1);
        }
    }

    /** The statements that find pages, with their bound values, as H2 prints and parses them. */
    private static final class IssuedStatements implements SqlLogger {

        private final List<String> all = new ArrayList<>();

        @Override
        public void logBeforeExecution(StatementContext context) {
            String statement = String.valueOf(context.getStatement());
            if (statement.contains("order by r.organization_id")) {
                all.add(statement.substring(statement.indexOf("select")));
            }
        }

        void clear() {
            all.clear();
        }
    }
}
