package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the effect of one organization's slow requests on other organizations. */
@Timeout(60)
class OrganizationConcurrencyTest {

    private static final int SHARE = 32;
    private static final OrganizationId LOUD = new OrganizationId("org_loud");
    private static final String QUIET = "org_quiet";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void answersOthersWhileOneOrganizationWaitsForItsOwnRequests() throws Exception {
        BlockingStore store = new BlockingStore();
        try (RunningApi api = over(store)) {
            List<CompletableFuture<Reply>> loud = callsOf(api, SHARE + 4);
            store.stuck.acquire(SHARE);
            assertThat(api.member(QUIET).get("contacts").status()).isEqualTo(200);
            assertThat(api.anonymous().get("/readyz").status()).isEqualTo(200);
            assertThat(store.stuck.availablePermits()).isZero();
            store.open.countDown();
            assertThat(loud).allMatch(call -> call.join().status() == 200);
        }
    }

    @Test
    void refusesRequestsThatWaitTooLong() throws Exception {
        BlockingStore store = new BlockingStore();
        try (RunningApi api = over(store)) {
            List<CompletableFuture<Reply>> stuck = callsOf(api, SHARE);
            store.stuck.acquire(SHARE);
            Reply late = api.member(LOUD.value()).get("contacts");
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.text("error")).isEqualTo("UNAVAILABLE");
            assertThat(late.header("Retry-After")).isEqualTo("1");
            assertThat(late.body()).contains("too many requests in progress");
            store.open.countDown();
            assertThat(stuck).allMatch(call -> call.join().status() == 200);
            assertThat(api.member(LOUD.value()).get("contacts").status()).isEqualTo(200);
        }
    }

    @Test
    void runsOneImportOfAnOrganizationAtATime() throws Exception {
        BlockingStore store = new BlockingStore();
        try (RunningApi api = over(store)) {
            CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> importTo(api, LOUD.value()), threads);
            store.stuck.acquire();
            Reply second = importTo(api, LOUD.value());
            assertThat(second.status()).isEqualTo(503);
            assertThat(second.body()).contains("An import of your organization is running already");
            assertThat(importTo(api, QUIET).status()).isEqualTo(200);
            store.open.countDown();
            assertThat(first.join().status()).isEqualTo(200);
            assertThat(importTo(api, LOUD.value()).status()).isEqualTo(200);
        }
    }

    private static Reply importTo(RunningApi api, String organization) {
        byte[] file = "name\nAda Lovelace\n".getBytes(StandardCharsets.UTF_8);
        return api.member(organization).with("Content-Type", "text/csv").send("contacts/import?dryRun=true", file);
    }

    private List<CompletableFuture<Reply>> callsOf(RunningApi api, int count) {
        List<CompletableFuture<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(
                    CompletableFuture.supplyAsync(() -> api.member(LOUD.value()).get("contacts"), threads));
        }
        return calls;
    }

    private static RunningApi over(Store store) {
        return RunningApi.over(Contacts4J.builder(store).build());
    }

    /**
     * Blocks the queries of one organization until the latch opens, without holding the store's locks. Revocations of
     * tokens are read by one request for all, so they do not block.
     */
    private static final class BlockingStore implements Store {

        private static final String CHECKED_ONCE = "tokenRevocations";

        private final InMemoryStore store = new InMemoryStore();
        private final CountDownLatch open = new CountDownLatch(1);
        private final Semaphore stuck = new Semaphore(0);

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return work.apply(proxy(
                    Transaction.class,
                    (port, args) -> args == null
                            ? proxy(port.getReturnType(), (question, asked) -> ask(port, question, asked))
                            : store.read(tx -> invoke(port, tx, args))));
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return store.write(work);
        }

        private Object ask(Method port, Method question, Object[] args) throws InterruptedException {
            if (LOUD.equals(args[0]) && !port.getName().equals(CHECKED_ONCE)) {
                stuck.release();
                open.await();
            }
            return store.read(tx -> invoke(question, invoke(port, tx), args));
        }

        private static Object invoke(Method method, Object target, Object... args) {
            try {
                return method.invoke(target, args);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static <P> P proxy(Class<P> type, Answer answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answer.to(method, args)));
        }

        private interface Answer {
            Object to(Method method, Object[] args) throws Exception;
        }
    }
}
