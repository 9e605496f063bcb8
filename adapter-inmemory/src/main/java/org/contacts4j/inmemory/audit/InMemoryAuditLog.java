package org.contacts4j.inmemory.audit;

import java.time.Instant;
import java.util.List;
import org.contacts4j.application.audit.AuditLog;
import org.contacts4j.application.audit.AuditQuery;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Pages;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;

public record InMemoryAuditLog(StoredTransaction tx) implements AuditLog {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);

    @Override
    public void append(OrganizationId organization, AuditEntry entry) {
        tx.changes().put(tx.recordsOf(organization).auditEntries, entry.id(), entry);
    }

    @Override
    public Page<AuditEntry> page(OrganizationId organization, AuditQuery query, Slice slice) {
        return Pages.cut(
                tx.recordsOf(organization).auditEntries.values().stream().filter(query::matches),
                NEWEST_FIRST,
                slice,
                entry -> new Position("", entry.at(), entry.id()),
                null);
    }

    @Override
    public int purge(OrganizationId organization, Instant before, int limit) {
        Records records = tx.recordsOf(organization);
        List<AuditEntry> old = records.auditEntries.values().stream()
                .filter(entry -> entry.at().isBefore(before))
                .limit(limit)
                .toList();
        old.forEach(entry -> tx.changes().remove(records.auditEntries, entry.id()));
        return old.size();
    }
}
