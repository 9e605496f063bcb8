package org.contacts4j.inmemory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.FailedRowOfJob;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportJobs;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.Uuids;
import org.contacts4j.inmemory.record.Key;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.Records.HeldImport;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

record InMemoryImportJobs(StoredTransaction tx) implements ImportJobs {

    @Override
    public void insert(OrganizationId organization, ImportJob job, UUID holder, Instant until) {
        tx.changes().put(tx.recordsOf(organization).imports, job.id(), new HeldImport(job, holder, until));
    }

    @Override
    public Optional<ImportJob> find(OrganizationId organization, ImportId id) {
        return Optional.ofNullable(tx.recordsOf(organization).imports.get(id)).map(HeldImport::job);
    }

    @Override
    public Optional<ImportJob> claim(OrganizationId organization, UUID holder, Instant now, Instant until) {
        Optional<ImportJob> next = tx.recordsOf(organization).imports.values().stream()
                .filter(held -> held.isFree(now))
                .map(HeldImport::job)
                .min(Comparator.comparing(ImportJob::createdAt)
                        .thenComparing(job -> job.id().value(), Uuids::compare))
                .map(job -> job.after(job.attempts() + 1));
        next.ifPresent(job -> insert(organization, job, holder, until));
        return next;
    }

    @Override
    public boolean update(OrganizationId organization, ImportJob job, UUID holder, Instant until) {
        @Nullable HeldImport held = tx.recordsOf(organization).imports.get(job.id());
        if (held == null || !held.holder().equals(holder)) {
            return false;
        }
        insert(organization, job, holder, until);
        return true;
    }

    @Override
    public boolean startUndo(OrganizationId organization, ImportJob undoing) {
        @Nullable HeldImport held = tx.recordsOf(organization).imports.get(undoing.id());
        if (held == null
                || (held.job().state() != ImportState.DONE && held.job().state() != ImportState.FAILED)) {
            return false;
        }
        insert(organization, undoing, held.holder(), undoing.updatedAt());
        return true;
    }

    @Override
    public void addPart(OrganizationId organization, ImportId id, int number, byte[] bytes) {
        tx.changes().put(tx.recordsOf(organization).importParts, key(id, number), bytes);
    }

    @Override
    public Optional<byte[]> part(OrganizationId organization, ImportId id, int number) {
        return Optional.ofNullable(tx.recordsOf(organization).importParts.get(key(id, number)));
    }

    @Override
    public void deleteParts(OrganizationId organization, ImportId id) {
        Records records = tx.recordsOf(organization);
        List.copyOf(Key.under(id.value(), records.importParts).keySet())
                .forEach(key -> tx.changes().remove(records.importParts, key));
    }

    @Override
    public void addFailures(OrganizationId organization, ImportId id, List<FailedRow> rows) {
        rows.forEach(failed -> tx.changes()
                .put(
                        tx.recordsOf(organization).importFailures,
                        key(id, failed.row().number()),
                        failed));
    }

    @Override
    public List<FailedRow> failures(OrganizationId organization, ImportId id, long after, int limit) {
        return Key.under(id.value(), tx.recordsOf(organization).importFailures).values().stream()
                .filter(failed -> failed.row().number() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public List<FailedRowOfJob> failures(OrganizationId organization, @Nullable FailedRowOfJob after, int limit) {
        NavigableMap<Key, FailedRow> all = tx.recordsOf(organization).importFailures;
        NavigableMap<Key, FailedRow> rest = after == null
                ? all
                : all.tailMap(key(after.job(), after.failed().row().number()), false);
        return rest.entrySet().stream()
                .limit(limit)
                .map(entry -> new FailedRowOfJob(new ImportId(entry.getKey().owner()), entry.getValue()))
                .toList();
    }

    @Override
    public void deleteFailure(OrganizationId organization, ImportId id, long number) {
        tx.changes().remove(tx.recordsOf(organization).importFailures, key(id, number));
    }

    @Override
    public boolean isAnyOpen(OrganizationId organization) {
        return tx.recordsOf(organization).imports.values().stream().anyMatch(held -> !held.hasEnded());
    }

    @Override
    public Optional<ImportId> endedBefore(OrganizationId organization, Instant time) {
        return tx.recordsOf(organization).imports.values().stream()
                .filter(held -> held.endedBefore(time))
                .map(held -> held.job().id())
                .findFirst();
    }

    @Override
    public int deleteFailures(OrganizationId organization, ImportId id, int limit) {
        Records records = tx.recordsOf(organization);
        List<Key> keys = Key.under(id.value(), records.importFailures).keySet().stream()
                .limit(limit)
                .toList();
        keys.forEach(key -> tx.changes().remove(records.importFailures, key));
        return keys.size();
    }

    @Override
    public void delete(OrganizationId organization, ImportId id) {
        tx.changes().remove(tx.recordsOf(organization).imports, id);
    }

    private static Key key(ImportId id, long number) {
        return new Key(id.value(), new UUID(0, number));
    }
}
