package org.contacts4j.application.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundTaskTest {

    private static final Duration SOON = Duration.ofMillis(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final BackgroundTasks tasks = new BackgroundTasks(new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class, IllegalStateException.class})
    void goesOnWithTheNextRoundAfterAnyThrowable(Class<? extends Throwable> thrown) throws Exception {
        Throwable failure = thrown.getConstructor().newInstance();
        Semaphore rounds = new Semaphore(0);
        try (BackgroundTask task = tasks.start("failing", SOON, heartbeat -> {
            rounds.release();
            throw asException(failure);
        })) {
            await(rounds, 3);
            TaskStatus status = task.status();
            assertThat(status.running()).isTrue();
            assertThat(status.isFailing()).isTrue();
            assertThat(status.failures()).isGreaterThanOrEqualTo(2);
            assertThat(status.lastSuccess()).isNull();
        }
    }

    @Test
    void startsTheNextRoundAtOnceAfterOneThatLeftWork() throws Exception {
        Semaphore rounds = new Semaphore(0);
        try (BackgroundTask task = tasks.startBusy("busy", Duration.ofHours(1), heartbeat -> {
            rounds.release();
            return true;
        })) {
            await(rounds, 3);
            assertThat(task.status().isFailing()).isFalse();
        }
    }

    @Test
    void goesOnAfterARoundThatWasInterrupted() throws Exception {
        Semaphore rounds = new Semaphore(0);
        try (BackgroundTask task = tasks.start("interrupted", SOON, heartbeat -> {
            rounds.release();
            Thread.currentThread().interrupt();
        })) {
            await(rounds, 3);
            assertThat(task.status().isFailing()).isFalse();
        }
    }

    @Test
    void logsOnceWhenFailuresBeginAndOnceWhenTheyEnd() throws Exception {
        List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
        Logger logger = Logger.getLogger(TaskHealth.class.getName());
        Handler handler = collecting(logged);
        logger.addHandler(handler);
        AtomicInteger left = new AtomicInteger(4);
        Semaphore successes = new Semaphore(0);
        try (BackgroundTask task = tasks.start("flaky", SOON, heartbeat -> {
            if (left.getAndDecrement() > 0) {
                throw new StackOverflowError("deep");
            }
            successes.release();
        })) {
            await(successes, 2);
            assertThat(task.status().failures()).isEqualTo(4);
            assertThat(task.status().isFailing()).isFalse();
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(logged).extracting(LogRecord::getLevel).containsExactly(Level.SEVERE, Level.INFO);
        assertThat(logged.get(0).getMessage()).contains("flaky");
        assertThat(logged.get(0).getThrown())
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("deep");
    }

    @Test
    void saysSinceWhenItFailsAndWhenItLastSucceeded() throws Exception {
        Instant start = now.get();
        Semaphore rounds = new Semaphore(0);
        try (BackgroundTask task = tasks.start("dated", SOON, heartbeat -> {
            rounds.release();
            if (!now.get().equals(start)) {
                throw new IllegalStateException();
            }
        })) {
            await(rounds, 1);
            now.set(start.plusSeconds(60));
            await(rounds, 3);
            TaskStatus status = task.status();
            assertThat(status.failingSince()).isEqualTo(start.plusSeconds(60));
            assertThat(status.lastSuccess()).isIn(null, start);
        }
    }

    @Test
    void doesNotRunWhenARoundIsStuckButDoesWhileItShowsProgress() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Semaphore begun = new Semaphore(0);
        AtomicReference<Runnable> heart = new AtomicReference<>();
        try (BackgroundTask task = tasks.start("slow", SOON, heartbeat -> {
            heart.set(heartbeat);
            begun.release();
            end.await();
        })) {
            await(begun, 1);
            now.set(now.get().plus(BackgroundTask.STUCK_AFTER));
            assertThat(task.status().running()).isTrue();
            now.set(now.get().plusSeconds(1));
            assertThat(task.status().running()).isFalse();
            heart.get().run();
            assertThat(task.status().running()).isTrue();
            assertThat(tasks.statuses()).containsExactly(task.status());
            end.countDown();
        }
    }

    @Test
    void beginsEarlierWhenItIsWoken() throws Exception {
        Semaphore rounds = new Semaphore(0);
        try (BackgroundTask task = tasks.start("waiting", Duration.ofHours(1), heartbeat -> rounds.release())) {
            task.wake();
            await(rounds, 1);
            task.wake();
            await(rounds, 1);
        }
    }

    @Test
    void waitsForTheCurrentRoundWhenItCloses() throws Exception {
        Semaphore begun = new Semaphore(0);
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        BackgroundTask task = tasks.start("closing", SOON, heartbeat -> {
            begun.release();
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        await(begun, 1);
        task.close();
        assertThat(interrupted.get()).isFalse();
        assertThat(task.status().running()).isFalse();
    }

    private static Exception asException(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }

    private static void await(Semaphore signs, int number) throws InterruptedException {
        assertThat(signs.tryAcquire(number, 20, TimeUnit.SECONDS)).isTrue();
    }

    private static Handler collecting(List<LogRecord> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
