package org.contacts4j.jdbi.idempotency;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.idempotency.IdempotencyRecord;
import org.contacts4j.application.idempotency.IdempotencyRecords;
import org.contacts4j.application.idempotency.RecordedAnswer;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.transaction.UnitOfWork;

/** {@link IdempotencyRecords} in a table, one row per request. */
public final class JdbiIdempotencyRecords implements IdempotencyRecords {

    /** Answers can be large, so that few are in memory at once. */
    private static final int SEARCHED_AT_ONCE = 20;

    private static final RecordedAnswer REMOVED = RecordedAnswer.removed();

    private final UnitOfWork unitOfWork;

    public JdbiIdempotencyRecords(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public boolean insert(OrganizationId organization, IdempotencyRecord record) {
        return sql().insert(
                                organization.value(),
                                record.request().id(),
                                record.request().fingerprint(),
                                record.claim(),
                                utc(record.claimedUntil()),
                                utc(record.createdAt()))
                == 1;
    }

    @Override
    public Optional<IdempotencyRecord> find(OrganizationId organization, String id) {
        return unitOfWork.reading().attach(IdempotencySql.class).find(organization.value(), id);
    }

    @Override
    public boolean takeOver(OrganizationId organization, IdempotencyRecord next, Instant now, Instant before) {
        return sql().takeOver(
                                organization.value(),
                                next.request().id(),
                                next.request().fingerprint(),
                                next.claim(),
                                utc(next.claimedUntil()),
                                utc(next.createdAt()),
                                utc(now),
                                utc(before))
                == 1;
    }

    @Override
    public boolean hold(OrganizationId organization, String id, UUID claim, Instant until) {
        return sql().hold(organization.value(), id, claim, utc(until)) == 1;
    }

    @Override
    public boolean answer(OrganizationId organization, String id, UUID claim, RecordedAnswer answer) {
        String headers = Json.write(answer.headers());
        return sql().answer(organization.value(), id, claim, answer.status(), answer.version(), headers, answer.body())
                == 1;
    }

    @Override
    public void release(OrganizationId organization, String id, UUID claim) {
        sql().release(organization.value(), id, claim);
    }

    @Override
    public int purge(OrganizationId organization, Instant before, int limit) {
        return sql().purge(organization.value(), utc(before), limit);
    }

    @Override
    public int removeContaining(OrganizationId organization, Collection<String> texts) {
        IdempotencySql sql = sql();
        int removed = 0;
        List<IdempotencyRecord> some = sql.answered(organization.value(), "", SEARCHED_AT_ONCE);
        while (!some.isEmpty()) {
            for (IdempotencyRecord record : some) {
                if (record.answer() != null && record.answer().containsAny(texts)) {
                    removed += sql.replaceAnswer(
                            organization.value(),
                            record.request().id(),
                            REMOVED.status(),
                            Json.write(REMOVED.headers()),
                            REMOVED.body());
                }
            }
            String last = some.get(some.size() - 1).request().id();
            some = sql.answered(organization.value(), last, SEARCHED_AT_ONCE);
        }
        return removed;
    }

    private IdempotencySql sql() {
        return unitOfWork.writing().attach(IdempotencySql.class);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
