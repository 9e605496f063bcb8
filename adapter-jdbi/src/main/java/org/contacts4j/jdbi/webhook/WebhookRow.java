package org.contacts4j.jdbi.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.contacts4j.domain.WebhookId;
import org.contacts4j.domain.Words;
import org.contacts4j.domain.webhook.Secrets;
import org.contacts4j.domain.webhook.SigningSecret;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.domain.webhook.WebhookState;
import org.contacts4j.jdbi.Columns;
import org.contacts4j.jdbi.Parameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A webhook as a row. The columns are read in the order of {@link #COLUMNS}. */
public final class WebhookRow implements RowMapper<Webhook> {

    static final String COLUMNS = """
            id, url, description, events, state, disabled_reason, secret, previous_secret, previous_until,
            failing_since, version, created_at, created_by, updated_at, updated_by
            """;

    @Override
    public Webhook map(ResultSet row, StatementContext context) throws SQLException {
        Columns columns = new Columns(row);
        WebhookId id = new WebhookId(columns.uuid());
        String url = columns.text();
        @Nullable String description = columns.textOrNull();
        List<WebhookEvent> events = columns.texts().stream()
                .flatMap(name -> WebhookEvent.find(name).stream())
                .toList();
        WebhookState state = Words.find(WebhookState.class, columns.text()).orElseThrow();
        @Nullable String reason = columns.textOrNull();
        Secrets secrets = secrets(columns);
        return new Webhook(
                id, url, description, events, state, reason, secrets, columns.timeOrNull(), columns.revision());
    }

    private static Secrets secrets(Columns columns) throws SQLException {
        SigningSecret current = new SigningSecret(columns.text());
        @Nullable String previous = columns.textOrNull();
        return new Secrets(current, previous == null ? null : new SigningSecret(previous), columns.timeOrNull());
    }

    /** Binds every column but the organisation and the id. */
    static Parameters bind(Parameters parameters, Webhook webhook) {
        Secrets secrets = webhook.secrets();
        @Nullable SigningSecret previous = secrets.previous();
        return parameters
                .text("url", webhook.url())
                .text("description", webhook.description())
                .texts(
                        "events",
                        webhook.events().stream().map(WebhookEvent::text).toList())
                .word("state", webhook.state())
                .text("reason", webhook.disabledReason())
                .text("secret", secrets.current().text())
                .text("previous", previous == null ? null : previous.text())
                .timeOrNull("previousUntil", secrets.previousUntil())
                .timeOrNull("failingSince", webhook.failingSince())
                .revision(webhook.revision());
    }
}
