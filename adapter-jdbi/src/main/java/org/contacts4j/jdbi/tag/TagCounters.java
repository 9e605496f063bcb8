package org.contacts4j.jdbi.tag;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.jdbi.counter.CounterJournal;
import org.contacts4j.jdbi.counter.JournalCompaction;
import org.contacts4j.jdbi.sql.Database;
import org.jdbi.v3.core.Handle;

/** Adds the tag changes of journal entries to the tag table. A new tag is stored in its first spelling. */
public final class TagCounters {

    private static final Comparator<Of> ORDER =
            Comparator.comparing(Of::organization).thenComparing(Of::key);

    private TagCounters() {}

    /** Returns the compaction of the counter journal that updates the tag table as well. */
    public static JournalCompaction compaction(Database database) {
        return new JournalCompaction(database, TagCounters::add);
    }

    private static void add(Handle handle, List<CounterJournal.Entry> noted) {
        // All nodes update the rows in the same order, so that they do not deadlock.
        Map<Of, Sum> sums = new TreeMap<>(ORDER);
        noted.stream().sorted(Comparator.comparing(CounterJournal.Entry::id)).forEach(note -> {
            note.got().forEach(name -> add(sums, note, name, 1));
            note.lost().forEach(name -> add(sums, note, name, -1));
        });
        TagSql sql = handle.attach(TagSql.class);
        sums.forEach((of, sum) -> write(sql, of, sum));
    }

    private static void add(Map<Of, Sum> sums, CounterJournal.Entry note, String name, long by) {
        Of of = new Of(note.organization(), TagId.keyOf(name));
        Sum first = new Sum(name, note.at(), by);
        sums.merge(of, first, (sum, next) -> new Sum(sum.name, sum.since, sum.contacts + by));
    }

    private static void write(TagSql sql, Of of, Sum sum) {
        if (sql.change(of.organization, of.key, sum.contacts, false) == 0) {
            sql.insert(
                    of.organization,
                    of.key,
                    TagId.of(new OrganizationId(of.organization), of.key).value(),
                    sum.name,
                    false,
                    sum.contacts,
                    sum.since.atOffset(ZoneOffset.UTC));
        }
    }

    private record Of(String organization, String key) {}

    /**
     * The changes to add to one tag.
     *
     * @param name the first spelling
     * @param since the time of the first journal entry with the tag
     */
    private record Sum(String name, Instant since, long contacts) {}
}
