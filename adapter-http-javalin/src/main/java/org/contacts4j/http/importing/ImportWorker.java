package org.contacts4j.http.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportJobService;
import org.contacts4j.application.importing.ImportQueue;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.http.importing.ImportFile.Rows;
import org.contacts4j.http.server.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on the imports that run by themselves: one at a time, the organisations in turns. Any number of nodes may do so. */
public final class ImportWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private static final String DEFECT =
            "Something went wrong here that is not the file's fault. The rows that were done are kept; the same file goes on"
                    + " behind them.";

    private final ImportQueue queue;
    private final ImportJobService jobs;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "contacts4j-imports");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean stopping;

    private ImportWorker(ImportQueue queue, ImportJobService jobs) {
        this.queue = queue;
        this.jobs = jobs;
    }

    /** Begins to look for work every second, and for what may be forgotten every hour. */
    public static ImportWorker start(ImportQueue queue, ImportJobService jobs) {
        ImportWorker worker = new ImportWorker(queue, jobs);
        List<ScheduledFuture<?>> unused = List.of(
                worker.timer.scheduleWithFixedDelay(worker::work, 1, 1, TimeUnit.SECONDS),
                worker.timer.scheduleWithFixedDelay(worker::forgetOld, 0, 1, TimeUnit.HOURS));
        return worker;
    }

    private void work() {
        try {
            for (OrganizationId organization : queue.organizations()) {
                Optional<ImportJob> job = jobs.claim(organization);
                if (job.isPresent()) {
                    run(organization, job.get());
                }
            }
        } catch (RuntimeException e) {
            // The job's lease runs out, and then it is taken up again.
            LOG.warn("An import was interrupted; it goes on later", e);
        }
    }

    private void forgetOld() {
        try {
            queue.organizationsWithOldImports().forEach(jobs::forgetOld);
        } catch (RuntimeException e) {
            LOG.warn("Old imports could not be deleted; that is tried again in an hour", e);
        }
    }

    private void run(OrganizationId organization, ImportJob job) {
        if (job.state() == ImportState.RECEIVING) {
            jobs.fail(organization, job, "The file did not arrive whole. Send it again.");
            return;
        }
        try {
            Path file = Files.createTempFile("contacts4j-import", null);
            try {
                run(organization, job, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Stopping now) {
            jobs.release(organization, job);
        } catch (Refusal | ContactsFailure.Invalid | ContactsFailure.Forbidden refused) {
            jobs.fail(organization, job, String.valueOf(refused.getMessage()));
        } catch (ContactsFailure.Unavailable | ImportJobService.LostJob later) {
            throw later;
        } catch (IOException e) {
            LOG.error("An import's file could not be stored here", e);
        } catch (RuntimeException e) {
            // A defect of ours would only come again, however often it was tried.
            LOG.error("Import {} failed", job.id(), e);
            jobs.fail(organization, job, DEFECT);
        }
    }

    private void run(OrganizationId organization, ImportJob job, Path stored) throws IOException {
        try (OutputStream out = Files.newOutputStream(stored)) {
            jobs.copyFile(organization, job, out);
        }
        ImportFile file = job.isJson() ? JsonFile.of(stored) : CsvFile.of(stored);
        try (Rows rows = file.rows()) {
            jobs.run(organization, job, file.columns(), file.count(), untilStopped(rows));
        }
    }

    /** The rows, until the server stops: a thread that works on a database must not be interrupted. */
    private Iterator<ImportRow> untilStopped(Rows rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (stopping) {
                    throw new Stopping();
                }
                return rows.hasNext();
            }

            @Override
            public ImportRow next() {
                return rows.next();
            }
        };
    }

    /** Lets go of what it works on: another node, or this one when it runs again, goes on with it. */
    @Override
    public void close() {
        stopping = true;
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server stops, so that its work does. */
    private static final class Stopping extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopping() {
            super("the server is stopping", null, false, false);
        }
    }
}
