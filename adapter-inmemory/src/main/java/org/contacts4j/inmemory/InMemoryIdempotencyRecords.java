package org.contacts4j.inmemory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.contacts4j.application.idempotency.IdempotencyRecord;
import org.contacts4j.application.idempotency.IdempotencyRecords;
import org.contacts4j.application.idempotency.RecordedAnswer;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

record InMemoryIdempotencyRecords(StoredTransaction tx) implements IdempotencyRecords {

    @Override
    public boolean insert(OrganizationId organization, IdempotencyRecord record) {
        boolean isNew = find(organization, record.request().id()).isEmpty();
        if (isNew) {
            put(organization, record);
        }
        return isNew;
    }

    @Override
    public Optional<IdempotencyRecord> find(OrganizationId organization, String id) {
        return Optional.ofNullable(tx.recordsOf(organization).idempotencyRecords.get(id));
    }

    @Override
    public boolean takeOver(OrganizationId organization, IdempotencyRecord next, Instant now, Instant before) {
        boolean isFree = find(organization, next.request().id())
                .filter(record -> record.createdAt().isAfter(before))
                .filter(record ->
                        record.answer() != null || record.claimedUntil().isAfter(now))
                .isEmpty();
        if (isFree) {
            put(organization, next);
        }
        return isFree;
    }

    @Override
    public boolean hold(OrganizationId organization, String id, UUID claim, Instant until) {
        return update(organization, id, claim, until, null);
    }

    @Override
    public boolean answer(OrganizationId organization, String id, UUID claim, RecordedAnswer answer) {
        return update(organization, id, claim, null, answer);
    }

    @Override
    public void release(OrganizationId organization, String id, UUID claim) {
        held(organization, id, claim)
                .ifPresent(record -> tx.changes().remove(tx.recordsOf(organization).idempotencyRecords, id));
    }

    @Override
    public int purge(OrganizationId organization, Instant before, int limit) {
        List<IdempotencyRecord> old =
                matching(organization, record -> record.createdAt().isBefore(before), limit);
        old.forEach(record -> tx.changes()
                .remove(
                        tx.recordsOf(organization).idempotencyRecords,
                        record.request().id()));
        return old.size();
    }

    @Override
    public int removeContaining(OrganizationId organization, Collection<String> texts) {
        List<IdempotencyRecord> found = matching(
                organization,
                record -> record.answer() != null && record.answer().containsAny(texts),
                Integer.MAX_VALUE);
        found.forEach(record -> put(
                organization,
                new IdempotencyRecord(
                        record.request(),
                        record.claim(),
                        record.claimedUntil(),
                        record.createdAt(),
                        RecordedAnswer.removed())));
        return found.size();
    }

    private boolean update(
            OrganizationId organization,
            String id,
            UUID claim,
            @Nullable Instant until,
            @Nullable RecordedAnswer answer) {
        Optional<IdempotencyRecord> held = held(organization, id, claim);
        held.ifPresent(record -> put(
                organization,
                new IdempotencyRecord(
                        record.request(),
                        claim,
                        until == null ? record.claimedUntil() : until,
                        record.createdAt(),
                        answer)));
        return held.isPresent();
    }

    private Optional<IdempotencyRecord> held(OrganizationId organization, String id, UUID claim) {
        return find(organization, id).filter(record -> record.claim().equals(claim) && record.answer() == null);
    }

    private List<IdempotencyRecord> matching(
            OrganizationId organization, Predicate<IdempotencyRecord> which, int limit) {
        return tx.recordsOf(organization).idempotencyRecords.values().stream()
                .filter(which)
                .limit(limit)
                .toList();
    }

    private void put(OrganizationId organization, IdempotencyRecord record) {
        tx.changes()
                .put(
                        tx.recordsOf(organization).idempotencyRecords,
                        record.request().id(),
                        record);
    }
}
