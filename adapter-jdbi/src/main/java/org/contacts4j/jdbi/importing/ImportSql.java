package org.contacts4j.jdbi.importing;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The less frequent SQL statements on imports. */
interface ImportSql {

    @SqlQuery("select organization_id from import_lock where organization_id = :organization for update")
    Optional<String> lock(@Bind("organization") String organization);

    @SqlUpdate("insert into import_lock (organization_id) values (:organization)")
    void insertLock(@Bind("organization") String organization);

    @SqlUpdate("""
            insert into import_part (organization_id, import_id, part, bytes)
            values (:organization, :id, :part, :bytes)
            """)
    void addPart(
            @Bind("organization") String organization,
            @Bind("id") UUID id,
            @Bind("part") int part,
            @Bind("bytes") byte[] bytes);

    @SqlQuery("""
            select bytes from import_part
            where organization_id = :organization and import_id = :id and part = :part
            """)
    Optional<byte[]> part(@Bind("organization") String organization, @Bind("id") UUID id, @Bind("part") int part);

    @SqlQuery("""
            select id from import_job
            where organization_id = :organization and state not in ('done', 'failed', 'undone') limit 1
            """)
    Optional<UUID> anyOpen(@Bind("organization") String organization);

    @SqlQuery("""
            select id from import_job
            where organization_id = :organization and state in ('done', 'failed', 'undone') and updated_at < :time
            order by organization_id, id limit 1
            """)
    Optional<UUID> endedBefore(@Bind("organization") String organization, @Bind("time") OffsetDateTime time);

    @SqlUpdate("""
            delete from import_failed_row
            where organization_id = :organization and import_id = :id and row_number in (
                select f.row_number from import_failed_row f
                where f.organization_id = :organization and f.import_id = :id
                order by f.row_number limit :limit)
            """)
    int deleteFailures(@Bind("organization") String organization, @Bind("id") UUID id, @Bind("limit") int limit);

    @SqlUpdate("""
            delete from import_creation
            where organization_id = :organization and import_id = :id and first_id in (
                select c.first_id from import_creation c
                where c.organization_id = :organization and c.import_id = :id
                order by c.first_id limit :limit)
            """)
    int deleteCreations(@Bind("organization") String organization, @Bind("id") UUID id, @Bind("limit") int limit);

    @SqlUpdate("""
            delete from import_update
            where organization_id = :organization and import_id = :id and contact_id in (
                select u.contact_id from import_update u
                where u.organization_id = :organization and u.import_id = :id
                order by u.contact_id limit :limit)
            """)
    int deleteUpdates(@Bind("organization") String organization, @Bind("id") UUID id, @Bind("limit") int limit);

    @SqlUpdate("""
            delete from import_undone_event
            where organization_id = :organization and import_id = :id and event_id in (
                select e.event_id from import_undone_event e
                where e.organization_id = :organization and e.import_id = :id limit :limit)
            """)
    int deleteUndone(@Bind("organization") String organization, @Bind("id") UUID id, @Bind("limit") int limit);

    @SqlUpdate("""
            delete from import_kept_contact
            where organization_id = :organization and import_id = :id and contact_id in (
                select k.contact_id from import_kept_contact k
                where k.organization_id = :organization and k.import_id = :id
                order by k.contact_id limit :limit)
            """)
    int deleteKept(@Bind("organization") String organization, @Bind("id") UUID id, @Bind("limit") int limit);

    @SqlUpdate("delete from import_job where organization_id = :organization and id = :id")
    void delete(@Bind("organization") String organization, @Bind("id") UUID id);

    @SqlUpdate("delete from import_part where organization_id = :organization and import_id = :id")
    void deleteParts(@Bind("organization") String organization, @Bind("id") UUID id);
}
