package org.contacts4j.jdbi.customfield;

import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.customfield.CustomField;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The SQL statements on single definitions. {@link JdbiCustomFieldDefinitions} contains those that read all. */
@RegisterRowMapper(CustomFieldRow.class)
interface CustomFieldSql {

    String SELECT =
            "select " + CustomFieldRow.COLUMNS + " from custom_field r where r.organization_id = :organization ";

    @SqlQuery(SELECT + "and r.id = :id and not r.deleted <lock>")
    Optional<CustomField> find(
            @Bind("organization") String organization, @Bind("id") UUID id, @Define("lock") String lock);

    @SqlQuery(SELECT + "and r.field_key = :key and not r.deleted")
    Optional<CustomField> findByKey(@Bind("organization") String organization, @Bind("key") String key);

    @SqlQuery(SELECT + "and r.field_key = :key and r.deleted <lock>")
    Optional<CustomField> lockDeleted(
            @Bind("organization") String organization, @Bind("key") String key, @Define("lock") String lock);
}
