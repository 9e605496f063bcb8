package org.contacts4j.jdbi.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.Attempt;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.DeliveryError;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps delivery rows. Reads the columns in the order of {@link #COLUMNS}. */
public final class DeliveryRow implements RowMapper<Delivery> {

    static final String COLUMNS = """
            id, webhook_id, event, contact_id, cause, place, created_at, state, attempts, first_attempt_at,
            last_attempt_at, took_millis, status, error, next_attempt_at
            """;

    @Override
    public Delivery map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        DeliveryId id = new DeliveryId(columns.uuid());
        WebhookId webhook = new WebhookId(columns.uuid());
        WebhookEvent event = WebhookEvent.find(columns.text()).orElseThrow();
        ContactId contact = new ContactId(columns.uuid());
        UUID cause = columns.uuid();
        return new Delivery(
                id,
                webhook,
                event,
                contact,
                cause,
                columns.number(),
                columns.time(),
                EnumNames.find(DeliveryState.class, columns.text()).orElseThrow(),
                (int) columns.number(),
                columns.timeOrNull(),
                lastAttempt(columns),
                columns.timeOrNull());
    }

    private static @Nullable Attempt lastAttempt(ColumnReader columns) throws SQLException {
        @Nullable Instant at = columns.timeOrNull();
        @Nullable Long took = columns.numberOrNull();
        @Nullable Long status = columns.numberOrNull();
        @Nullable String error = columns.textOrNull();
        if (at == null || took == null) {
            return null;
        }
        return new Attempt(
                at,
                Duration.ofMillis(took),
                status == null ? null : Integer.valueOf(status.intValue()),
                error == null
                        ? null
                        : EnumNames.find(DeliveryError.class, error).orElseThrow(),
                null);
    }

    /** Binds every column except the organization and the webhook. */
    static void bind(StatementParameters parameters, Delivery delivery) {
        parameters
                .text("event", delivery.event().text())
                .uuid("contact", delivery.contact().value())
                .uuid("cause", delivery.cause())
                .number("place", delivery.place())
                .time("createdAt", delivery.createdAt());
        bindProgress(parameters, delivery);
    }

    /** Binds the id and the columns that an attempt changes. */
    static void bindProgress(StatementParameters parameters, Delivery delivery) {
        @Nullable Attempt last = delivery.last();
        @Nullable Integer status = last == null ? null : last.status();
        parameters
                .uuid("id", delivery.id().value())
                .word("state", delivery.state())
                .number("attempts", delivery.attempts())
                .timeOrNull("firstAttemptAt", delivery.firstAttemptAt())
                .timeOrNull("lastAttemptAt", last == null ? null : last.at())
                .numberOrNull(
                        "took", last == null ? null : Long.valueOf(last.took().toMillis()))
                .numberOrNull("status", status == null ? null : Long.valueOf(status))
                .word("error", last == null ? null : last.error())
                .timeOrNull("nextAttemptAt", delivery.nextAttemptAt());
    }
}
