package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks two nodes behind a PgBouncer in transaction mode. Skipped where it is not installed. */
final class PgBouncerTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 30;

    @TempDir
    private Path folder;

    private EmbeddedPostgres postgres;
    private TestPgBouncer pooler;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(TestPgBouncer.isInstalled(), "pgbouncer is not installed: apt-get install pgbouncer");
        postgres = TestPostgres.startServer(options -> options);
        pooler = TestPgBouncer.start(postgres, folder);
    }

    @AfterEach
    void stop() throws Exception {
        if (pooler != null) {
            pooler.close();
            postgres.close();
        }
    }

    /** More threads than connections of PostgreSQL, and more executions than the driver needs to name a statement. */
    @Test
    void nodesThatStartAtOnceCreateTheTablesAndShareItsConnections() {
        List<JdbiStore> nodes = Stream.of(1, 2)
                .parallel()
                .map(node -> JdbiStore.open(pooler.settings()))
                .toList();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(number -> new Thread(() -> work(nodes.get(number % 2), failures)))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(PgBouncerTest::join);
        nodes.forEach(JdbiStore::close);
        assertThat(failures).isEmpty();
    }

    @Test
    void readsOfAReplicaContainTheWritesOfTheirCaller() throws Exception {
        JdbiStore.open(TestPostgres.settings(postgres)).close();
        try (TestReplica replica = TestReplica.of(postgres, folder.resolve("replica"));
                JdbiStore store = JdbiStore.open(pooler.settings()
                        .withReplica(new DatabaseSettings.Replica(replica.url(), Duration.ofMinutes(1))))) {
            Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
            work(store, failures);
            assertThat(failures).isEmpty();
        }
    }

    /** The settings of the role are those that docs/operating.md demands. */
    @Test
    void migrationsAndRequestsLeaveNoSettingBehindOnItsConnections() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres set statement_timeout = '5s'");
            statement.execute("alter role postgres set search_path = public");
        }
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (JdbiStore store = JdbiStore.open(pooler.settings())) {
            work(store, failures);
        }
        assertThat(failures).isEmpty();
        assertThat(settingsOfAllConnections()).containsOnly("5s, public");
    }

    /** Returns the settings of connections in as many transactions at once as PgBouncer has connections. */
    private Set<String> settingsOfAllConnections() throws SQLException {
        Set<String> settings = new TreeSet<>();
        List<Connection> transactions = new ArrayList<>();
        for (int i = 0; i < TestPgBouncer.CONNECTIONS; i++) {
            Connection transaction = TestPostgres.connect(pooler.settings().url() + "&prepareThreshold=0");
            transactions.add(transaction);
            transaction.setAutoCommit(false);
            try (Statement statement = transaction.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select current_setting('statement_timeout') || ', ' || current_setting('search_path')")) {
                row.next();
                settings.add(row.getString(1));
            }
        }
        for (Connection transaction : transactions) {
            transaction.close();
        }
        return settings;
    }

    private static void work(JdbiStore node, Queue<Throwable> failures) {
        try {
            Contacts4J contacts4j = Contacts4J.builder(node).build();
            Caller caller = TestOrganization.in(node).ada();
            for (int i = 0; i < ROUNDS; i++) {
                String department = UUID.randomUUID().toString();
                Contact created = contacts4j
                        .contacts()
                        .create(caller, Patch.of(ContactField.NAME, "Ada").set(ContactField.DEPARTMENT, department));
                contacts4j.contacts().update(caller, created.id(), Patch.of(ContactField.NOTES, "round " + i));
                List<Contact> found = contacts4j
                        .contacts()
                        .list(caller, Fields.exactDepartment().is(department), PageRequest.first(10))
                        .items();
                assertThat(found).extracting(Contact::id).containsExactly(created.id());
                contacts4j.tags().list(caller);
            }
        } catch (RuntimeException | Error e) {
            failures.add(e);
        }
    }

    private static void join(Thread thread) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !thread.isAlive());
    }
}
