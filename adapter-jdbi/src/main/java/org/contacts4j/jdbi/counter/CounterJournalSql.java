package org.contacts4j.jdbi.counter;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/** The SQL statements of journal compaction. */
interface CounterJournalSql {

    /** Deletes journal entries that no other transaction has locked, and returns them. */
    @UseRowMapper(JournalEntryRow.class)
    @SqlQuery("<delete>")
    List<CounterJournal.Entry> deleteUnlocked(@Define("delete") String delete);

    /**
     * Deletes all journal entries of one organization, and returns them. Waits for entries that another transaction has
     * locked.
     */
    @UseRowMapper(JournalEntryRow.class)
    @SqlQuery("<delete>")
    List<CounterJournal.Entry> deleteAll(@Define("delete") String delete, @Bind("organization") String organization);

    @SqlUpdate("update record_count set total = total + :change where organization_id = :organization and kind = :kind")
    int addToTotal(@Bind("organization") String organization, @Bind("kind") String kind, @Bind("change") long change);

    @SqlUpdate("insert into record_count (organization_id, kind, total) values (:organization, :kind, :change)")
    void startTotal(@Bind("organization") String organization, @Bind("kind") String kind, @Bind("change") long change);
}
