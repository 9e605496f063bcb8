package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies deliveries from two nodes with a shared database, to a receiver that fails in every way, while nodes are
 * killed.
 */
@Order(1)
class WebhookIT {

    private static final String SECRET = "the nodes share this secret of many bytes";
    private static final int CONTACTS = 40;
    private static final int CHANGES_A_ROUND = 2;
    private static final int ROUNDS = 3;
    private static final int PATIENCE_SECONDS = 120;

    private final List<String> contacts = new ArrayList<>();
    private final String database = TestPostgres.freshDatabase();
    private int turn;

    @TempDir
    private Path directory;

    @Test
    void tellsOfEverythingInOrderThroughFailuresAndKills() throws Exception {
        try (FlakyReceiver receiver = new FlakyReceiver();
                ServerProcess first = node("first");
                ServerProcess second = node("second")) {
            String webhook = send(first, "POST", "webhooks", "{\"url\":\"" + receiver.url() + "\"}", 201);
            receiver.verifyWith(value("secret", webhook));
            createContacts(first, second);
            changeAll(first, second);
            int seen = receiver.arrivals();
            receiver.awaitArrivals(seen + 20, PATIENCE_SECONDS);
            first.kill();
            changeAll(second, second);
            try (ServerProcess third = node("third")) {
                receiver.awaitArrivals(receiver.arrivals() + 20, PATIENCE_SECONDS);
                second.kill();
                changeAll(third, third);
                changeNothing(third);
                receiver.awaitArrivals(receiver.arrivals() + 20, PATIENCE_SECONDS);
                int expected = CONTACTS * (1 + ROUNDS * CHANGES_A_ROUND);
                assertThat(receiver.taken()).isLessThan(expected);
                receiver.recover();
                receiver.awaitTaken(expected, PATIENCE_SECONDS);
                assertThat(receiver.taken()).isEqualTo(expected);
                assertThat(receiver.complaints()).isEmpty();
                String rest =
                        send(third, "GET", "webhooks/" + value("id", webhook) + "/deliveries?state=failed", "", 200);
                assertThat(rest).contains("\"data\":[]");
            }
        }
    }

    private ServerProcess node(String name) throws Exception {
        return ServerProcess.start(
                Files.createDirectory(directory.resolve(name)),
                "--rate-limit",
                "off",
                "--port",
                "0",
                "--db-url",
                database,
                "--db-user",
                "postgres",
                "--jwt-secret",
                SECRET,
                "--webhook-allow",
                "127.0.0.0/8",
                "--webhook-retry-schedule",
                "1s,2s,5s",
                "--webhook-timeout",
                "2s");
    }

    private void createContacts(ServerProcess one, ServerProcess other) throws Exception {
        for (int i = 0; i < CONTACTS; i++) {
            ServerProcess node = i % 2 == 0 ? one : other;
            contacts.add(
                    value("id", send(node, "POST", "contacts", "{\"name\":\"Turn 0\",\"code\":\"C" + i + "\"}", 201)));
        }
    }

    /** The name of each contact contains its number of changes, so that the receiver can check the order. */
    private void changeAll(ServerProcess one, ServerProcess other) throws Exception {
        for (int change = 0; change < CHANGES_A_ROUND; change++) {
            turn++;
            for (int i = 0; i < contacts.size(); i++) {
                ServerProcess node = (i + turn) % 2 == 0 ? one : other;
                send(node, "PATCH", "contacts/" + contacts.get(i), "{\"name\":\"Turn " + turn + "\"}", 200);
            }
        }
    }

    /** Sends changes that are rejected, some after they were written. No delivery may report them. */
    private void changeNothing(ServerProcess node) throws Exception {
        for (String contact : contacts.subList(1, contacts.size())) {
            send(node, "PATCH", "contacts/" + contact, "{\"name\":\"Turn 99\",\"code\":\"C0\"}", 409);
        }
        send(node, "POST", "contacts", "{\"name\":\"Turn 99\",\"code\":\"C0\"}", 409);
    }

    private String send(ServerProcess node, String method, String path, String body, int status) throws Exception {
        Reply reply = ApiClient.of(node.url())
                .withToken(Clients.token(SECRET, "acme", Role.ADMIN))
                .call(method, path, body.isEmpty() ? null : body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply.body();
    }

    private static String value(String member, String json) {
        Matcher matcher = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return matcher.group(1);
    }
}
