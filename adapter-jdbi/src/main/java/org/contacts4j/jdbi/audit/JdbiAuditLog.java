package org.contacts4j.jdbi.audit;

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
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Update;

/** {@link AuditLog} in a table. */
public final class JdbiAuditLog implements AuditLog {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);
    private static final AuditEntryRow ROW = new AuditEntryRow();

    private static final String INSERT = """
            insert into audit_entry (
                organization_id, id, created_at, actor, action, subject_id, address, request_id, details)
            values (:organization, :auditId, :auditAt, :auditActor, :auditAction, :auditSubject, :auditAddress,
                :auditRequest, :auditDetails)
            """;

    private static final String PURGE = """
            delete from audit_entry where organization_id = :organization and (created_at, id) in (
                select r.created_at, r.id from audit_entry r
                where r.organization_id = :organization and r.created_at < :time limit :limit)
            """;

    private final UnitOfWork unitOfWork;

    public JdbiAuditLog(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(OrganizationId organization, AuditEntry entry) {
        unitOfWork.writeTogether(organization, INSERT, parameters -> AuditEntryRow.bind(parameters, entry));
    }

    @Override
    public Page<AuditEntry> page(OrganizationId organization, AuditQuery query, Slice slice) {
        ListQuery list = new ListQuery(unitOfWork, "audit_entry", organization);
        if (query.actor() != null) {
            String actor = query.actor().value();
            list.where("r.actor = :actor", parameters -> parameters.text("actor", actor));
        }
        if (query.action() != null) {
            String action = query.action().text();
            list.where("r.action = :action", parameters -> parameters.text("action", action));
        }
        if (query.subjectId() != null) {
            list.where("r.subject_id = :subject", parameters -> parameters.text("subject", query.subjectId()));
        }
        if (query.from() != null) {
            Instant from = query.from();
            list.whereUnselective("r.created_at >= :from", parameters -> parameters.time("from", from));
        }
        if (query.until() != null) {
            Instant until = query.until();
            list.whereUnselective("r.created_at < :until", parameters -> parameters.time("until", until));
        }
        List<AuditEntry> found = list.rows(AuditEntryRow.COLUMNS, "", NEWEST_FIRST, slice, ROW);
        return Page.of(found, slice.limit(), null, entry -> new Position("", entry.at(), entry.id()));
    }

    @Override
    public int purge(OrganizationId organization, Instant before, int limit) {
        try (Update delete = unitOfWork.writing().createUpdate(PURGE)) {
            new StatementParameters(delete, unitOfWork.database())
                    .text("organization", organization.value())
                    .time("time", before)
                    .number("limit", limit);
            return delete.execute();
        }
    }
}
