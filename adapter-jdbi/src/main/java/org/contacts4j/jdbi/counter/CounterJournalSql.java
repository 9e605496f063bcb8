package org.contacts4j.jdbi.counter;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/** The SQL statements of journal compaction. */
interface CounterJournalSql {

    /** Returns the organizations with journal entries. */
    @SqlQuery("select distinct organization_id from counter_journal")
    List<String> organizations();

    /** Deletes journal entries of an organization, and returns them. */
    @UseRowMapper(JournalEntryRow.class)
    @SqlQuery("<delete>")
    List<CounterJournal.Entry> delete(@Define("delete") String delete, @Bind("organization") String organization);

    @SqlUpdate("update record_count set total = total + :change where organization_id = :organization and kind = :kind")
    int addToTotal(@Bind("organization") String organization, @Bind("kind") String kind, @Bind("change") long change);

    @SqlUpdate("insert into record_count (organization_id, kind, total) values (:organization, :kind, :change)")
    void startTotal(@Bind("organization") String organization, @Bind("kind") String kind, @Bind("change") long change);
}
