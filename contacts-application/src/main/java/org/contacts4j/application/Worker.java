package org.contacts4j.application;

import java.time.Clock;
import java.time.Duration;
import org.contacts4j.application.access.RevocationPurge;
import org.contacts4j.application.attachment.ContentSweep;
import org.contacts4j.application.audit.AuditRetention;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.application.idempotency.IdempotencyPurge;
import org.contacts4j.application.importing.ImportJobRunner;
import org.contacts4j.application.importing.ImportQueue;
import org.contacts4j.application.webhook.DeliveryDispatch;
import org.contacts4j.application.webhook.WebhookQueue;

/**
 * One kind of background work, such as the delivery of webhooks. Modules implement it; applications pass the
 * implementations to {@link Workers}. Any number of nodes may run the same worker over one store.
 */
@FunctionalInterface
public interface Worker {

    /**
     * Starts this worker's tasks, each with a name, an interval and the work of one round.
     *
     * @return closes the tasks and releases what they hold; waits some seconds for their current rounds
     */
    AutoCloseable start(BackgroundTasks tasks, Context context);

    /** Returns the worker that deletes the content of attachments that no longer exist, every ten seconds. */
    static Worker attachmentCleanup() {
        return (tasks, context) ->
                tasks.start("attachment-cleanup", Duration.ofSeconds(10), context.contentSweep()::run);
    }

    /** Returns the worker that deletes the records of repeatable requests after one day, every ten minutes. */
    static Worker idempotencyCleanup() {
        return (tasks, context) ->
                tasks.start("idempotency-cleanup", Duration.ofMinutes(10), context.idempotencyPurge()::run);
    }

    /**
     * Returns the worker that deletes revocations of tokens once all tokens that they refuse have expired, every ten
     * minutes.
     *
     * @param maxLifetime the maximum time from the issue of a token to its expiry, which the verifier of tokens enforces
     */
    static Worker revocationCleanup(Duration maxLifetime) {
        return (tasks, context) -> tasks.start(
                "revocation-cleanup",
                Duration.ofMinutes(10),
                heartbeat -> context.revocationPurge().run(maxLifetime, heartbeat));
    }

    /**
     * Returns the worker that deletes old entries of the audit log, every hour.
     *
     * @param retention the age from which entries are deleted
     */
    static Worker auditCleanup(Duration retention) {
        return (tasks, context) -> tasks.start(
                "audit-cleanup",
                Duration.ofHours(1),
                heartbeat -> context.auditRetention().run(retention, heartbeat));
    }

    /**
     * What workers work with. Only workers get it.
     *
     * @param clock the clock of the instance
     * @param listeners the listeners for events, which can wake a task early
     * @param contentSweep deletes the content of attachments that no longer exist
     * @param idempotencyPurge deletes the records of repeatable requests that are no longer kept
     * @param importQueue lists the organizations with waiting imports
     * @param importJobs claims and runs imports
     * @param webhookQueue lists the organizations with due deliveries
     * @param deliveries claims webhooks, and records the results of their deliveries
     * @param revocationPurge deletes old revocations of tokens
     * @param auditRetention deletes old entries of the audit log
     */
    record Context(
            Clock clock,
            ContactListeners listeners,
            ContentSweep contentSweep,
            IdempotencyPurge idempotencyPurge,
            ImportQueue importQueue,
            ImportJobRunner importJobs,
            WebhookQueue webhookQueue,
            DeliveryDispatch deliveries,
            RevocationPurge revocationPurge,
            AuditRetention auditRetention) {}
}
