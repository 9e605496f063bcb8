package org.contacts4j.http.auth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.access.ApiKeyService.Created;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyField;
import org.contacts4j.domain.access.ApiKeySecret;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.network.IpAddress;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;

class ApiKeyVerifierTest {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Caller ADMIN = new Caller(ACME, new MemberId("boss"), Role.ADMIN, DataScope.ALL);
    private static final InetAddress CLIENT = address("203.0.113.9");

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final CountingStore store = new CountingStore();
    private final Contacts4J contacts4j = Contacts4J.builder(store).clock(clock).build();
    private final ApiKeyVerifier verifier = new ApiKeyVerifier(contacts4j.apiKeys(), clock);

    @Test
    void aKeyExpiresAtItsTime() {
        Created created = contacts4j
                .apiKeys()
                .create(
                        ADMIN,
                        named().set(ApiKeyField.EXPIRES_AT, clock.instant().plusSeconds(60)));
        now = now.plus(Duration.ofSeconds(60).minusMillis(1));
        assertThat(verify(created)).isEqualTo(created.key());
        now = now.plus(Duration.ofMillis(1));
        assertThatThrownBy(() -> verify(created)).isInstanceOf(Refusal.class).hasMessage("The API key has expired.");
    }

    @Test
    void aKeyIsReadOnceASecond() {
        Created created = contacts4j.apiKeys().create(ADMIN, named());
        store.reads.set(0);
        long begun = System.nanoTime();
        IntStream.range(0, 100).forEach(i -> verify(created));
        assertThat(store.reads.get())
                .isBetween(
                        1, 1 + (int) Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    @Test
    void usesAreRecordedInTheBackgroundAndOnceAMinute() {
        Created created = contacts4j.apiKeys().create(ADMIN, named());
        verify(created);
        assertThat(lastUse(created)).isNull();
        verifier.close();
        ApiKey.Use first = new ApiKey.Use(clock.instant(), "203.0.113.9");
        assertThat(lastUse(created)).isEqualTo(first);
        now = now.plus(Duration.ofSeconds(59));
        verify(created);
        verifier.close();
        assertThat(lastUse(created)).isEqualTo(first);
    }

    @Test
    void anAddressThatSendsTooManyUnknownKeysCausesNoMoreQueriesAndKeepsItsValidKeys() {
        Created created = contacts4j.apiKeys().create(ADMIN, named());
        verify(created);
        IntStream.range(0, 60).forEach(this::verifyUnknown);
        store.reads.set(0);
        IntStream.range(60, 100).forEach(this::verifyUnknown);
        assertThat(store.reads).hasValue(0);
        assertThat(verify(created)).isEqualTo(created.key());
        Created unused = contacts4j.apiKeys().create(ADMIN, named());
        assertThatThrownBy(() -> verify(unused)).isInstanceOf(Refusal.class);
        assertThat(verifier.verify(unused.secret().text(), from(address("203.0.113.10")))
                        .key())
                .isEqualTo(unused.key());
    }

    @Test
    void anUnavailableStoreIsAskedOnceASecond() {
        Created created = contacts4j.apiKeys().create(ADMIN, named());
        store.reads.set(0);
        store.fails = true;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> verify(created)).isInstanceOf(ContactsFailure.Unavailable.class);
        }
        assertThat(store.reads).hasValue(1);
    }

    private ApiKey verify(Created created) {
        return verifier.verify(created.secret().text(), from(CLIENT)).key();
    }

    private void verifyUnknown(int number) {
        byte[] random = new byte[ApiKeySecret.BYTES];
        random[0] = (byte) number;
        assertThatThrownBy(() -> verifier.verify(ApiKeySecret.of(ACME, random).text(), from(CLIENT)))
                .isInstanceOf(Refusal.class);
    }

    private ApiKey.Use lastUse(Created created) {
        return contacts4j.apiKeys().get(ADMIN, created.key().id()).lastUse();
    }

    private static Patch<ApiKey> named() {
        return Patch.of(ApiKeyField.NAME, "CI");
    }

    private static RequestHead from(InetAddress client) {
        return new RequestHead("GET", "/", header -> null, "id", "", client);
    }

    private static InetAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    /** A store in memory that counts its reads. */
    private static final class CountingStore implements Store {

        private final Store store = new InMemoryStore();
        private final AtomicInteger reads = new AtomicInteger();
        private volatile boolean fails;

        @Override
        public <T> T read(Function<Transaction, T> work) {
            reads.incrementAndGet();
            if (fails) {
                throw new ContactsFailure.Unavailable("The store is unavailable.");
            }
            return store.read(work);
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return store.write(work);
        }
    }
}
