package org.contacts4j.jdbi.webhook;

import java.util.List;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/**
 * Inserts the deliveries of an event in the transaction of the event: one row for each subscribed webhook. Does nothing
 * when an earlier statement of the unit of work found no webhook ({@link UnitOfWork#mayHaveWebhooks}).
 */
public final class DeliveryFanOut {

    /** The condition that {@code :organization} has a webhook, to add to a statement that runs anyway. */
    public static final String HAS_WEBHOOKS = "exists (select 1 from webhook where organization_id = :organization)";

    /**
     * The insert statements. A contact event has at most two webhook events. Each has its own statement with its own
     * parameter names, because the statements of a batch share their parameters.
     */
    private static final List<String> INSERTS = List.of(insert(0), insert(1));

    private static final String ANY = "select id from webhook where organization_id = :organization limit 1";

    private DeliveryFanOut() {}

    private static String insert(int way) {
        return """
                insert into webhook_delivery (
                    organization_id, webhook_id, id, event, contact_id, cause, place, created_at, state, attempts,
                    next_attempt_at)
                select w.organization_id, w.id, gen_random_uuid(), cast(:told%1$d as varchar),
                    cast(:eventContact as uuid), cast(:eventId as uuid), cast(:toldPlace%1$d as bigint),
                    cast(:eventAt as timestamp with time zone), 'pending', 0,
                    cast(:eventAt as timestamp with time zone)
                from webhook w
                where w.organization_id = :organization and cast(:told%1$d as varchar) = any(w.events)
                """.formatted(way);
    }

    /** Adds the statements that insert the deliveries of an event. */
    public static void add(
            UnitOfWork unitOfWork, OrganizationId organization, StatementBatch writes, ContactEvent event) {
        if (!unitOfWork.mayHaveWebhooks(organization)) {
            return;
        }
        List<WebhookEvent> told = WebhookEvent.of(event);
        for (int way = 0; way < told.size(); way++) {
            int at = way;
            writes.and(INSERTS.get(way), parameters -> bind(parameters, event, told.get(at), at));
        }
    }

    /** Inserts the deliveries for many new contacts. Does nothing when the organization has no webhook. */
    public static void addAll(UnitOfWork unitOfWork, OrganizationId organization, List<NewContact> creations) {
        if (!hasWebhooks(unitOfWork, organization)) {
            return;
        }
        List<ContactEvent> events = creations.stream().map(NewContact::event).toList();
        for (int way = 0; way < INSERTS.size(); way++) {
            addAll(unitOfWork, organization, events, way);
        }
    }

    private static void addAll(UnitOfWork unitOfWork, OrganizationId organization, List<ContactEvent> events, int way) {
        List<ContactEvent> toldSo = events.stream()
                .filter(event -> way < WebhookEvent.of(event).size())
                .toList();
        unitOfWork.writeEach(
                organization,
                INSERTS.get(way),
                toldSo,
                (parameters, event) ->
                        bind(parameters, event, WebhookEvent.of(event).get(way), way));
    }

    private static boolean hasWebhooks(UnitOfWork unitOfWork, OrganizationId organization) {
        try (Query query = unitOfWork.reading().createQuery(ANY)) {
            new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            return Rows.first(query, (row, context) -> true).isPresent();
        }
    }

    private static void bind(StatementParameters parameters, ContactEvent event, WebhookEvent told, int way) {
        parameters
                .uuid("eventContact", event.contact().id().value())
                .uuid("eventId", event.id())
                .time("eventAt", event.at())
                .text("told" + way, told.text())
                .number("toldPlace" + way, told.sequenceAt(event.version()));
    }
}
