package org.contacts4j.jdbi.tag;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL statements that run in the background or for few requests. */
interface TagSql {

    /**
     * Adds to the contact count of a tag, and declares it if {@code declared} is true.
     *
     * @return the number of updated rows; 0 when the tag does not exist
     */
    @SqlUpdate("""
            update tag set contacts = contacts + :change, declared = declared or :declared
            where organization_id = :organization and tag_key = :key
            """)
    int change(
            @Bind("organization") String organization,
            @Bind("key") String key,
            @Bind("change") long change,
            @Bind("declared") boolean declared);

    @SqlUpdate("""
            insert into tag (organization_id, tag_key, id, name, declared, contacts, created_at)
            values (:organization, :key, :id, :name, :declared, :contacts, :createdAt)
            """)
    void insert(
            @Bind("organization") String organization,
            @Bind("key") String key,
            @Bind("id") UUID id,
            @Bind("name") String name,
            @Bind("declared") boolean declared,
            @Bind("contacts") long contacts,
            @Bind("createdAt") OffsetDateTime createdAt);

    @SqlUpdate("delete from tag where organization_id = :organization and id = :id")
    void delete(@Bind("organization") String organization, @Bind("id") UUID id);
}
