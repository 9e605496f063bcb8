package org.contacts4j.inmemory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.background.WorkQueue;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.webhook.InMemoryWebhooks;

record InMemoryWorkQueue(InMemoryTransaction tx) implements WorkQueue {

    @Override
    public List<OrganizationId> organizationsWith(Work work, Instant time) {
        return tx.organizations().entrySet().stream()
                .filter(entry -> hasWork(entry.getKey(), entry.getValue(), work, time))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean hasWork(OrganizationId organization, Records records, Work work, Instant time) {
        return switch (work) {
            case WAITING_IMPORTS -> records.imports.values().stream().anyMatch(held -> held.isFree(time));
            case OLD_IMPORTS -> records.imports.values().stream().anyMatch(held -> held.endedBefore(time));
            case DUE_DELIVERIES ->
                new InMemoryWebhooks(tx).free(organization, time).isPresent();
            case OLD_DELIVERIES ->
                records.deliveries.values().stream()
                        .anyMatch(delivery -> delivery.createdAt().isBefore(time));
            case OLD_REVOCATIONS ->
                records.tokenRevocations.values().stream()
                        .anyMatch(revocation -> revocation.revokedAt().isBefore(time));
            case OLD_AUDIT_ENTRIES ->
                records.auditEntries.values().stream()
                        .anyMatch(entry -> entry.at().isBefore(time));
            case UNREFERENCED_CONTENTS ->
                records.unreferencedContents.values().stream().anyMatch(note -> note.isDue(time));
            case OLD_IDEMPOTENCY_RECORDS ->
                records.idempotencyRecords.values().stream()
                        .anyMatch(record -> record.createdAt().isBefore(time));
        };
    }
}
