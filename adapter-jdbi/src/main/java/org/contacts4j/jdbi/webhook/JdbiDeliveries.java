package org.contacts4j.jdbi.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.application.webhook.Deliveries;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** {@link Deliveries} in a table. {@link DeliveryFanOut} inserts the deliveries of contact events. */
public final class JdbiDeliveries implements Deliveries {

    private static final DeliveryRow ROW = new DeliveryRow();

    private static final String OF_WEBHOOK =
            " from webhook_delivery where organization_id = :organization and webhook_id = :webhook ";

    /** No index begins with the contact: it would cost every delivery more than the few erasures save. */
    private static final String OF_CONTACT =
            " from webhook_delivery where organization_id = :organization and contact_id = :contact";

    private static final String FIND = "select " + DeliveryRow.COLUMNS + OF_WEBHOOK + " and id = :id ";

    private static final String INSERT = "insert into webhook_delivery (organization_id, " + DeliveryRow.COLUMNS
            + ") values (:organization, :id, :webhook, :event, :contact, :cause, :place, :createdAt, :state, :attempts,"
            + " :firstAttemptAt, :lastAttemptAt, :took, :status, :error, :nextAttemptAt)";

    private static final String UPDATE = """
            update webhook_delivery set state = :state, attempts = :attempts, first_attempt_at = :firstAttemptAt,
                last_attempt_at = :lastAttemptAt, took_millis = :took, status = :status, error = :error,
                next_attempt_at = :nextAttemptAt
            where organization_id = :organization and webhook_id = :webhook and id = :id
            """;

    /** Selects contacts whose first pending delivery is due. Later deliveries of a contact wait for the first one. */
    private static final String DUE_CONTACTS = """
            select d.contact_id from webhook_delivery d
            where d.organization_id = :organization and d.webhook_id = :webhook
            and d.state = 'pending' and d.next_attempt_at <= :now
            and not exists (
                select 1 from webhook_delivery e
                where e.organization_id = :organization and e.webhook_id = d.webhook_id and e.state = 'pending'
                and e.contact_id = d.contact_id and (e.place, e.cause) < (d.place, d.cause))
            order by d.organization_id, d.webhook_id, d.next_attempt_at
            limit :contacts
            """;

    private static final String IN_TURN = "select " + DeliveryRow.COLUMNS + " from (select " + DeliveryRow.COLUMNS
            + ", row_number() over (partition by contact_id order by place, cause) as turn " + OF_WEBHOOK
            + " and state = 'pending' and contact_id = any(:contacts)) waiting"
            + " where turn <= :each order by contact_id, turn";

    private static final String POSTPONE_QUEUED = """
            update webhook_delivery d set next_attempt_at = (
                select max(e.next_attempt_at) from webhook_delivery e
                where e.organization_id = :organization and e.webhook_id = d.webhook_id and e.state = 'pending'
                and e.contact_id = d.contact_id and (e.place, e.cause) < (d.place, d.cause))
            where d.organization_id = :organization and d.webhook_id = :webhook
            and d.state = 'pending' and d.next_attempt_at <= :now
            and exists (
                select 1 from webhook_delivery e
                where e.organization_id = :organization and e.webhook_id = d.webhook_id and e.state = 'pending'
                and e.contact_id = d.contact_id and (e.place, e.cause) < (d.place, d.cause)
                and e.next_attempt_at > :now)
            """;

    private static final String PURGE = """
            delete from webhook_delivery where organization_id = :organization and (webhook_id, id) in (
                select d.webhook_id, d.id from webhook_delivery d
                where d.organization_id = :organization and d.created_at < :time limit :limit)
            """;

    private final UnitOfWork unitOfWork;

    public JdbiDeliveries(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, Delivery delivery) {
        try (Update insert = unitOfWork.writing().createUpdate(INSERT)) {
            DeliveryRow.bind(of(insert, organization, delivery.webhookId()), delivery);
            insert.execute();
        }
    }

    @Override
    public Optional<Delivery> find(OrganizationId organization, WebhookId webhook, DeliveryId id) {
        return select(unitOfWork.reading(), organization, webhook, id, "");
    }

    @Override
    public Optional<Delivery> lock(OrganizationId organization, WebhookId webhook, DeliveryId id) {
        String lock = unitOfWork.database().forUpdate("webhook_delivery");
        return select(unitOfWork.locking(), organization, webhook, id, lock);
    }

