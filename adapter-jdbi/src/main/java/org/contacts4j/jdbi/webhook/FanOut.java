package org.contacts4j.jdbi.webhook;

import java.util.List;
import org.contacts4j.application.contact.Creation;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.jdbi.Parameters;
import org.contacts4j.jdbi.Rows;
import org.contacts4j.jdbi.Session;
import org.contacts4j.jdbi.Writes;
import org.jdbi.v3.core.statement.Query;

/**
 * Keeps the messages about an event, with the event: a row for each webhook that wants it. Nothing is done where the work
 * has found that there is no webhook ({@link Session#mayHaveWebhooks}), in what it had to ask before anyway.
 */
public final class FanOut {

    /** Whether {@code :organization} has a webhook, for a question that is asked anyway. */
    public static final String HAS_WEBHOOKS = "exists (select 1 from webhook where organization_id = :organization)";

    /** An event is told in two ways at most; each has its own statement, since parameters are shared between them. */
    private static final List<String> INSERTS = List.of(insert(0), insert(1));

    private static final String ANY = "select id from webhook where organization_id = :organization limit 1";

    private FanOut() {}

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
    public static void add(Session session, OrganizationId organization, Writes writes, ContactEvent event) {
        if (!session.mayHaveWebhooks(organization)) {
            return;
        }
        List<WebhookEvent> told = WebhookEvent.of(event);
        for (int way = 0; way < told.size(); way++) {
            int at = way;
            writes.and(INSERTS.get(way), parameters -> bind(parameters, event, told.get(at), at));
        }
    }

    /** Keeps the messages about many new contacts, where there is a webhook at all. */
    public static void addAll(Session session, OrganizationId organization, List<Creation> creations) {
        if (!hasWebhooks(session, organization)) {
            return;
        }
        List<ContactEvent> events = creations.stream().map(Creation::event).toList();
        for (int way = 0; way < INSERTS.size(); way++) {
            addAll(session, organization, events, way);
        }
    }

    private static void addAll(Session session, OrganizationId organization, List<ContactEvent> events, int way) {
        List<ContactEvent> toldSo = events.stream()
                .filter(event -> way < WebhookEvent.of(event).size())
                .toList();
        session.writeEach(
                organization,
                INSERTS.get(way),
                toldSo,
                (parameters, event) ->
                        bind(parameters, event, WebhookEvent.of(event).get(way), way));
    }

    private static boolean hasWebhooks(Session session, OrganizationId organization) {
        try (Query query = session.reading().createQuery(ANY)) {
            new Parameters(query, session.database()).text("organization", organization.value());
            return Rows.first(query, (row, context) -> true).isPresent();
        }
    }

    private static void bind(Parameters parameters, ContactEvent event, WebhookEvent told, int way) {
        parameters
                .uuid("eventContact", event.contact().id().value())
                .uuid("eventId", event.id())
                .time("eventAt", event.at())
                .text("told" + way, told.text())
                .number("toldPlace" + way, told.placeAt(event.version()));
    }
}
