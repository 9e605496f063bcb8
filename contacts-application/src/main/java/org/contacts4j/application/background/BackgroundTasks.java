package org.contacts4j.application.background;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Starts background tasks and lists their statuses. The caller that starts a task closes it. Thread-safe. */
public final class BackgroundTasks {

    private final Clock clock;
    private final List<Supplier<List<TaskStatus>>> watched = new CopyOnWriteArrayList<>();

    /** Creates an instance without tasks. */
    public BackgroundTasks(Clock clock) {
        this.clock = clock;
    }

    /**
     * Starts a task. Its first round runs after the delay or after one second, whichever is shorter. Each later round
     * starts one delay after the previous one ended.
     *
     * @param name a word for operators; the thread is called {@code contacts4j-<name>}
     */
    public BackgroundTask start(String name, Duration delay, BackgroundTask.Round round) {
        return startBusy(name, delay, heartbeat -> {
            round.run(heartbeat);
            return false;
        });
    }

    /**
     * Starts a task like {@link #start}. A round that returns true is followed by the next one after 50 ms instead of the
     * delay.
     *
     * @param name a word for operators; the thread is called {@code contacts4j-<name>}
     */
    public BackgroundTask startBusy(String name, Duration delay, BackgroundTask.BusyRound round) {
        BackgroundTask task = new BackgroundTask(name, clock, delay, round);
        watch(() -> List.of(task.status()));
        task.start();
        return task;
    }

    /** Lists the tasks of another component with the own ones. */
    public void watch(Supplier<List<TaskStatus>> others) {
        watched.add(others);
    }

    /** Returns the status of each task, in the order of their start. */
    public List<TaskStatus> statuses() {
        return watched.stream().flatMap(tasks -> tasks.get().stream()).toList();
    }
}
