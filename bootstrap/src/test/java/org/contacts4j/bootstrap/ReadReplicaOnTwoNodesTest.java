package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.jdbi.JdbiStore;
import org.contacts4j.jdbi.TestPostgres;
import org.contacts4j.jdbi.TestReplica;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies the header {@code X-Read-Position} at two nodes, while the replica applies nothing that is written. */
class ReadReplicaOnTwoNodesTest {

    private static final String POSITION = "X-Read-Position";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres primary;
    private static TestReplica replica;

    private final TestTokens tokens = TestTokens.of("org_" + UUID.randomUUID());
    private RunningApi node;
    private RunningApi otherNode;
    private Contacts4J contacts4j;
    private Contacts4J otherContacts4j;
    private ApiClient ada;
    private ApiClient adaAtOtherNode;

    @BeforeAll
    static void startDatabase() throws Exception {
        primary = TestPostgres.startServer(options -> options);
        JdbiStore.open(TestPostgres.settings(primary)).close();
        replica = TestReplica.of(primary, folder.resolve("replica"));
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        replica.close();
        primary.close();
    }

    @BeforeEach
    void startNodes() {
        contacts4j = open();
        otherContacts4j = open();
        node = RunningApi.over(contacts4j);
        otherNode = RunningApi.over(otherContacts4j);
        ada = node.with(tokens.with("sub", "ada"));
        adaAtOtherNode = otherNode.with(tokens.with("sub", "ada"));
        pauseReplica();
    }

    @AfterEach
    void stopNodes() throws Exception {
        replica.resume();
        node.close();
        otherNode.close();
        contacts4j.close();
        otherContacts4j.close();
    }

    @Test
    void aMemberWhoSendsThePositionOfAWriteReadsItAtAnotherNode() {
        Reply created = ada.create("Ada");
        assertThat(names(ada)).as("own write at the same node").contains("Ada");
        assertThat(names(adaAtOtherNode)).as("old list at another node").doesNotContain("Ada");
        ApiClient withPosition = adaAtOtherNode.with(POSITION, created.header(POSITION));
        assertThat(names(withPosition)).contains("Ada");
        assertThat(withPosition.post("contacts/search", "{}").body()).contains("Ada");
        assertThat(adaAtOtherNode.get("contacts/" + created.text("id")).status())
                .isEqualTo(200);
    }

    @Test
    void everyKindOfWriteHasAPosition() {
        Reply created = ada.create("Ada");
        String contact = "contacts/" + created.text("id");
        String before = created.header(POSITION);
        for (Reply reply : new Reply[] {
            ada.patch(contact, "{\"notes\": \"x\"}"), ada.put(contact, "{\"name\": \"Renamed\"}"), ada.delete(contact)
        }) {
            assertThat(reply.header(POSITION)).isNotEmpty().isNotEqualTo(before);
            before = reply.header(POSITION);
        }
        assertThat(ada.get("contacts").header(POSITION)).isEmpty();
        assertThat(names(adaAtOtherNode.with(POSITION, before))).doesNotContain("Renamed");
    }

    @Test
    void aReplayedAnswerHasThePositionOfTheFirstOneOrALaterOne() {
        String key = UUID.randomUUID().toString();
        Reply first = ada.with("Idempotency-Key", key).create("Once");
        assertThat(first.header(POSITION)).isNotEmpty();
        Reply replayed = adaAtOtherNode.with("Idempotency-Key", key).create("Once");
        assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(names(adaAtOtherNode)).contains("Once");
        assertThat(names(ada.with(POSITION, replayed.header(POSITION)))).contains("Once");
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        Reply reply = ada.with(POSITION, "yesterday").get("contacts");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.faultyFields()).containsExactly(POSITION);
    }

    private static Contacts4J open() {
        return Contacts4J.builder(JdbiStore.open(replica.settings(Duration.ofMinutes(5))))
                .build();
    }

    /** Makes the replica apply nothing more, at a moment when the other node reads from it. */
    private void pauseReplica() {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            replica.pause();
            String probe = "probe-" + UUID.randomUUID();
            ada.create(probe);
            boolean isOld = !names(adaAtOtherNode).contains(probe);
            if (!isOld) {
                replica.resume();
            }
            return isOld;
        });
    }

    private static String names(ApiClient client) {
        Reply reply = client.get("contacts");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }
}
