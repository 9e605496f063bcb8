package org.contacts4j.jdbi.background;

import java.time.Instant;
import java.util.List;
import org.contacts4j.application.background.WorkQueue;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.contacts4j.jdbi.webhook.JdbiWebhooks;
import org.jdbi.v3.core.statement.Query;

/** The queries across organizations. */
public record JdbiWorkQueue(UnitOfWork unitOfWork) implements WorkQueue {

    @Override
    public List<OrganizationId> organizationsWith(Work work, Instant time) {
        String sql = "select distinct organization_id from " + tableAndCondition(work) + " order by organization_id";
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            new StatementParameters(query, unitOfWork.database()).time("time", time);
            return Rows.all(query, (row, context) -> new OrganizationId(row.getString(1)));
        }
    }

    private static String tableAndCondition(Work work) {
        return switch (work) {
            case WAITING_IMPORTS ->
                "import_job where held_until <= :time and state not in ('done', 'failed', 'undone')";
            case OLD_IMPORTS -> "import_job where updated_at < :time and state in ('done', 'failed', 'undone')";
            case DUE_DELIVERIES -> "webhook where " + JdbiWebhooks.isFreeAndDue("webhook.organization_id");
            case OLD_DELIVERIES -> "webhook_delivery where created_at < :time";
            case OLD_REVOCATIONS -> "token_revocation where created_at < :time";
            case OLD_AUDIT_ENTRIES -> "audit_entry where created_at < :time";
            case UNREFERENCED_CONTENTS -> "unreferenced_content where marked_for_deletion or since < :time";
            case OLD_IDEMPOTENCY_RECORDS -> "idempotency_record where created_at < :time";
        };
    }
}
