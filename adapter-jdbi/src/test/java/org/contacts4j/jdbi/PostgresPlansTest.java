package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.domain.filter.Fields.company;
import static org.contacts4j.domain.filter.Fields.createdAt;
import static org.contacts4j.domain.filter.Fields.custom;
import static org.contacts4j.domain.filter.Fields.email;
import static org.contacts4j.domain.filter.Fields.localName;
import static org.contacts4j.domain.filter.Fields.name;
import static org.contacts4j.domain.filter.Fields.source;
import static org.contacts4j.domain.filter.Fields.status;
import static org.contacts4j.domain.filter.Fields.tags;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.sql.OrganizationPrefix;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the plans of selective searches and filters in an organization of 50,000 contacts: they must not read all
 * rows.
 */
final class PostgresPlansTest {

    private static final OrganizationId HOME = new OrganizationId("home");
    /** The number of custom plans after which PostgreSQL considers a generic plan. */
    private static final int PLANNED_BY_VALUES_AT_FIRST = 5;

    private static final LocalDate MARCH = LocalDate.parse("2025-03-01");

    private static final Filter VIPS_OF_MARCH = tags().contains("tag 7")
            .and(status().is(ContactStatus.ACTIVE))
            .and(createdAt().isBetween(MARCH, MARCH.plusDays(30)));

    private static final Filter VIPS_OF_MARCH_OR_OTHERS = VIPS_OF_MARCH.or(
            tags().contains("tag 9").and(createdAt().isBetween(MARCH.minusDays(60), MARCH.minusDays(31))));

    static final String ROWS = """
            insert into contact (
                organization_id, id, name, sort_name, search_text, filter_keys, emails, phones, do_not_contact,
                custom_fields, tags, tag_keys, assigned_to, teams, status, extensions, version, created_at, updated_at,
                match_keys, tag_weeks, notes_key)
            select 'home', gen_random_uuid(), person, person, 'acme ' || n % 500 || chr(31) || person || chr(10) || mail,
                jsonb_build_object('email', mail, 'source', 'source ' || n % 1000, 'custom.number', 'k-' || n),
                '[]', '[]', false, '{}', tag, tag, array['member ' || n % 2000], array['team ' || n % 500],
                case when n % 10 = 0 then 'archived' else 'active' end, '{}', 1, created, created,
                array['e:' || mail],
                array(select '<prefix>' || floor(extract(epoch from created) / 604800)::bigint
                    || case when n % 10 = 0 then 'archived' else 'active' end || ' ' || key from unnest(tag) key),
                ''
            from (
                select n, 'person ' || md5(n::text) as person, md5((-n)::text) || '@example.org' as mail,
                    array['tag ' || n % 40, 'all'] as tag,
                    timestamptz '2024-01-01' + n % 730 * interval '1 day' as created
                from generate_series(1, 50000) n) generated
            """.replace("<prefix>", OrganizationPrefix.of(HOME));

    /** Rows of small organizations in the same table as the large one. */
    private static final String OTHERS =
            ROWS.replace("select 'home'", "select 'other ' || n % 250").replace("50000", "5000");

    private static final IssuedStatements ISSUED = new IssuedStatements();
    private static DatabaseSettings postgres;
    private static JdbiStore store;

    @BeforeAll
    static void fill() throws SQLException {
        postgres = TestPostgres.freshSettings();
        store = JdbiStore.open(postgres, ISSUED);
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement()) {
            statement.execute(ROWS);
            statement.execute(OTHERS);
            statement.execute("insert into team_member (organization_id, member_id, team_id)"
                    + " values ('home', 'member 7', 'team 7'), ('home', 'member 7', 'team 8')");
            statement.execute("vacuum analyze contact");
        }
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<Filter> selective() {
        return Stream.of(
                Fields.search("c4ca4238a0"),
                Fields.search("c4ca4238a0b923820dcc509a6f75849b"),
                Fields.search("@nowhere"),
                Fields.search("王 伟"),
                name().contains("王伟"),
                company().is("東京"),
                VIPS_OF_MARCH,
                VIPS_OF_MARCH_OR_OTHERS,
                name().contains("c4ca4238a0"),
                email().startsWith("cfcd2084"),
                email().is("nobody@example.org"),
                company().is("acme 77"),
                source().is("source 77"),
                custom("number").in("k-77", "k-78"),
                name().contains("c4ca4238a0").or(localName().contains("c4ca4238a0")));
    }