    @Override
    public Page<Delivery> page(
            OrganizationId organization, WebhookId webhook, @Nullable DeliveryState state, Slice slice) {
        @Nullable Position after = slice.after();
        String sql = "select " + DeliveryRow.COLUMNS + OF_WEBHOOK
                + (state == null ? "" : " and state = :state")
                + (after == null ? "" : " and (created_at, id) < (:afterTime, :afterId)")
                + " order by organization_id desc, webhook_id desc, created_at desc, id desc limit :limit offset :offset";
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            StatementParameters parameters = of(query, organization, webhook)
                    .number("limit", slice.limit() + 1L)
                    .number("offset", slice.offset());
            if (state != null) {
                parameters.word("state", state);
            }
            if (after != null) {
                parameters.time("afterTime", after.time()).uuid("afterId", after.id());
            }
            return Page.of(Rows.all(query, ROW), slice.limit(), null, JdbiDeliveries::positionOf);
        }
    }

    @Override
    public List<Delivery> due(OrganizationId organization, WebhookId webhook, Instant now, int contacts, int each) {
        List<String> due = dueContacts(organization, webhook, now, contacts);
        if (due.isEmpty()) {
            return List.of();
        }
        try (Query query = unitOfWork.reading().createQuery(IN_TURN)) {
            of(query, organization, webhook).uuids("contacts", due).number("each", each);
            Map<String, List<Delivery>> turns = new LinkedHashMap<>();
            due.forEach(contact -> turns.put(contact, List.of()));
            turns.putAll(Rows.all(query, ROW).stream()
                    .collect(
                            Collectors.groupingBy(delivery -> delivery.contact().toString())));
            return turns.values().stream().flatMap(Collection::stream).toList();
        }
    }

    @Override
    public void update(OrganizationId organization, List<Delivery> deliveries) {
        unitOfWork.writeEach(
                organization,
                UPDATE,
                deliveries,
                (parameters, delivery) -> DeliveryRow.bindProgress(
                        parameters.uuid("webhook", delivery.webhookId().value()), delivery));
    }

    @Override
    public void postponeQueued(OrganizationId organization, WebhookId webhook, Instant now) {
        try (Update update = unitOfWork.writing().createUpdate(POSTPONE_QUEUED)) {
            of(update, organization, webhook).time("now", now);
            update.execute();
        }
    }

    @Override
    public int redeliver(
            OrganizationId organization,
            WebhookId webhook,
            Instant since,
            @Nullable DeliveryState state,
            Instant now,
            int limit) {
        String sql = "update webhook_delivery set state = 'pending', attempts = 0, first_attempt_at = null,"
                + " next_attempt_at = :now"
                + " where organization_id = :organization and webhook_id = :webhook and id in (select id" + OF_WEBHOOK
                + (state == null ? " and state <> 'pending'" : " and state = :state and state <> 'pending'")
                + " and created_at >= :since and last_attempt_at < :now limit :limit)";
        try (Update update = unitOfWork.writing().createUpdate(sql)) {
            StatementParameters parameters = of(update, organization, webhook)
                    .time("since", since)
                    .time("now", now)
                    .number("limit", limit);
            if (state != null) {
                parameters.word("state", state);
            }
            return update.execute();
        }
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

    @Override
    public List<Delivery> ofContact(OrganizationId organization, ContactId contact, int limit) {
        String sql = "select " + DeliveryRow.COLUMNS + OF_CONTACT + " order by created_at, id limit :limit";
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("contact", contact.value())
                    .number("limit", limit);
            return Rows.all(query, ROW);
        }
    }

    @Override
    public int erase(OrganizationId organization, ContactId contact) {
        try (Update delete = unitOfWork.writing().createUpdate("delete " + OF_CONTACT)) {
            new StatementParameters(delete, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("contact", contact.value());
            return delete.execute();
        }
    }

    private List<String> dueContacts(OrganizationId organization, WebhookId webhook, Instant now, int contacts) {
        try (Query query = unitOfWork.reading().createQuery(DUE_CONTACTS)) {
            of(query, organization, webhook).time("now", now).number("contacts", contacts);
            return Rows.all(
                    query, (row, context) -> row.getObject(1, UUID.class).toString());
        }
    }

    private Optional<Delivery> select(
            Handle handle, OrganizationId organization, WebhookId webhook, DeliveryId id, String lock) {
        try (Query query = handle.createQuery(FIND + lock)) {
            of(query, organization, webhook).uuid("id", id.value());
            return Rows.first(query, ROW);
        }
    }

    private StatementParameters of(SqlStatement<?> statement, OrganizationId organization, WebhookId webhook) {
        return new StatementParameters(statement, unitOfWork.database())
                .text("organization", organization.value())
                .uuid("webhook", webhook.value());
    }

    private static Position positionOf(Delivery delivery) {
        return new Position("", delivery.createdAt(), delivery.id().value());
    }
}
