package org.contacts4j.jdbi;

import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements that add counts up. */
interface CountSql {

    /** Changes that nobody else is adding up at this moment; they are gone from where they were noted. */
    @RegisterConstructorMapper(Change.class)
    @SqlQuery("<take>")
    List<Change> takeChanges(@Define("take") String take);

    @SqlUpdate("update record_count set total = total + :change where organization_id = :organization and kind = :kind")
    int addToTotal(@Bind("organization") String organization, @Bind("kind") String kind, @Bind("change") long change);

    @SqlUpdate("insert into record_count (organization_id, kind, total) values (:organization, :kind, :change)")
    void startTotal(@Bind("organization") String organization, @Bind("kind") String kind, @Bind("change") long change);

    record Change(@ColumnName("organization_id") String organization, String kind, long change) {

        Of of() {
            return new Of(organization, kind);
        }
    }

    /** What is counted: one kind of record in one organisation. */
    record Of(String organization, String kind) {}
}
