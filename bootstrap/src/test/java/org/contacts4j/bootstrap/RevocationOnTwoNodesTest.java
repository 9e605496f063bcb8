package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Verifies that what one node revokes is refused by another one, and that API keys are stored and logged nowhere. */
class RevocationOnTwoNodesTest {

    private static final Duration PROMISE = Duration.ofSeconds(2);

    private final String database = TestPostgres.freshDatabase();
    private final String organization = "org_" + UUID.randomUUID();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.contacts4j");
    private Contacts4J contacts4j;
    private Contacts4J otherContacts4j;
    private RunningApi node;
    private RunningApi otherNode;

    @BeforeEach
    void start() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.TRACE);
        contacts4j = open();
        otherContacts4j = open();
        node = RunningApi.over(contacts4j);
        otherNode = RunningApi.over(otherContacts4j);
    }

    @AfterEach
    void stop() {
        node.close();
        otherNode.close();
        contacts4j.close();
        otherContacts4j.close();
        logger.setLevel(null);
        logger.detachAppender(log);
    }

    @Test
    void aKeyThatOneNodeRevokesIsRefusedByTheOther() {
        Reply created = admin(node).post("api-keys", "{\"name\": \"CI\"}");
        ApiClient key = otherNode.anonymous().withToken(created.text("key"));
        assertThat(key.get("contacts").status()).isEqualTo(200);
        assertThat(admin(node).delete("api-keys/" + created.text("id")).status())
                .isEqualTo(204);
        awaitRefusal(key);
    }

    @Test
    void tokensThatOneNodeRevokesAreRefusedByTheOther() {
        ApiClient bo = otherNode.with(TestTokens.of(organization).with("sub", "bo"));
        ApiClient eve =
                otherNode.with(TestTokens.of(organization).with("sub", "eve").with("jti", "t-1"));
        assertThat(bo.get("contacts").status()).isEqualTo(200);
        assertThat(eve.get("contacts").status()).isEqualTo(200);
        admin(node).post("token-revocations", "{\"subject\": \"bo\"}");
        awaitRefusal(bo);
        admin(node).post("token-revocations", "{\"jti\": \"t-1\"}");
        awaitRefusal(eve);
    }

    @Test
    void theSecretOfAKeyIsInNoTableAndNoLogMessage() throws SQLException {
        ApiClient repeating =
                admin(node).with("Idempotency-Key", UUID.randomUUID().toString());
        Reply created = repeating.post("api-keys", "{\"name\": \"CI\"}");
        String key = created.text("key");
        assertThat(repeating.post("api-keys", "{\"name\": \"CI\"}").text("key")).isEqualTo(key);
        String secret = key.substring(key.length() - 43);
        ApiClient client = otherNode.anonymous().with("x-api-key", key);
        client.create("Ada");
        client.post("contacts", "{not json");
        client.with("X-Org-Id", "other").get("contacts");
        otherNode.anonymous().withToken(key + "x").get("contacts");
        Awaitility.await()
                .until(() -> !admin(node)
                        .get("api-keys/" + created.text("id"))
                        .at("lastUsedAt")
                        .isNull());
        List<String> rows = dump();
        assertThat(rows).anyMatch(row -> row.contains(created.text("id")));
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(rows).noneMatch(row -> row.contains(secret) || row.contains(hex));
        assertThat(List.copyOf(log.list))
                .noneMatch(event -> event.getFormattedMessage().contains(secret));
    }

    private Contacts4J open() {
        return Contacts4J.builder(JdbiStore.open(DatabaseSettings.of(database, "postgres", null)))
                .build();
    }

    private ApiClient admin(RunningApi api) {
        return api.with(TestTokens.of(organization).with("role", "admin"));
    }

    private static void awaitRefusal(ApiClient client) {
        Awaitility.await().atMost(PROMISE).until(() -> client.get("contacts").status() == 401);
    }

    /** Returns every row of every table as text. */
    private List<String> dump() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = TestPostgres.connect(database);
                Statement statement = connection.createStatement()) {
            for (String table : texts(statement, "select tablename from pg_tables where schemaname = 'public'")) {
                rows.addAll(texts(statement, "select row_to_json(t)::text from " + table + " t"));
            }
        }
        return rows;
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
