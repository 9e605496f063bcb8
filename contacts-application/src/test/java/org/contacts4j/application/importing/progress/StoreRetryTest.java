package org.contacts4j.application.importing.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.contacts4j.domain.ContactsFailure;
import org.junit.jupiter.api.Test;

class StoreRetryTest {

    private static final Clock STOPPED = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final List<Duration> waits = new ArrayList<>();
    private final StoreRetry retry = new StoreRetry(STOPPED, waits::add);

    @Test
    void waitsLongerEachTimeAndThirtySecondsInAll() {
        Supplier<String> away = StoreRetryTest::unavailable;
        assertThatThrownBy(() -> retry.run(away, away)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(waits.subList(0, 7))
                .extracting(Duration::toMillis)
                .containsExactly(100L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L);
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(25), StoreRetry.LONGEST);
    }

    @Test
    void endsWhenTheAttemptsThemselvesTakeTheTime() {
        List<Instant> times = new ArrayList<>(List.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(30)));
        Clock passing = new Clock() {
            @Override
            public Instant instant() {
                return times.remove(0);
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
        Supplier<String> away = StoreRetryTest::unavailable;
        assertThatThrownBy(() -> new StoreRetry(passing, waits::add).run(away, away))
                .isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(waits).isEmpty();
    }

    @Test
    void doesNotRepeatAnyOtherFailure() {
        Supplier<String> refused = () -> {
            throw new ContactsFailure.Invalid("name", "is required");
        };
        assertThatThrownBy(() -> retry.run(refused, refused)).isInstanceOf(ContactsFailure.Invalid.class);
        assertThat(waits).isEmpty();
    }

    @Test
    void runsTheSecondWorkAfterTheFirstFailed() {
        assertThat(retry.run(StoreRetryTest::unavailable, () -> "again")).isEqualTo("again");
        assertThat(waits).hasSize(1);
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        StoreRetry interrupted = new StoreRetry(STOPPED, wait -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(() -> interrupted.run(StoreRetryTest::unavailable, () -> "again"))
                .isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static String unavailable() {
        throw new ContactsFailure.Unavailable("The store is away.", new IllegalStateException());
    }
}
