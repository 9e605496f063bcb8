package org.contacts4j.jdbi.customvalue;

import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.customvalue.CustomValue;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The SQL statements that read custom values. */
@RegisterRowMapper(CustomValueRow.class)
interface CustomValueSql {

    @SqlQuery("""
            select value_key, content, updated_at from custom_value
            where organization_id = :organization order by value_key
            """)
    List<CustomValue> list(@Bind("organization") String organization);

    @SqlQuery("""
            select value_key, content, updated_at from custom_value
            where organization_id = :organization and value_key = :key for update
            """)
    Optional<CustomValue> lock(@Bind("organization") String organization, @Bind("key") String key);
}
