package org.contacts4j.jdbi.importing;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements of imports that few need often. */
interface ImportSql {

    @SqlQuery("select organization_id from import_lock where organization_id = :organization for update")
    Optional<String> lock(@Bind("organization") String organization);

    @SqlUpdate("insert into import_lock (organization_id) values (:organization)")
    void makeLock(@Bind("organization") String organization);

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

    @SqlUpdate("delete from import_part where organization_id = :organization and import_id = :id")
    void deleteParts(@Bind("organization") String organization, @Bind("id") UUID id);
}
