package org.contacts4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.Worker;
import org.contacts4j.application.Workers;
import org.contacts4j.application.background.TaskStatus;
import org.junit.jupiter.api.Test;

/** Tests of the background work that an application starts or not. */
final class WorkersTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void runNothingBeforeTheirStartAndAfterTheirEnd() throws InterruptedException {
        Semaphore rounds = new Semaphore(0);
        Worker counting =
                (tasks, context) -> tasks.start("counting", Duration.ofMillis(1), heartbeat -> rounds.release());
        Contacts4J contacts4j = Contacts4J.builder(new InMemoryStore()).build();
        Workers workers = Workers.of(contacts4j, counting, Worker.attachmentCleanup());
        assertThat(workers.statuses()).isEmpty();
        workers.start();
        assertThat(rounds.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        assertThat(workers.statuses()).extracting(TaskStatus::name).containsExactly("counting", "attachment-cleanup");
        assertThat(workers.statuses()).allMatch(TaskStatus::running);
        workers.close();
        assertThat(workers.statuses()).noneMatch(TaskStatus::running);
    }

    @Test
    void closeTheLastOneFirstAndAllOfThemWhenOneFails() {
        Worker failing = (tasks, context) -> () -> {
            closed.add("failing");
            throw new IllegalStateException("this worker cannot be closed; the test wants that");
        };
        Workers.of(Contacts4J.builder(new MaintainedStore()).build(), noting("first"), failing, noting("third"))
                .start()
                .close();
        assertThat(closed).containsExactly("maintenance", "third", "failing", "first");
    }

    @Test
    void runNoneWhenOneCannotStart() {
        Worker broken = (tasks, context) -> {
            throw new IllegalArgumentException("broken");
        };
        Workers workers =
                Workers.of(Contacts4J.builder(new InMemoryStore()).build(), noting("first"), broken, noting("third"));
        assertThatThrownBy(workers::start).hasMessage("broken");
        assertThat(closed).containsExactly("first");
    }

    @Test
    void refuseToStartTwice() {
        try (Workers workers =
                Workers.of(Contacts4J.builder(new InMemoryStore()).build()).start()) {
            assertThatThrownBy(workers::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closeTheStoreWithItsInstance() {
        try (Contacts4J contacts4j = Contacts4J.builder(new MaintainedStore()).build()) {
            Workers.of(contacts4j).start().close();
        }
        assertThat(closed).containsExactly("maintenance", "store");
    }

    private Worker noting(String name) {
        return (tasks, context) -> () -> closed.add(name);
    }

    /** A store with background work of its own. */
    private final class MaintainedStore implements Store {

        private final Store store = new InMemoryStore();

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return store.read(work);
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return store.write(work);
        }

        @Override
        public Worker maintenance() {
            return noting("maintenance");
        }

        @Override
        public void close() {
            closed.add("store");
        }
    }
}
