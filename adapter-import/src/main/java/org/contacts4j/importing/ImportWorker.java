package org.contacts4j.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import org.contacts4j.application.Worker;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.application.background.EachOrganization;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportJobRunner;
import org.contacts4j.application.importing.ImportQueue;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.importing.ImportFile.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs background imports, one at a time, alternating between organizations. Any number of nodes may run workers. */
public final class ImportWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private static final String DEFECT =
            "Something went wrong here that is not the file's fault. The rows that were done are kept; the same file goes on"
                    + " behind them.";

    private static final String DEFECT_OF_UNDO =
            "The undo failed because of an error of the server. What was undone stays undone; undo the import again to"
                    + " continue.";

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLEANUP_EVERY = Duration.ofHours(1);

    /**
     * The wait after the first {@link Error}, doubled for each further attempt. It is short, since memory may be free
     * soon and a file that never fits in memory should fail soon.
     */
    private static final Duration FIRST_WAIT_AFTER_ERROR = Duration.ofSeconds(1);

    /**
     * The wait after the first outage, multiplied by four for each further attempt. Five attempts outlast an outage of
     * more than half an hour.
     */
    private static final Duration FIRST_WAIT_AFTER_OUTAGE = Duration.ofSeconds(30);

    private final ImportQueue queue;
    private final ImportJobRunner jobs;
    private final BackgroundTask working;
    private final BackgroundTask forgetting;
    private volatile boolean stopping;

    private ImportWorker(BackgroundTasks tasks, Worker.Context context) {
        this.queue = context.importQueue();
        this.jobs = context.importJobs();
        this.working = tasks.start("imports", PAUSE, this::work);
        this.forgetting = tasks.start("import-cleanup", CLEANUP_EVERY, this::deleteExpired);
    }

    /** Returns a worker that looks for imports every second and deletes expired imports every hour. */
    public static Worker worker() {
        return ImportWorker::new;
    }

    private void work(Runnable heartbeat) {
        EachOrganization.run(queue.organizations(), heartbeat, organization -> {
            if (!stopping) {
                jobs.claim(organization).ifPresent(job -> attempt(organization, job, heartbeat));
            }
        });
    }

    private void deleteExpired(Runnable heartbeat) {
        EachOrganization.run(queue.organizationsWithOldImports(), heartbeat, jobs::deleteExpired);
    }

    /**
     * Runs one attempt of a job. An {@link Error} is rethrown and fails the round, so that operators see it. The other
     * organizations are processed before the round fails.
     */
    private void attempt(OrganizationId organization, ImportJob job, Runnable heartbeat) {
        try {
            run(organization, job, heartbeat);
        } catch (ImportJobRunner.LeaseLost lost) {
            LOG.warn("Import {} is continued by another node", job.id());
        } catch (ContactsFailure.Unavailable | IOException outage) {
            postpone(organization, job, FIRST_WAIT_AFTER_OUTAGE.multipliedBy(1L << (2 * earlier(job))), outage);
        } catch (Error error) {
            postpone(organization, job, FIRST_WAIT_AFTER_ERROR.multipliedBy(1L << earlier(job)), error);
            throw error;
        }
    }

    /** Returns the number of earlier attempts. */
    private static int earlier(ImportJob job) {
        return Math.min(job.attempts(), ImportJobRunner.MAX_ATTEMPTS) - 1;
    }

    private void postpone(OrganizationId organization, ImportJob job, Duration wait, Throwable why) {
        try {
            boolean goesOn = jobs.postpone(organization, job, wait);
            LOG.warn(
                    "Import {} was interrupted in attempt {} of {} ({}); {}",
                    job.id(),
                    job.attempts(),
                    ImportJobRunner.MAX_ATTEMPTS,
                    why.toString(),
                    goesOn ? "the next one begins in " + wait.toSeconds() + " s" : "it failed");
        } catch (RuntimeException | Error e) {
            // Another attempt begins when the lease expires.
            LOG.warn("Import {} was interrupted ({}); it continues when its lease ends", job.id(), why.toString());
        }
    }

    private void run(OrganizationId organization, ImportJob job, Runnable heartbeat) throws IOException {
        if (job.state() == ImportState.RECEIVING) {
            jobs.fail(organization, job, "The request ended before the import was complete. Send the file again.");
            return;
        }
        if (job.attempts() > ImportJobRunner.MAX_ATTEMPTS) {
            LOG.warn("Import {} failed: its process ended in {} attempts", job.id(), ImportJobRunner.MAX_ATTEMPTS);
            jobs.giveUp(organization, job);
            return;
        }
        try {
            if (job.state() == ImportState.UNDOING) {
                jobs.undo(organization, job, () -> beat(heartbeat));
            } else {
                runFile(organization, job, heartbeat);
            }
        } catch (Stopping now) {
            jobs.release(organization, job);
        } catch (UnreadableFile | ContactsFailure.Invalid | ContactsFailure.Forbidden refused) {
            jobs.fail(organization, job, String.valueOf(refused.getMessage()));
        } catch (ContactsFailure.Unavailable | ImportJobRunner.LeaseLost later) {
            throw later;
        } catch (RuntimeException e) {
            // A defect in the server fails every attempt, so a retry is useless.
            LOG.error("Import {} failed", job.id(), e);
            jobs.fail(organization, job, job.state() == ImportState.UNDOING ? DEFECT_OF_UNDO : DEFECT);
        }
    }

    private void runFile(OrganizationId organization, ImportJob job, Runnable heartbeat) throws IOException {
        Path file = Files.createTempFile("contacts4j-import", null);
        try {
            runFile(organization, job, heartbeat, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void runFile(OrganizationId organization, ImportJob job, Runnable heartbeat, Path stored)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(stored)) {
            jobs.copyFile(organization, job, out);
        }
        ImportFile file = ImportFile.read(stored, job.isJson(), job.options().file());
        try (Rows rows = file.rows()) {
            jobs.run(organization, job, file.columns(), file.count(), untilStopped(rows, heartbeat));
        }
    }

    /**
     * Returns the rows until the server stops. The thread is not interrupted, since an interrupt must not hit a
     * database operation.
     */
    private Iterator<ImportRow> untilStopped(Rows rows, Runnable heartbeat) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                beat(heartbeat);
                return rows.hasNext();
            }

            @Override
            public ImportRow next() {
                return rows.next();
            }
        };
    }

    private void beat(Runnable heartbeat) {
        if (stopping) {
            throw new Stopping();
        }
        heartbeat.run();
    }

    /** Stops the worker and releases the current job. Another node, or this one after a restart, continues it. */
    @Override
    public void close() {
        stopping = true;
        working.close();
        forgetting.close();
    }

    /** Thrown inside a running import when the server stops. */
    private static final class Stopping extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopping() {
            super("the server is stopping", null, false, false);
        }
    }
}
