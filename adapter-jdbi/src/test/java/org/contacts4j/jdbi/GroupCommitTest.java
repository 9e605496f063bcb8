package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class GroupCommitTest {

    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger onDisk = new AtomicInteger();
    private final AtomicInteger flushes = new AtomicInteger();

    @Test
    void returnsOnlyWhenWhatWasCommittedIsOnDisk() throws Exception {
        GroupCommit commits = new GroupCommit(this::flush);
        ExecutorService writers = Executors.newFixedThreadPool(16);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            answers.add(writers.submit(() -> {
                int mine = committed.incrementAndGet();
                commits.await();
                return onDisk.get() >= mine;
            }));
        }
        for (Future<Boolean> answer : answers) {
            assertThat(answer.get()).isTrue();
        }
        writers.shutdown();
    }

    @Test
    void writesOnceForAllWhoWaited() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        GroupCommit commits = new GroupCommit(() -> {
            started.countDown();
            waitFor(goOn);
            flushes.incrementAndGet();
        });
        ExecutorService writers = Executors.newFixedThreadPool(9);
        List<Future<?>> answers = new ArrayList<>();
        answers.add(writers.submit(commits::await));
        started.await();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(writers.submit(() -> {
                synchronized (waiting) {
                    waiting.add(Thread.currentThread());
                }
                commits.await();
            }));
        }
        while (!allWait(waiting, 8)) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        for (Future<?> answer : answers) {
            answer.get();
        }
        writers.shutdown();
        assertThat(flushes).hasValue(2);
    }

    @Test
    void tellsTheWriterWhenItsCommitCannotBeWritten() {
        GroupCommit commits = new GroupCommit(() -> {
            if (flushes.incrementAndGet() == 1) {
                throw new IllegalStateException("disk full");
            }
        });
        assertThatThrownBy(commits::await).hasMessage("disk full");
        commits.await();
        assertThat(flushes).hasValue(2);
    }

    private void flush() {
        onDisk.set(committed.get());
    }

    private static boolean allWait(List<Thread> threads, int count) {
        synchronized (threads) {
            return threads.size() == count
                    && threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
