package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.ReadPosition;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.jdbi.DatabaseSettings.Replica;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks reads of two nodes from a real streaming replica: which data they see, and what happens when it fails. The nodes
 * have a user without privileges on the servers.
 */
final class ReadReplicaTest {

    private static final int MEMBERS_OF_A_NODE = 3;
    private static final int WRITES = 40;
    private static final Duration MAX_LAG = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres primary;
    private static TestReplica replica;

    private final String organization = "org-" + UUID.randomUUID();
    private ReplicaNode node;
    private ReplicaNode otherNode;

    @BeforeAll
    static void startServers() throws Exception {
        primary = TestPostgres.startServer(options -> options);
        try (Connection connection = primary.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role node login");
            statement.execute("create database nodes owner node");
        }
        JdbiStore.open(DatabaseSettings.of(urlOf(primary.getPort()), "node", null))
                .close();
        replica = TestReplica.of(primary, folder.resolve("replica"));
    }

    @AfterAll
    static void stopServers() throws Exception {
        replica.close();
        primary.close();
    }

    @BeforeEach
    void open() {
        node = node(new Replica(urlOf(replica.port()), MAX_LAG));
        otherNode = node(new Replica(urlOf(replica.port()), MAX_LAG));
        awaitReadsFromReplica();
    }

    @AfterEach
    void close() throws Exception {
        node.close();
        otherNode.close();
        replica.resume();
    }

