package org.contacts4j.jdbi.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.webhook.Webhooks;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.jdbi.EncryptionKeys;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** {@link Webhooks} in a table, one row per webhook, with the holder of its lease. */
public final class JdbiWebhooks implements Webhooks {

    private static final UUID NO_HOLDER = new UUID(0, 0);

    private static final String INSERT =
            "insert into webhook (organization_id, " + WebhookRow.COLUMNS + ", holder, held_until)"
                    + " values (:organization, :id, :url, :description, :events, :state, :reason, :secret, :previous,"
                    + " :previousUntil, :failingSince, :version, :createdAt, :createdBy, :updatedAt, :updatedBy, :holder, :until)";

    private static final String UPDATE = """
            update webhook set url = :url, description = :description, events = :events, state = :state,
                disabled_reason = :reason, secret = :secret, previous_secret = :previous,
                previous_until = :previousUntil, failing_since = :failingSince,
                version = :version, updated_at = :updatedAt, updated_by = :updatedBy
            where organization_id = :organization and id = :id
            """;

    private static final String ALL = "select " + WebhookRow.COLUMNS
            + " from webhook where organization_id = :organization order by organization_id, created_at, id";

    private static final String FIND =
            "select " + WebhookRow.COLUMNS + " from webhook where organization_id = :organization and id = :id ";

    private static final String DELETE = "delete from webhook where organization_id = :organization and id = :id";

    private static final String IS_FREE_AND_DUE = """
            state = 'enabled' and held_until <= :time and exists (
                select 1 from webhook_delivery d
                where d.organization_id = %s and d.webhook_id = webhook.id
                and d.state = 'pending' and d.next_attempt_at <= :time)
            """;

    private static final String NEXT =
            "select " + WebhookRow.COLUMNS + " from webhook where organization_id = :organization and "
                    + isFreeAndDue(":organization") + " order by organization_id, id limit 1 ";

    private static final String TAKE = """
            update webhook set holder = :holder, held_until = :until
            where organization_id = :organization and id = :id
            """;

    private static final String HOLD = """
            update webhook set held_until = :until
            where organization_id = :organization and id = :id and holder = :holder
            """;

    private final UnitOfWork unitOfWork;
    private final EncryptionKeys keys;

    /**
     * Returns the condition that a webhook is active, has a due delivery, and its lease has expired at {@code :time}.
     *
     * @param organization the expression for its organization
     */
    public static String isFreeAndDue(String organization) {
        return IS_FREE_AND_DUE.formatted(organization);
    }

    public JdbiWebhooks(UnitOfWork unitOfWork, EncryptionKeys keys) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    @Override
    public void insert(OrganizationId organization, Webhook webhook) {
        unitOfWork.markCustomized(organization);
        try (Update insert = unitOfWork.writing().createUpdate(INSERT)) {
            row(organization)
                    .bind(of(insert, organization, webhook.id()), webhook)
                    .uuid("holder", NO_HOLDER)
                    .time("until", webhook.revision().createdAt());
            insert.execute();
        }
    }

    @Override
    public List<Webhook> list(OrganizationId organization) {
        try (Query query = unitOfWork.reading().createQuery(ALL)) {
            new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            return Rows.all(query, row(organization));
        }
    }

    @Override
    public Optional<Webhook> find(OrganizationId organization, WebhookId id) {
        return select(unitOfWork.reading(), organization, id, "");
    }

    @Override
    public Optional<Webhook> lock(OrganizationId organization, WebhookId id) {
        return select(
                unitOfWork.locking(), organization, id, unitOfWork.database().forUpdate("webhook"));
    }

    @Override
    public void update(OrganizationId organization, Webhook webhook) {
        try (Update update = unitOfWork.writing().createUpdate(UPDATE)) {
            row(organization).bind(of(update, organization, webhook.id()), webhook);
            update.execute();
        }
    }

    @Override
    public void delete(OrganizationId organization, WebhookId id) {
        try (Update delete = unitOfWork.writing().createUpdate(DELETE)) {
            of(delete, organization, id);
            delete.execute();
        }
    }

    @Override
    public Optional<Webhook> claim(OrganizationId organization, UUID holder, Instant now, Instant until) {
        Optional<Webhook> next = next(organization, now);
        next.ifPresent(webhook -> {
            try (Update take = unitOfWork.writing().createUpdate(TAKE)) {
                of(take, organization, webhook.id()).uuid("holder", holder).time("until", until);
                take.execute();
            }
        });
        return next;
    }

    @Override
    public boolean hold(OrganizationId organization, WebhookId id, UUID holder, Instant until) {
        try (Update hold = unitOfWork.writing().createUpdate(HOLD)) {
            of(hold, organization, id).uuid("holder", holder).time("until", until);
            return hold.execute() == 1;
        }
    }

    private Optional<Webhook> next(OrganizationId organization, Instant now) {
        String lock = unitOfWork.database().forUpdate("webhook") + " skip locked";
        try (Query query = unitOfWork.locking().createQuery(NEXT + lock)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .time("time", now);
            return Rows.first(query, row(organization));
        }
    }

    private Optional<Webhook> select(Handle handle, OrganizationId organization, WebhookId id, String lock) {
        try (Query query = handle.createQuery(FIND + lock)) {
            of(query, organization, id);
            return Rows.first(query, row(organization));
        }
    }

    private WebhookRow row(OrganizationId organization) {
        return new WebhookRow(organization, keys);
    }

    private StatementParameters of(SqlStatement<?> statement, OrganizationId organization, WebhookId id) {
        return new StatementParameters(statement, unitOfWork.database())
                .text("organization", organization.value())
                .uuid("id", id.value());
    }
}
