package org.contacts4j.jdbi.webhook;

import java.util.List;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.jdbi.Rows;
import org.contacts4j.jdbi.StatementBatch;
import org.contacts4j.jdbi.StatementParameters;
import org.contacts4j.jdbi.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/**
 * Keeps the messages about an event, with the event: a row for each webhook that wants it. Nothing is done where the work
 * has found that there is no webhook ({@link UnitOfWork#mayHaveWebhooks}), in what it had to ask before anyway.
 */
public final class DeliveryFanOut {

    /** Whether {@code :organization} has a webhook, for a question that is asked anyway. */
    public static final String HAS_WEBHOOKS = "exists (select 1 from webhook where organization_id = :organization)";

    /** An event is told in two ways at most; each has its own statement, since parameters are shared between them. */
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

    /** Adds what keeps the messages about an event. */
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

    /** Keeps the messages about many new contacts, where there is a webhook at all. */
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
                .number("toldPlace" + way, told.placeAt(event.version()));
    }
}
