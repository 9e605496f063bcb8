package org.contacts4j.jdbi.idempotency;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.idempotency.IdempotencyRecord;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The SQL statements for requests with idempotency keys. Each update returns the number of changed rows. */
@RegisterRowMapper(IdempotencyRow.class)
interface IdempotencySql {

    @SqlUpdate("""
            insert into idempotency_record (organization_id, id, fingerprint, claim, claimed_until, created_at)
            values (:organization, :id, :fingerprint, :claim, :until, :now)
            on conflict do nothing
            """)
    int insert(
            @Bind("organization") String organization,
            @Bind("id") String id,
            @Bind("fingerprint") String fingerprint,
            @Bind("claim") UUID claim,
            @Bind("until") OffsetDateTime until,
            @Bind("now") OffsetDateTime now);

    @SqlQuery("select " + IdempotencyRow.COLUMNS
            + " from idempotency_record where organization_id = :organization and id = :id")
    Optional<IdempotencyRecord> find(@Bind("organization") String organization, @Bind("id") String id);

    @SqlUpdate("""
            update idempotency_record set fingerprint = :fingerprint, claim = :claim, claimed_until = :until,
                created_at = :createdAt, status = null, record_version = null, headers = null, body = null
            where organization_id = :organization and id = :id
            and ((status is null and claimed_until <= :now) or created_at <= :before)
            """)
    int takeOver(
            @Bind("organization") String organization,
            @Bind("id") String id,
            @Bind("fingerprint") String fingerprint,
            @Bind("claim") UUID claim,
            @Bind("until") OffsetDateTime until,
            @Bind("createdAt") OffsetDateTime createdAt,
            @Bind("now") OffsetDateTime now,
            @Bind("before") OffsetDateTime before);

    @SqlUpdate("""
            update idempotency_record set claimed_until = :until
            where organization_id = :organization and id = :id and claim = :claim and status is null
            """)
    int hold(
            @Bind("organization") String organization,
            @Bind("id") String id,
            @Bind("claim") UUID claim,
            @Bind("until") OffsetDateTime until);

    @SqlUpdate("""
            update idempotency_record set status = :status, record_version = :version, headers = :headers, body = :body
            where organization_id = :organization and id = :id and claim = :claim and status is null
            """)
    int answer(
            @Bind("organization") String organization,
            @Bind("id") String id,
            @Bind("claim") UUID claim,
            @Bind("status") int status,
            @Bind("version") @Nullable Long version,
            @Bind("headers") String headers,
            @Bind("body") byte[] body);

    @SqlUpdate("""
            delete from idempotency_record
            where organization_id = :organization and id = :id and claim = :claim and status is null
            """)
    int release(@Bind("organization") String organization, @Bind("id") String id, @Bind("claim") UUID claim);

    @SqlUpdate("""
            delete from idempotency_record where organization_id = :organization and id in (
                select id from idempotency_record
                where organization_id = :organization and created_at < :before limit :limit)
            """)
    int purge(
            @Bind("organization") String organization, @Bind("before") OffsetDateTime before, @Bind("limit") int limit);

    @SqlQuery("select " + IdempotencyRow.COLUMNS + """
             from idempotency_record
            where organization_id = :organization and id > :after and status is not null
            order by organization_id, id limit :limit
            """)
    List<IdempotencyRecord> answered(
            @Bind("organization") String organization, @Bind("after") String after, @Bind("limit") int limit);

    @SqlUpdate("""
            update idempotency_record set status = :status, record_version = null, headers = :headers, body = :body
            where organization_id = :organization and id = :id
            """)
    int replaceAnswer(
            @Bind("organization") String organization,
            @Bind("id") String id,
            @Bind("status") int status,
            @Bind("headers") String headers,
            @Bind("body") byte[] body);
}
