package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tests that probes are cheap and are answered whatever the state of the database. */
class CachedReadinessTest {

    private static final List<Readiness.Check> READY = List.of(new Readiness.Check("database", true));

    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void checksOnceForAllWhoAskAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Readiness recent = new CachedReadiness(() -> {
            checks.incrementAndGet();
            await(asked);
            return READY;
        });
        List<Thread> probes =
                IntStream.range(0, 20).mapToObj(i -> new Thread(recent::check)).toList();
        probes.forEach(Thread::start);
        asked.countDown();
        for (Thread probe : probes) {
            probe.join();
        }
        assertThat(recent.check()).isEqualTo(READY);
        assertThat(checks).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void isNotReadyWhileTheChecksHangAndReadyAgainAfterwards() {
        CountDownLatch hangs = new CountDownLatch(1);
        Readiness recent = new CachedReadiness(() -> {
            await(hangs);
            return READY;
        });
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 100; i++) {
                assertThat(recent.check()).containsExactly(new Readiness.Check("checks", false));
            }
        });
        hangs.countDown();
        Awaitility.await().until(() -> recent.check().equals(READY));
    }

    @Test
    void isNotReadyWhenTheChecksFail() {
        Readiness recent = new CachedReadiness(() -> {
            throw new IllegalStateException("the database is odd");
        });
        assertThat(recent.check()).containsExactly(new Readiness.Check("checks", false));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
