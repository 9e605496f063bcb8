package org.contacts4j.jdbi.customfield;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The SQL statements that read folders. */
@RegisterRowMapper(FolderRow.class)
interface FolderSql {

    @SqlQuery("""
            select id, name, position from custom_field_folder
            where organization_id = :organization order by position, id
            """)
    List<CustomFieldFolder> list(@Bind("organization") String organization);

    @SqlQuery("""
            select id, name, position from custom_field_folder
            where organization_id = :organization and id = :id for update
            """)
    Optional<CustomFieldFolder> lock(@Bind("organization") String organization, @Bind("id") UUID id);
}
