package org.contacts4j.application;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.application.background.TaskStatus;

/**
 * The background work of one {@link Contacts4J} in this process: the given workers, and the maintenance of the store. An
 * application starts it, or leaves it to other nodes of the same store. Without any node that does it, imports of files
 * wait, webhooks receive nothing, and what was deleted keeps its space.
 *
 * <pre>{@code
 * try (Contacts4J contacts4j = Contacts4J.builder(store).build();
 *         Workers workers = Workers.of(contacts4j, Worker.attachmentCleanup()).start()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>Tasks run on daemon threads of their own. A round that fails is logged and repeated after the task's interval.
 * Thread-safe.
 */
public final class Workers implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Workers.class.getName());

    private final Contacts4J contacts4j;
    private final List<Worker> workers;
    private final BackgroundTasks tasks;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Workers(Contacts4J contacts4j, List<Worker> workers) {
        this.contacts4j = contacts4j;
        this.workers = workers;
        this.tasks = new BackgroundTasks(contacts4j.workerContext().clock());
    }

    /** Returns the background work of this instance, not started yet. */
    public static Workers of(Contacts4J contacts4j, Worker... workers) {
        return new Workers(contacts4j, List.of(workers));
    }

    /**
     * Starts the workers in the given order, then the maintenance of the store. If one cannot start, none runs.
     *
     * @return this
     * @throws IllegalStateException if they run already
     */
    public synchronized Workers start() {
        if (!running.isEmpty()) {
            throw new IllegalStateException("the workers run already");
        }
        try {
            workers.forEach(this::start);
            start(contacts4j.store().maintenance());
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void start(Worker worker) {
        running.push(worker.start(tasks, contacts4j.workerContext()));
    }

    /**
     * Returns the status of each task, in the order of their start: whether it is alive, when its last round succeeded,
     * and since when it fails. Empty before the start.
     */
    public List<TaskStatus> statuses() {
        return tasks.statuses();
    }

    /** Closes the workers, the last one first. Waits some seconds for the current round of each task. */
    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "A worker could not be closed; the others are closed as well", e);
            }
        }
    }
}
