package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies the default rate limits, on two servers that share a PostgreSQL database. */
class RateLimitIT {

    private static final String SECRET = "a secret that is longer than 32 bytes";
    private static final int PER_MINUTE = 100;
    private static final int AT_ONCE = 40;

    private final ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void letsExactlyAsManyThroughAsAreLeftOnTwoNodesTogether() throws Exception {
        String database = TestPostgres.freshDatabase();
        try (ServerProcess one = node("one", database);
                ServerProcess other = node("other", database)) {
            assertThat(passing("evenly", one, 100, other, 100)).isEqualTo(PER_MINUTE);
            assertThat(passing("unevenly", one, 15, other, 185)).isEqualTo(PER_MINUTE);
            assertThat(get(one, "evenly").headers().firstValue("Retry-After")).isPresent();
            assertThat(get(other, "nobody-yet").headers().firstValue("X-RateLimit-Remaining"))
                    .as("somebody else's requests")
                    .hasValue("999");
        }
    }

    @Test
    void believesTrustedProxiesAndNobodyElse() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                directory, "--port", "0", "--trusted-proxies", "127.0.0.0/8", "--rate-limit-public-minute", "1")) {
            assertThat(anonymousBehindProxy(server, "203.0.113.1")).isEqualTo(401);
            assertThat(anonymousBehindProxy(server, "203.0.113.1")).isEqualTo(429);
            assertThat(anonymousBehindProxy(server, "203.0.113.2")).isEqualTo(401);
        }
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0", "--rate-limit-public-minute", "1")) {
            assertThat(anonymousBehindProxy(server, "203.0.113.1")).isEqualTo(401);
            assertThat(anonymousBehindProxy(server, "203.0.113.2")).isEqualTo(429);
        }
    }

    private long passing(String organization, ServerProcess one, int perOrganization, ServerProcess other, int ofOther)
            throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        IntStream.range(0, Math.max(perOrganization, ofOther)).forEach(i -> {
            if (i < perOrganization) {
                calls.add(() -> get(one, organization).status());
            }
            if (i < ofOther) {
                calls.add(() -> get(other, organization).status());
            }
        });
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : callers.invokeAll(calls)) {
            statuses.add(status.get());
        }
        assertThat(statuses).containsOnly(200, 429);
        return statuses.stream().filter(status -> status == 200).count();
    }

    private ServerProcess node(String name, String database) throws Exception {
        return ServerProcess.start(
                Files.createDirectory(directory.resolve(name)),
                "--port",
                "0",
                "--db-url",
                database,
                "--db-user",
                "postgres",
                "--jwt-secret",
                SECRET);
    }

    private static Reply get(ServerProcess server, String organization) throws Exception {
        return Clients.of(server, SECRET, organization).get("contacts");
    }

    private static int anonymousBehindProxy(ServerProcess server, String client) throws Exception {
        return ApiClient.of(server.url())
                .with("X-Forwarded-For", client)
                .get("contacts")
                .status();
    }
}
