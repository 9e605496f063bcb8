package org.contacts4j.http.auth.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.contacts4j.application.audit.AuditService;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.auth.audit.Refusals.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends sign-ins and refusals of identified callers to the audit log, in the background. Refusals of callers whose
 * credential was not verified belong to no organization and are not recorded. Thread-safe.
 */
public final class RequestAudit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestAudit.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** The time after which the next request with a credential is a sign-in again. */
    private static final Duration SESSION = Duration.ofHours(12);

    private static final int MAX_PENDING = 10_000;

    private final AuditService audit;
    private final Clock clock;
    private final Queue<SignIn> signIns = new ArrayBlockingQueue<>(MAX_PENDING);
    private final Refusals refusals = new Refusals();
    private final Cache<Object, Boolean> seen =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(SESSION).build();

    private @Nullable BackgroundTask task;

    public RequestAudit(AuditService audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Starts the task that appends to the audit log. */
    public void start(BackgroundTasks tasks) {
        task = tasks.start("request-audit", PAUSE, heartbeat -> store(refusals.due(clock.instant())));
    }

    /**
     * Adds a request of an authenticated caller. The first one with its credential is a sign-in.
     *
     * @param credential identifies the credential and the organization
     * @param details facts about the credential for the audit log
     */
    public void authenticated(Caller caller, Object credential, Map<String, String> details) {
        if (seen.getIfPresent(credential) == null
                && seen.asMap().putIfAbsent(credential, true) == null
                && !signIns.offer(new SignIn(caller, details))) {
            seen.invalidate(credential);
        }
    }

    /** Adds the refusal of a request of an identified caller, with the error code of the canonical API. */
    public void refused(Caller caller, String code) {
        refusals.add(new Refused(caller, code, 1));
    }

    /** Stops the task and appends the remaining entries. They are lost when the store is unavailable. */
    @Override
    public void close() {
        if (task != null) {
            task.close();
        }
        try {
            store(refusals.all());
        } catch (ContactsFailure.Unavailable e) {
            LOG.warn("The last sign-ins and refusals are not in the audit log: {}", e.getMessage());
        }
    }

    private void store(List<Refused> due) {
        for (int i = 0; i < due.size(); i++) {
            Refused refused = due.get(i);
            try {
                audit.refused(
                        refused.caller(), Map.of("code", refused.code(), "count", String.valueOf(refused.count())));
            } catch (ContactsFailure.Unavailable e) {
                due.subList(i, due.size()).forEach(refusals::add);
                throw e;
            }
        }
        for (@Nullable SignIn next = signIns.peek(); next != null; next = signIns.peek()) {
            audit.signedIn(next.caller, next.details);
            signIns.remove(next);
        }
    }

    private record SignIn(Caller caller, Map<String, String> details) {}
}
