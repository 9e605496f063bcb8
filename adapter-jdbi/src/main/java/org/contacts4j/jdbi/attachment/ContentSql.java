package org.contacts4j.jdbi.attachment;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL statements for unreferenced content and for content parts stored in the database. */
interface ContentSql {

    @SqlUpdate("""
            insert into unreferenced_content (organization_id, id, since, marked_for_deletion)
            values (:organization, :id, :since, false)
            """)
    void add(@Bind("organization") String organization, @Bind("id") UUID id, @Bind("since") OffsetDateTime since);

    /**
     * Deletes the record of unreferenced content, unless the content is marked for deletion.
     *
     * @return the number of deleted rows; 0 when there is no record or the content is marked for deletion
     */
    @SqlUpdate(
            "delete from unreferenced_content where organization_id = :organization and id = :id and not marked_for_deletion")
    int claim(@Bind("organization") String organization, @Bind("id") UUID id);

    /**
     * Marks unreferenced content for deletion.
     *
     * @return the number of updated rows; 0 when there is no record
     */
    @SqlUpdate(
            "update unreferenced_content set marked_for_deletion = true where organization_id = :organization and id = :id")
    int markForDeletion(@Bind("organization") String organization, @Bind("id") UUID id);

    @SqlUpdate("""
            update unreferenced_content set marked_for_deletion = true
            where organization_id = :organization and since < :before and not marked_for_deletion
            """)
    void markForDeletionBefore(@Bind("organization") String organization, @Bind("before") OffsetDateTime before);

    @SqlQuery("""
            select id from unreferenced_content where organization_id = :organization and marked_for_deletion
            order by organization_id, id limit :limit
            """)
    List<UUID> markedForDeletion(@Bind("organization") String organization, @Bind("limit") int limit);

    @SqlUpdate("delete from unreferenced_content where organization_id = :organization and id = :id")
    void forget(@Bind("organization") String organization, @Bind("id") UUID id);

    @SqlUpdate("""
            insert into content_part (organization_id, attachment_id, part, bytes)
            values (:organization, :id, :part, :bytes)
            """)
    void insertPart(
            @Bind("organization") String organization,
            @Bind("id") UUID id,
            @Bind("part") int part,
            @Bind("bytes") byte[] bytes);

    @SqlQuery("""
            select bytes from content_part
            where organization_id = :organization and attachment_id = :id and part = :part
            """)
    Optional<byte[]> part(@Bind("organization") String organization, @Bind("id") UUID id, @Bind("part") int part);

    /**
     * Deletes at most {@code limit} parts, in part order.
     *
     * @return the number of deleted rows
     */
    @SqlUpdate("""
            delete from content_part where organization_id = :organization and attachment_id = :id and part in (
                select part from content_part where organization_id = :organization and attachment_id = :id
                order by part limit :limit)
            """)
    int deleteParts(@Bind("organization") String organization, @Bind("id") UUID id, @Bind("limit") int limit);
}
