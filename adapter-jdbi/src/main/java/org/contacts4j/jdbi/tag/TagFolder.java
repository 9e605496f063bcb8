package org.contacts4j.jdbi.tag;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.TagId;
import org.contacts4j.jdbi.Database;
import org.jdbi.v3.core.Handle;

/**
 * Adds up what writers noted in {@link TagLedger}. Any number of nodes may do it at once: a change is taken by one of
 * them, and is among the changes or in the table of tags at every moment, never in both.
 */
public final class TagFolder {

    private static final int AT_ONCE = 10_000;
    private static final Comparator<Of> ORDER =
            Comparator.comparing(Of::organization).thenComparing(Of::key);

    private static final String COLUMNS = "organization_id, id, got, lost, noted_at";
    private static final String DELETE = "delete from tag_change";

    private final TagSql sql;

    private TagFolder(Handle handle) {
        this.sql = handle.attach(TagSql.class);
    }

    /** Adds up changes of all organisations; whether there may be more. The handle is in a transaction. */
    public static boolean fold(Handle handle, Database database) {
        TagFolder folder = new TagFolder(handle);
        String anyFree = DELETE + database.anyFree("tag_change", AT_ONCE);
        List<TagSql.Change> changes = folder.sql.takeChanges(database.take(COLUMNS, anyFree));
        folder.add(changes);
        return changes.size() == AT_ONCE;
    }

    /** Adds up all changes of one organisation. The handle is in a transaction. */
    static void settle(Handle handle, Database database, OrganizationId organization) {
        TagFolder folder = new TagFolder(handle);
        String all = DELETE + " where organization_id = :organization";
        folder.add(folder.sql.takeChangesOf(database.take(COLUMNS, all), organization.value()));
    }

    private void add(List<TagSql.Change> changes) {
        // In one order for all nodes, so that two of them never wait for each other in a circle.
        Map<Of, Sum> sums = new TreeMap<>(ORDER);
        List<TagSql.Change> inOrder =
                changes.stream().sorted(Comparator.comparing(TagSql.Change::id)).toList();
        for (TagSql.Change change : inOrder) {
            change.got().forEach(name -> add(sums, change, name, 1));
            change.lost().forEach(name -> add(sums, change, name, -1));
        }
        sums.forEach(this::write);
    }

    private static void add(Map<Of, Sum> sums, TagSql.Change change, String name, long by) {
        Of of = new Of(change.organization(), TagId.keyOf(name));
        Sum first = new Sum(name, change.at(), by);
        sums.merge(of, first, (sum, next) -> new Sum(sum.name, sum.since, sum.contacts + by));
    }

    private void write(Of of, Sum sum) {
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
     * What is to be added.
     *
     * @param name the first spelling
     * @param since when it was first given
     */
    private record Sum(String name, Instant since, long contacts) {}
}