    static Stream<Arguments> chosen() {
        ContactId low = ContactId.parse("00100000-0000-0000-0000-000000000000");
        ContactId high = ContactId.parse("00200000-0000-0000-0000-000000000000");
        return Stream.of(
                Arguments.of(Fields.id().in(Set.of(low, high)), "contact_pkey"),
                Arguments.of(Fields.idAbove(low).and(Fields.idBelow(high)), "contact_pkey"),
                Arguments.of(Fields.exactName().in(Set.of("Ada", "Bo")), "contact_by_name"));
    }

    @ParameterizedTest
    @MethodSource("chosen")
    void findsWhatIsChosenByOneStatementAndAnIndex(Filter filter, String index) throws SQLException {
        PageRequest request =
                PageRequest.of(new Order(Order.Key.ID, false), Slice.first(50)).countedInFull();
        ISSUED.clear();
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), filter, request));
        assertThat(ISSUED.all()).hasSize(1);
        assertThat(plan(ISSUED.all().get(0))).contains(index).doesNotContain("Seq Scan on contact");
    }

    static Stream<Arguments> orders() {
        return Stream.of(false, true)
                .flatMap(descending -> Stream.of(
                        Arguments.of(new Order(Order.Key.NAME, descending), "contact_by_name"),
                        Arguments.of(new Order(Order.Key.CREATED_AT, descending), "contact_by_creation"),
                        Arguments.of(new Order(Order.Key.UPDATED_AT, descending), "contact_by_update")));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void plansAPageWithItsTotalOnceForAllOrganizations(Order order, String index) throws SQLException {
        ISSUED.clear();
        PageRequest request = PageRequest.of(order, Slice.first(20));
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), Filter.matchAll(), request));
        assertThat(ISSUED.all()).hasSize(1);
        String execution = "execute page ('home', '{contact.active,contact.inactive,contact.archived}')";
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement()) {
            statement.execute("prepare page (text, text[]) as " + ISSUED.lastToPrepare("organization", "kinds"));
            for (int i = 0; i < PLANNED_BY_VALUES_AT_FIRST + 2; i++) {
                statement.execute(execution);
            }
            try (ResultSet plans = statement.executeQuery("select custom_plans from pg_prepared_statements")) {
                assertThat(plans.next()).isTrue();
                assertThat(plans.getInt(1)).isEqualTo(PLANNED_BY_VALUES_AT_FIRST);
            }
            assertThat(plan(connection, execution)).contains(index).doesNotContain("Sort", "Seq Scan on contact");
        }
    }

    @Test
    void plansSearchesForRareWordsOnce() throws SQLException {
        ISSUED.clear();
        Filter filter = Fields.search("c4ca4238a0").and(status().is(ContactStatus.ACTIVE));
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), filter, PageRequest.first(50)));
        assertThat(ISSUED.all()).hasSize(1);
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement()) {
            statement.execute("prepare search (text, text, text, text[], bigint, bigint) as "
                    + ISSUED.lastToPrepare("organization", "filter0", "filter1", "filter2", "limit", "offset"));
            for (int i = 0; i < PLANNED_BY_VALUES_AT_FIRST + 2; i++) {
                statement.execute("execute search ('home', '%4238a0%', 'c4ca4238a0', '{active}', 51, 0)");
            }
            try (ResultSet plans = statement.executeQuery("select custom_plans from pg_prepared_statements")) {
                assertThat(plans.next()).isTrue();
                assertThat(plans.getInt(1)).isEqualTo(PLANNED_BY_VALUES_AT_FIRST);
            }
        }
    }

    /** An index would read the entries of all contacts. */
    @Test
    void plansSearchesForCommonWordsByTheirValues() throws SQLException {
        ISSUED.clear();
        Filter filter = Fields.search("person");
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), filter, PageRequest.first(50)));
        assertThat(plan(ISSUED.all().get(0))).doesNotContain("contact_search");
    }

    @Test
    void readsThePageOfAListById() throws SQLException {
        PageRequest request =
                PageRequest.of(new Order(Order.Key.ID, true), Slice.first(50)).countedInFull();
        ISSUED.clear();
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), Filter.matchAll(), request));
        assertThat(ISSUED.all()).hasSize(1);
        assertThat(plan(ISSUED.all().get(0)))
                .contains("Index Scan Backward using contact_pkey")
                .doesNotContain("Sort");
    }

    @ParameterizedTest
    @MethodSource("selective")
    void readsNoTableInFull(Filter filter) throws SQLException {
        ISSUED.clear();
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), filter, PageRequest.first(50)));
        assertThat(ISSUED.all()).hasSize(1);
        for (String statement : ISSUED.all()) {
            assertThat(plan(statement)).contains("Index").doesNotContain("Seq Scan on contact");
        }
    }

    @Test
    void findsTheTagsOfAMonthByOneIndex() throws SQLException {
        ISSUED.clear();
        Filter filter = VIPS_OF_MARCH_OR_OTHERS;
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), filter, PageRequest.first(50)));
        assertThat(plan(ISSUED.all().get(0)))
                .containsSubsequence("BitmapOr", "contact_tag_weeks", "contact_tag_weeks")
                .doesNotContain("contact_tags", "contact_by_creation");
    }

    @Test
    void readsOnlyWhatATeamOfARestrictedMemberMayLookAfter() throws SQLException {
        Visibility only = new Visibility.AssignedTo(new MemberId("member 7"));
        ISSUED.clear();
        store.read(tx -> tx.contacts().page(HOME, only, Filter.matchAll(), PageRequest.first(50)));
        assertThat(ISSUED.all()).hasSize(1);
        for (String statement : ISSUED.all()) {
            assertThat(plan(statement))
                    .contains("contact_assignees", "contact_teams")
                    .doesNotContain("Seq Scan");
        }
        ContactId someone = new ContactId(UUID.randomUUID());
        ISSUED.clear();
        store.read(tx -> tx.contacts().find(HOME, only, someone));
        assertThat(plan(ISSUED.all().get(0))).contains("contact_pkey").doesNotContain("Seq Scan on contact");
    }

    @Test
    void readsOnlyTheContactsOfATeam() throws SQLException {
        ISSUED.clear();
        Filter ofTeam = Fields.teams().containsAll(List.of("team 7"));
        store.read(tx -> tx.contacts().page(HOME, Visibility.everything(), ofTeam, PageRequest.first(50)));
        assertThat(ISSUED.all()).hasSize(2);
        for (String statement : ISSUED.all()) {
            assertThat(plan(statement)).contains("contact_teams").doesNotContain("Seq Scan");
        }
    }

    private static String plan(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url())) {
            return plan(connection, statement);
        }
    }

    private static String plan(Connection connection, String statement) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement explain = connection.createStatement();
                ResultSet rows = explain.executeQuery("explain " + statement)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return String.join("\n", lines);
    }

    /** The statements on contacts, with their bound values. */
    static final class IssuedStatements implements SqlLogger {

        private static final String BEFORE_STATEMENT = " wrapping ";
        private final List<String> all = new ArrayList<>();
        private @Nullable ParsedSql last;

        @Override
        public void logBeforeExecution(StatementContext context) {
            String statement = String.valueOf(context.getStatement());
            if (statement.contains("from contact r")) {
                all.add(statement.substring(statement.indexOf(BEFORE_STATEMENT) + BEFORE_STATEMENT.length()));
                last = context.getParsedSql();
            }
        }

        List<String> all() {
            return List.copyOf(all);
        }

        /** Returns the last statement in the syntax of {@code prepare}, with its parameters numbered in this order. */
        String lastToPrepare(String... parameters) {
            String prepared = last.getSql();
            for (String name : last.getParameters().getParameterNames()) {
                int position = List.of(parameters).indexOf(name) + 1;
                prepared = prepared.replaceFirst("\\?", "\\$" + position);
            }
            return prepared;
        }

        void clear() {
            all.clear();
        }
    }
}
