package org.contacts4j.application.background;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Starts background tasks and lists their states. The caller that starts a task closes it. Thread-safe. */
public final class BackgroundTasks {

    private final Clock clock;
    private final List<Supplier<TaskStatus>> watched = new CopyOnWriteArrayList<>();

    /** Begins without a task. */
    public BackgroundTasks(Clock clock) {
        this.clock = clock;
    }

    /**
     * Starts a task: its first round after the delay, or after a second if that is shorter; each later one the delay after
     * the end of the one before.
     *
     * @param name a word for operators; the thread is called {@code contacts4j-<name>}
     */
    public BackgroundTask start(String name, Duration delay, BackgroundTask.Round round) {
        BackgroundTask task = new BackgroundTask(name, clock, delay, round);
        watched.add(task::status);
        task.start();
        return task;
    }

    /** Lists this work, which runs on other threads, as a task. */
    public void watch(TaskHealth health) {
        watched.add(health::status);
    }

    /** The state of each task, in the order of their start. */
    public List<TaskStatus> statuses() {
        return watched.stream().map(Supplier::get).toList();
    }
}