    @Test
    void everyCallerReadsItsOwnWritesOnItsNodeAndWithTheTokenOnAnother() throws Exception {
        Queue<String> missing = new ConcurrentLinkedQueue<>();
        inParallel(2 * MEMBERS_OF_A_NODE, number -> {
            ReplicaNode home = number % 2 == 0 ? node : otherNode;
            ReplicaNode away = number % 2 == 0 ? otherNode : node;
            Caller member = member("member-" + number);
            for (int i = 0; i < WRITES; i++) {
                Contact written = home.create(member);
                String token =
                        home.contacts4j.readPosition(member).orElseThrow().toString();
                Caller withToken = member.readingFrom(ReadPosition.parse(token).orElseThrow());
                if (!home.lists(member, written)) {
                    missing.add("the node of the write does not list " + written.id());
                }
                if (!away.lists(withToken, written)) {
                    missing.add("another node does not list " + written.id());
                }
                home.contacts4j.contacts().update(member, written.id(), Patch.of(ContactField.DEPARTMENT, "moved"));
                if (home.lists(member, written)) {
                    missing.add("the node of the change lists the former department of " + written.id());
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void aReplicaThatIsPausedIsReadUntilItIsTooFarBehindAndAgainWhenItHasCaughtUp() throws Exception {
        Caller member = member("ada");
        Caller reader = member("bob");
        replica.pause();
        Contact written = node.create(member);
        assertThat(node.lists(member, written)).as("own write").isTrue();
        assertThat(node.lists(reader, written)).as("write of another member").isFalse();
        assertThat(node.contacts4j.contacts().get(reader, written.id())).isEqualTo(written);
        Awaitility.await().atMost(PATIENCE).until(() -> node.lists(reader, written));
        Awaitility.await().atMost(PATIENCE).until(() -> node.replicaTask().isFailing());
        assertThat(node.replicaTask().running()).isTrue();
        replica.resume();
        awaitReadsFromReplica();
        assertThat(node.lists(reader, written)).isTrue();
        Awaitility.await().atMost(PATIENCE).until(() -> !node.replicaTask().isFailing());
    }

    @Test
    void aReplicaThatIsStoppedUnderLoadLosesNoWriteAndFailsNoRead() throws Exception {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        Queue<Contact> written = new ConcurrentLinkedQueue<>();
        AtomicBoolean ended = new AtomicBoolean();
        List<Thread> load = start(2 * MEMBERS_OF_A_NODE, number -> {
            ReplicaNode home = number % 2 == 0 ? node : otherNode;
            Caller member = member("member-" + number);
            while (!ended.get()) {
                try {
                    Contact contact = home.create(member);
                    written.add(contact);
                    home.lists(member("reader"), contact);
                    if (!home.lists(member, contact)) {
                        throw new AssertionError("does not list its own write " + contact.id());
                    }
                } catch (RuntimeException | Error e) {
                    failures.add(e);
                }
            }
        });
        awaitReadsFromReplica();
        replica.stop();
        awaitMore(written, 100);
        Awaitility.await().atMost(PATIENCE).until(() -> node.replicaTask().isFailing());
        replica.start();
        awaitReadsFromReplica();
        ended.set(true);
        for (Thread thread : load) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(written)
                .allMatch(contact -> otherNode
                        .contacts4j
                        .contacts()
                        .find(member("ada"), contact.id())
                        .isPresent());
        Awaitility.await().atMost(PATIENCE).until(() -> !node.replicaTask().isFailing());
    }

    @Test
    void aNodeThatStartsLaterReadsEverythingThatWasWrittenBefore() throws Exception {
        Caller member = member("ada");
        replica.pause();
        Contact written = node.create(member);
        try (ReplicaNode restarted = node(new Replica(urlOf(replica.port()), MAX_LAG))) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> restarted.replicaTask().lastSuccess() != null
                            || restarted.replicaTask().isFailing());
            assertThat(restarted.lists(member, written)).isTrue();
        }
    }

    @Test
    void aServerThatIsNoReplicaIsNotRead() throws Exception {
        try (EmbeddedPostgres other = TestPostgres.startServer(options -> options);
                ReplicaNode misled =
                        node(new Replica(TestPostgres.settings(other).url(), MAX_LAG))) {
            Awaitility.await().atMost(PATIENCE).until(() -> misled.replicaTask().isFailing());
            Contact written = node.create(member("ada"));
            assertThat(misled.lists(member("bob"), written)).isTrue();
        }
    }

    @Test
    void onlyPostgresHasAReplicaAndItIsOneServer() {
        Replica usual = new Replica(replica.url(), MAX_LAG);
        assertThatThrownBy(() -> JdbiStore.open(DatabaseSettings.h2InMemory().withReplica(usual)))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContaining("requires PostgreSQL");
        Replica several = new Replica("jdbc:postgresql://one,two/postgres", MAX_LAG);
        assertThatThrownBy(() -> JdbiStore.open(TestPostgres.settings(primary).withReplica(several)))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContaining("must name one server");
    }

    private static ReplicaNode node(Replica read) {
        return new ReplicaNode(
                DatabaseSettings.of(urlOf(primary.getPort()), "node", null).withReplica(read));
    }

    private static String urlOf(int port) {
        return "jdbc:postgresql://localhost:" + port + "/nodes";
    }

    private Caller member(String id) {
        return Caller.member(organization, id);
    }

    private void awaitReadsFromReplica() {
        for (ReplicaNode each : List.of(node, otherNode)) {
            int before = each.readsFromReplica.get();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                each.contacts4j.members().list(member("reader"), null);
                return each.readsFromReplica.get() > before;
            });
        }
    }

    private static void awaitMore(Queue<?> queue, int more) {
        int before = queue.size();
        Awaitility.await().atMost(PATIENCE).until(() -> queue.size() >= before + more);
    }

    private static void inParallel(int threads, NumberedWork work) throws Exception {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (Thread thread : start(threads, number -> {
            try {
                work.run(number);
            } catch (Exception | Error e) {
                failures.add(e);
            }
        })) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    private static List<Thread> start(int threads, NumberedWork work) {
        List<Thread> started = new ArrayList<>();
        IntStream.range(0, threads).forEach(number -> {
            Thread thread = new Thread(() -> work.run(number));
            thread.start();
            started.add(thread);
        });
        return started;
    }

    private interface NumberedWork {

        void run(int number);
    }
}
