package org.contacts4j.jdbi.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.webhook.SigningSecret;
import org.contacts4j.domain.webhook.SigningSecrets;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookEvent;
import org.contacts4j.domain.webhook.WebhookState;
import org.contacts4j.jdbi.EncryptionKeys;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Maps the webhook rows of an organization. Reads the columns in the order of {@link #COLUMNS}.
 *
 * @param keys encrypt and decrypt the secrets
 */
public record WebhookRow(OrganizationId organization, EncryptionKeys keys) implements RowMapper<Webhook> {

    static final String COLUMNS = """
            id, url, description, events, state, disabled_reason, secret, previous_secret, previous_until,
            failing_since, version, created_at, created_by, updated_at, updated_by
            """;

    /** Returns the purpose for which the secrets of a webhook are encrypted. Stored secrets are bound to this text. */
    public static String purpose(OrganizationId organization, WebhookId id) {
        return "secret of webhook " + id + " of organization " + organization.value();
    }

    @Override
    public Webhook map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        WebhookId id = new WebhookId(columns.uuid());
        String url = columns.text();
        @Nullable String description = columns.textOrNull();
        List<WebhookEvent> events = columns.texts().stream()
                .flatMap(name -> WebhookEvent.find(name).stream())
                .toList();
        WebhookState state = EnumNames.find(WebhookState.class, columns.text()).orElseThrow();
        @Nullable String reason = columns.textOrNull();
        SigningSecrets secrets = secrets(columns, purpose(organization, id));
        return new Webhook(
                id, url, description, events, state, reason, secrets, columns.timeOrNull(), columns.revision());
    }

    private SigningSecrets secrets(ColumnReader columns, String purpose) throws SQLException {
        SigningSecret current = new SigningSecret(keys.decrypt(purpose, columns.text()));
        @Nullable String previous = columns.textOrNull();
        return new SigningSecrets(
                current,
                previous == null ? null : new SigningSecret(keys.decrypt(purpose, previous)),
                columns.timeOrNull());
    }

    /** Binds every column except the organization and the id. */
    StatementParameters bind(StatementParameters parameters, Webhook webhook) {
        String purpose = purpose(organization, webhook.id());
        SigningSecrets secrets = webhook.secrets();
        @Nullable SigningSecret previous = secrets.previous();
        return parameters
                .text("url", webhook.url())
                .text("description", webhook.description())
                .texts(
                        "events",
                        webhook.events().stream().map(WebhookEvent::text).toList())
                .word("state", webhook.state())
                .text("reason", webhook.disabledReason())
                .text("secret", keys.encrypt(purpose, secrets.current().text()))
                .text("previous", previous == null ? null : keys.encrypt(purpose, previous.text()))
                .timeOrNull("previousUntil", secrets.previousUntil())
                .timeOrNull("failingSince", webhook.failingSince())
                .revision(webhook.revision());
    }
}
