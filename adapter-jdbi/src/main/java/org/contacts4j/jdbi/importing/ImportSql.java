package org.contacts4j.jdbi.importing;

import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements that each batch of an import needs once. */
interface ImportSql {

    @SqlQuery("select organization_id from import_lock where organization_id = :organization for update")
    Optional<String> lock(@Bind("organization") String organization);

    @SqlUpdate("insert into import_lock (organization_id) values (:organization)")
    void makeLock(@Bind("organization") String organization);
}
