package org.contacts4j.application.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.idempotency.IdempotencyClaim.AnswerRemoved;
import org.contacts4j.application.idempotency.IdempotencyClaim.Answered;
import org.contacts4j.application.idempotency.IdempotencyClaim.Granted;
import org.contacts4j.application.idempotency.IdempotencyClaim.InProgress;
import org.contacts4j.application.idempotency.IdempotencyClaim.OtherContent;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A service that carries out a repeated request only once. A request is claimed first, in a short transaction. Its
 * answer is stored with its changes. A process that dies in between leaves a claim that expires.
 */
public final class IdempotencyService {

    /** How long a request is recognized. */
    public static final Duration KEPT = Duration.ofHours(24);

    /**
     * The lease of a claim. It may be shorter than the request takes: an attempt that has lost its claim cannot commit.
     */
    public static final Duration LEASE = Duration.ofSeconds(10);

    /** The lease of a request that receives a file, or has several transactions, each of which extends it. */
    public static final Duration LONG_LEASE = Duration.ofMinutes(2);

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;

    /** Creates a service for requests whose work goes through this store. */
    public IdempotencyService(CurrentStore store, Clock clock, Ids ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Claims the request, unless it was answered or another attempt is in progress.
     *
     * @param caller the member, whose later reads contain the changes of an earlier attempt
     * @param lease how long no other attempt can claim the request
     */
    public IdempotencyClaim claim(Caller caller, RepeatableRequest request, Duration lease) {
        OrganizationId organization = caller.organization();
        Granted granted = new Granted(request.id(), ids.next());
        return store.write(caller, tx -> {
            Instant now = clock.instant();
            IdempotencyRecord mine = new IdempotencyRecord(request, granted.token(), now.plus(lease), now, null);
            if (tx.idempotencyRecords().insert(organization, mine)) {
                return granted;
            }
            Optional<IdempotencyClaim> earlier = tx.idempotencyRecords()
                    .find(organization, request.id())
                    .filter(record -> record.createdAt().plus(KEPT).isAfter(now))
                    .flatMap(record -> stateOf(record, request, now));
            return earlier.orElseGet(() -> tx.idempotencyRecords().takeOver(organization, mine, now, now.minus(KEPT))
                    ? granted
                    : new InProgress());
        });
    }

    /**
     * Carries out a claimed request. Everything that the work changes on this thread is stored in one transaction with
     * its answer. The work may run several times.
     *
     * @throws ClaimLost if another attempt has taken the claim over
     */
    public RecordedAnswer inOneTransaction(OrganizationId organization, Granted claim, Supplier<RecordedAnswer> work) {
        return store.inOneTransaction(tx -> {
            RecordedAnswer answer = work.get();
            store(tx, organization, claim, answer);
            return answer;
        });
    }

    /**
     * Carries out a claimed request in several transactions, each of which extends the claim. The work runs once, and
     * its answer is not stored.
     *
     * @throws ClaimLost if another attempt has taken the claim over
     */
    public <T> T inSeveralTransactions(OrganizationId organization, Granted claim, Supplier<T> work) {
        return store.beginningWritesWith(tx -> hold(tx, organization, claim), work);
    }

    /**
     * Stores the answer of a claimed request whose changes are committed already, or which changes nothing.
     *
     * @throws ClaimLost if another attempt has taken the claim over
     */
    public void answer(OrganizationId organization, Granted claim, RecordedAnswer answer) {
        store.write(tx -> store(tx, organization, claim, answer));
    }

    /** Releases a claimed request without an answer, so that a repetition is carried out anew. */
    public void release(OrganizationId organization, Granted claim) {
        store.write(tx -> {
            tx.idempotencyRecords().release(organization, claim.id(), claim.token());
            return claim;
        });
    }

    /** Returns the result of claiming a request with this record; empty if the record can be taken over. */
    private static Optional<IdempotencyClaim> stateOf(
            IdempotencyRecord record, RepeatableRequest request, Instant now) {
        if (!record.request().equals(request)) {
            return Optional.of(new OtherContent());
        }
        @Nullable RecordedAnswer answer = record.answer();
        if (answer != null) {
            return Optional.of(answer.isRemoved() ? new AnswerRemoved() : new Answered(answer));
        }
        return record.claimedUntil().isAfter(now) ? Optional.of(new InProgress()) : Optional.empty();
    }

    private static Granted store(Transaction tx, OrganizationId organization, Granted claim, RecordedAnswer answer) {
        return requireHeld(tx.idempotencyRecords().answer(organization, claim.id(), claim.token(), answer), claim);
    }

    private Granted hold(Transaction tx, OrganizationId organization, Granted claim) {
        Instant until = clock.instant().plus(LONG_LEASE);
        return requireHeld(tx.idempotencyRecords().hold(organization, claim.id(), claim.token(), until), claim);
    }

    private static Granted requireHeld(boolean held, Granted claim) {
        if (!held) {
            throw new ClaimLost();
        }
        return claim;
    }
}
