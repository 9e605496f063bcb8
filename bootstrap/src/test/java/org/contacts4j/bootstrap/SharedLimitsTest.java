package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.DialectPorts;
import org.contacts4j.http.HttpSettings;
import org.contacts4j.http.TokenKeys;
import org.contacts4j.http.limit.LimitScope;
import org.contacts4j.http.limit.RateLimiter;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.inmemory.InMemoryStore;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verifies that nodes with a shared PostgreSQL database enforce rate limits together. */
class SharedLimitsTest {

    private static final int MANY = 100_000;

    private final String database = TestPostgres.freshDatabase();
    private final InetAddress client = InetAddress.getLoopbackAddress();
    private final ExecutorService callers = Executors.newFixedThreadPool(32);
    private JdbiStore store;
    private JdbiStore otherStore;

    @BeforeEach
    void open() {
        store = JdbiStore.open(DatabaseSettings.of(database, "postgres", null));
        otherStore = JdbiStore.open(DatabaseSettings.of(database, "postgres", null));
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        store.close();
        otherStore.close();
    }

    @Test
    void letThroughExactlyTheLimitHoweverTheRequestsAreSpread() throws Exception {
        try (RateLimiter one = node(store, 100);
                RateLimiter other = node(otherStore, 100)) {
            for (int perOrganization : List.of(100, 60, 5, 0)) {
                List<Callable<Boolean>> calls = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    RateLimiter node = i < perOrganization ? one : other;
                    calls.add(() -> passes(node, "org_" + perOrganization));
                }
                Collections.shuffle(calls, new Random(perOrganization));
                assertThat(passing(calls))
                        .as("%d of 200 at one node", perOrganization)
                        .isEqualTo(100);
            }
        }
    }

    @Test
    void neverLetThroughMoreWhenPortionsAreTaken() throws Exception {
        int limit = 3_000;
        try (RateLimiter one = node(store, limit);
                RateLimiter other = node(otherStore, limit)) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 2 * limit; i++) {
                RateLimiter node = i % 2 == 0 ? one : other;
                calls.add(() -> passes(node, "acme"));
            }
            assertThat(passing(calls)).isEqualTo(limit);
        }
    }

    @Test
    void giveBackWhatTheyTookInAdvance() {
        RateLimiter one = node(store, MANY);
        for (int i = 0; i < 1_000; i++) {
            assertThat(passes(one, "acme")).isTrue();
        }
        one.close();

        try (RateLimiter other = node(otherStore, MANY)) {
            assertThat(remaining(other, "acme")).isEqualTo(MANY - 1_001);
        }
    }

    @Test
    void goOnCountingWhereAnotherNodeStopped() {
        try (RateLimiter one = node(store, 2)) {
            assertThat(passes(one, "acme")).isTrue();
            assertThat(passes(one, "acme")).isTrue();
        }
        try (RateLimiter other = node(otherStore, 2)) {
            assertThat(passes(other, "acme")).isFalse();
        }
    }

    @Test
    void haveNobodyWaitForAnotherOrganization() throws Exception {
        try (RateLimiter node = node(store, 100);
                Connection rival = TestPostgres.connect(database)) {
            assertThat(passes(node, "busy")).isTrue();
            rival.setAutoCommit(false);
            rival.createStatement().execute("select 1 from rate_limit where id like '%busy' for update");
            List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> passes(node, "busy"), callers));
            }
            assertThat(CompletableFuture.supplyAsync(() -> passes(node, "acme")).get(2, TimeUnit.SECONDS))
                    .isTrue();
            rival.rollback();
            assertThat(waiting).allSatisfy(passed -> assertThat(passed.get()).isTrue());
        }
    }

    @Test
    void sayWhenTheyCannotCount() {
        try (RateLimiter node = node(store, 100)) {
            store.close();
            assertThatThrownBy(() -> passes(node, "acme")).isInstanceOf(ContactsFailure.Unavailable.class);
        }
    }

    @Test
    void haveRequestsAnswered503WhileTheyCannotCount() {
        HttpSettings settings =
                RunningApi.settings(TokenKeys.secret(TestTokens.SECRET), limits(store, 100), DialectPorts.DEFAULT);
        store.close();
        Contacts4J memory = Contacts4J.builder(new InMemoryStore()).build();
        try (RunningApi api = RunningApi.over(memory, settings)) {
            Reply reply = api.newcomer().get("contacts");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text("error")).isEqualTo("UNAVAILABLE");
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(api.anonymous().get("/livez").status()).isEqualTo(200);
        }
    }

    private static RateLimiter node(JdbiStore database, int limit) {
        return RateLimiter.start(limits(database, limit), new BackgroundTasks(Clock.systemUTC()));
    }

    private static RateLimits limits(JdbiStore database, int limit) {
        return new RateLimits(limit, limit, 60, 120, database.sharedStates().orElseThrow());
    }

    private boolean passes(RateLimiter node, String organization) {
        try {
            node.count(LimitScope.ORGANIZATION, Caller.member(organization, "ada"), client, (name, value) -> {});
            return true;
        } catch (Refusal e) {
            assertThat(e.reason()).isEqualTo(Refusal.Reason.TOO_MANY_REQUESTS);
            return false;
        }
    }

    private int remaining(RateLimiter node, String organization) {
        Map<String, String> headers = new HashMap<>();
        node.count(LimitScope.ORGANIZATION, Caller.member(organization, "ada"), client, headers::put);
        return Integer.parseInt(headers.get("X-RateLimit-Remaining"));
    }

    private long passing(List<Callable<Boolean>> calls) throws Exception {
        long passing = 0;
        for (Future<Boolean> call : callers.invokeAll(calls)) {
            passing += call.get() ? 1 : 0;
        }
        return passing;
    }
}
