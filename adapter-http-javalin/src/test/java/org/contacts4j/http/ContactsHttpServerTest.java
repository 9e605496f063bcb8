package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.junit.jupiter.api.Test;

class ContactsHttpServerTest {

    @Test
    void saysWhenThePortIsInUse() {
        try (RunningApi first = RunningApi.over(over(failing(new IllegalStateException())))) {
            HttpSettings taken = onPort(first.port());
            assertThatThrownBy(() -> ContactsHttpServer.start(over(failing(new IllegalStateException())), taken))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("127.0.0.1:" + first.port());
        }
    }

    @Test
    void answers503WhenTheStoreIsAway() {
        Store away = failing(new ContactsFailure.Unavailable("The database is away.", new RuntimeException("secret")));
        try (RunningApi api = RunningApi.over(over(away))) {
            Reply reply = api.newcomer().get("contacts");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text("error")).isEqualTo("UNAVAILABLE");
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(reply.body()).doesNotContain("secret");
        }
    }

    @Test
    void tellsNothingOfTheInsideWhenItFails() {
        try (RunningApi api = RunningApi.over(over(failing(new IllegalStateException("select * from secret"))))) {
            Reply reply = api.newcomer().get("contacts");
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.text("error")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(reply.text("requestId")).isEqualTo(reply.header("X-Request-Id"));
            assertThat(reply.body()).doesNotContain("secret", "IllegalState");
        }
    }

    @Test
    void survivesAnErrorOfTheMachine() {
        Store overflowing = failing(() -> {
            throw new StackOverflowError();
        });
        try (RunningApi api = RunningApi.over(over(overflowing))) {
            assertThat(api.newcomer().get("contacts").text("error")).isEqualTo("INTERNAL_SERVER_ERROR");
        }
    }

    @Test
    void finishesWhatIsInFlightWhenItCloses() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        Store slow = failing(() -> {
            reached.countDown();
            pause();
            return new ContactsFailure.ContactNotFound();
        });
        RunningApi api = RunningApi.over(over(slow));
        CompletableFuture<Reply> inFlight =
                CompletableFuture.supplyAsync(() -> api.newcomer().get("contacts/x"));
        reached.await();
        api.close();
        assertThat(inFlight.get().status()).isEqualTo(404);
    }

    @Test
    void isNotReadyWhenACheckFails() {
        HttpSettings settings = RunningApi.settings(TokenKeys.secret(TestTokens.SECRET));
        HttpSettings unready = new HttpSettings(
                settings.host(),
                0,
                settings.keys(),
                null,
                null,
                null,
                settings.publicOrganizations(),
                settings.cursorKey(),
                () -> List.of(new Readiness.Check("database", true), new Readiness.Check("migrations", false)),
                "test",
                List.of(),
                null,
                DialectPorts.DEFAULT,
                false);
        try (RunningApi api = RunningApi.over(over(failing(new IllegalStateException())), unready)) {
            Reply reply = api.anonymous().get("/readyz");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.at("checks[1].ok").asBoolean()).isFalse();
        }
    }

    private static HttpSettings onPort(int port) {
        HttpSettings free = RunningApi.settings(TokenKeys.secret(TestTokens.SECRET));
        return new HttpSettings(
                free.host(),
                port,
                free.keys(),
                null,
                null,
                null,
                free.publicOrganizations(),
                free.cursorKey(),
                free.readiness(),
                free.version(),
                List.of(),
                null,
                DialectPorts.DEFAULT,
                false);
    }

    private static Contacts4J over(Store store) {
        return Contacts4J.builder(store).build();
    }

    private static Store failing(RuntimeException failure) {
        return failing(() -> failure);
    }

    private static Store failing(Supplier<RuntimeException> failure) {
        return new Store() {
            @Override
            public <T> T read(Function<Transaction, T> work) {
                throw failure.get();
            }

            @Override
            public <T> T write(Function<Transaction, T> work) {
                throw failure.get();
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
