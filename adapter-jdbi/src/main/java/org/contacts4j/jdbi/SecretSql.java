package org.contacts4j.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;
import org.jspecify.annotations.Nullable;

/** The SQL statements on stored secrets. */
interface SecretSql {

    @SqlQuery("select secret from shared_secret where name = :name")
    Optional<String> shared(@Bind("name") String name);

    @KeyColumn("name")
    @ValueColumn("secret")
    @SqlQuery("select name, secret from shared_secret")
    Map<String, String> allShared();

    /** Inserts a secret, unless there is one with this name. */
    @SqlUpdate("insert into shared_secret (name, secret) values (:name, :secret) on conflict do nothing")
    void insertShared(@Bind("name") String name, @Bind("secret") String secret);

    @SqlUpdate("update shared_secret set secret = :secret where name = :name and secret = :stored")
    void replaceShared(@Bind("name") String name, @Bind("stored") String stored, @Bind("secret") String secret);

    /** Returns the organizations with a webhook secret for which {@code secret like :pattern} is not {@code expected}. */
    @SqlQuery("""
            select distinct organization_id from webhook
            where (secret like :pattern) <> :expected or (previous_secret like :pattern) <> :expected
            """)
    List<String> organizations(@Bind("pattern") String pattern, @Bind("expected") boolean expected);

    @UseRowMapper(WebhookSecretsRow.class)
    @SqlQuery("select id, secret, previous_secret from webhook where organization_id = :organization")
    List<WebhookSecrets> ofWebhooks(@Bind("organization") String organization);

    /** Replaces the secrets of a webhook, unless they have changed. */
    @SqlUpdate("""
            update webhook set secret = :secret, previous_secret = :previousSecret
            where organization_id = :organization and id = :id and secret = :stored
            """)
    void replaceOfWebhook(
            @Bind("organization") String organization,
            @Bind("stored") String stored,
            @BindMethods WebhookSecrets webhook);

    /** The stored secrets of a webhook. */
    record WebhookSecrets(UUID id, String secret, @Nullable String previousSecret) {}

    /** Maps {@code id, secret, previous_secret}. */
    final class WebhookSecretsRow implements RowMapper<WebhookSecrets> {

        @Override
        public WebhookSecrets map(ResultSet row, StatementContext context) throws SQLException {
            ColumnReader columns = new ColumnReader(row);
            return new WebhookSecrets(columns.uuid(), columns.text(), columns.textOrNull());
        }
    }
}
