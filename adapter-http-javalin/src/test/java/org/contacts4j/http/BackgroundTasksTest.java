package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.application.importing.matching.MatchCandidates;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.OpenApi;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** Tests that background tasks survive errors and report their status to operators. */
class BackgroundTasksTest {

    private static final String FIRST = "a_" + UUID.randomUUID();
    private static final String SECOND = "b_" + UUID.randomUUID();

    @Test
    void importsOfOthersGoOnWhenAnErrorEndsOneAgainAndAgain() {
        FailingStore store = new FailingStore(FIRST);
        try (RunningApi api = over(store)) {
            String poisoned = submit(api.member(FIRST));
            await(() -> store.errors.get() > 0);
            String other = submit(api.member(SECOND));
            await(() -> state(api.member(SECOND), other).equals("done"));
            assertThat(state(api.member(FIRST), poisoned)).isNotEqualTo("done");
            await(() -> state(api.member(FIRST), poisoned).equals("failed"));
            assertThat(store.errors).hasValue(5);
            assertThat(api.member(FIRST).get("imports/" + poisoned).text("message"))
                    .contains("started 5 times without finishing a row");
        }
    }

    @Test
    void listsTheTasksAndStaysReadyWhileOneFails() {
        FailingStore store = new FailingStore(FIRST);
        try (RunningApi api = over(store)) {
            submit(api.member(FIRST));
            await(() -> metric(api, "failures_total") > 0);
            Reply ready = api.anonymous().get("/readyz");
            OpenApi.load().check("GET", "/readyz", ready);
            assertThat(ready.status()).isEqualTo(200);
            assertThat(ready.at("tasks").findValuesAsText("name"))
                    .containsExactly(
                            "api-key-uses",
                            "request-audit",
                            "imports",
                            "import-cleanup",
                            "attachment-cleanup",
                            "idempotency-cleanup",
                            "webhooks",
                            "webhook-cleanup");
            assertThat(ready.at("tasks").findValuesAsText("running")).containsOnly("true");
            assertThat(metric(api, "up")).isEqualTo(1);
            assertThat(metric(api, "last_success_age_seconds")).isNotNegative();
        }
    }

    @Test
    void isNotReadyWhenATaskOfTheStoreNoLongerRuns() {
        Instant since = Instant.parse("2026-01-02T03:04:05Z");
        TaskStatus dead = new TaskStatus("record-counts", false, null, since, 7);
        try (RunningApi api = RunningApi.over(contacts4j(new InMemoryStore()), withTasks(List.of(dead)))) {
            Reply reply = api.anonymous().get("/readyz");
            OpenApi.load().check("GET", "/readyz", reply);
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.body())
                    .contains("{\"name\":\"record-counts\",\"ok\":false,\"running\":false,"
                            + "\"failingSince\":\"2026-01-02T03:04:05.000Z\"}");
            assertThat(api.anonymous().get("/metrics").body())
                    .contains("contacts4j_background_task_up{task=\"record-counts\"} 0.0")
                    .contains("contacts4j_background_task_failing{task=\"record-counts\"} 1.0")
                    .contains("contacts4j_background_task_failures_total{task=\"record-counts\"} 7.0");
        }
    }

    @Test
    void answersMetricsInTheFormatOfPrometheus() {
        try (RunningApi api = over(new InMemoryStore())) {
            Reply reply = api.anonymous().get("/metrics");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            assertThat(reply.header("X-RateLimit-Limit")).isEmpty();
        }
    }

    private static RunningApi over(Store store) {
        return RunningApi.over(contacts4j(store));
    }

    private static Contacts4J contacts4j(Store store) {
        return Contacts4J.builder(store).build();
    }

    private static HttpSettings withTasks(List<TaskStatus> tasks) {
        HttpSettings usual = RunningApi.settings(TokenKeys.secret(TestTokens.SECRET));
        Readiness readiness = new Readiness() {
            @Override
            public List<Check> check() {
                return List.of(new Check("database", true));
            }

            @Override
            public List<TaskStatus> tasks() {
                return tasks;
            }
        };
        return new HttpSettings(
                usual.host(),
                0,
                usual.keys(),
                null,
                null,
                null,
                List.of(),
                usual.cursorKey(),
                readiness,
                "test",
                List.of(),
                null,
                DialectPorts.DEFAULT,
                false);
    }

    private static String submit(ApiClient client) {
        Reply reply = client.with("Content-Type", "text/csv").post("imports", "name\nAda\n");
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply.text("id");
    }

    private static String state(ApiClient client, String job) {
        return client.get("imports/" + job).text("state");
    }

    /** Returns a metric of the imports task. */
    private static double metric(RunningApi api, String name) {
        String line = "contacts4j_background_task_" + name + "{task=\"imports\"} ";
        return api.anonymous()
                .get("/metrics")
                .body()
                .lines()
                .filter(one -> one.startsWith(line))
                .mapToDouble(one -> Double.parseDouble(one.substring(line.length())))
                .findFirst()
                .orElse(0);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    /** Throws an error whenever an import of this organization stores a batch. */
    private static final class FailingStore implements Store {

        private final Store store = new InMemoryStore();
        private final OrganizationId poisoned;
        private final AtomicInteger errors = new AtomicInteger();

        FailingStore(String poisoned) {
            this.poisoned = new OrganizationId(poisoned);
        }

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return store.read(work);
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return store.write(tx -> work.apply(proxy(Transaction.class, (method, arguments) -> {
                Object answer = invoke(tx, method, arguments);
                return method.getName().equals("matchCandidates") ? poisoned((MatchCandidates) answer) : answer;
            })));
        }

        private MatchCandidates poisoned(MatchCandidates contacts) {
            return proxy(MatchCandidates.class, (method, arguments) -> {
                if (method.getName().equals("lock") && arguments[0].equals(poisoned)) {
                    errors.incrementAndGet();
                    throw new OutOfMemoryError("poison");
                }
                return invoke(contacts, method, arguments);
            });
        }

        private static <I> I proxy(Class<I> type, Call call) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> call.of(method, arguments)));
        }

        private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private interface Call {
            Object of(Method method, Object[] arguments) throws Throwable;
        }
    }
}
