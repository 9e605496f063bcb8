package org.contacts4j.jdbi.backup;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.connection.Connections;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The contents of a copy of an H2 database, which are read to check the copy. Opening it migrates nothing. */
public final class DatabaseContents implements AutoCloseable {

    private static final String ATTACHMENTS = """
            select a.organization_id, a.id, exists (select 1 from content_part p
                where p.organization_id = a.organization_id and p.attachment_id = a.id) as in_database
            from attachment a order by a.organization_id, a.id
            """;

    private final Handle handle;

    private DatabaseContents(Handle handle) {
        this.handle = handle;
    }

    /**
     * Opens a copy.
     *
     * @param file the path without the suffix of H2
     * @param login the settings whose user and password the database has
     * @throws CannotOpenDatabase if the file is damaged, or has another user or password
     */
    public static DatabaseContents open(Path file, DatabaseSettings login) {
        DatabaseSettings copy =
                DatabaseSettings.of(DatabaseSettings.h2File(file).url(), login.user(), login.password());
        return new DatabaseContents(Jdbi.open(Connections.connectToExisting(copy)));
    }

    /** Returns the number of rows of each table. */
    public SortedMap<String, Long> rowCounts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        TableSchema.readAll(handle)
                .values()
                .forEach(table -> counts.put(table.name(), count("select count(*) from " + table.quoted())));
        return counts;
    }

    /** Returns a description of each foreign key that is broken, with the number of rows; empty if there is none. */
    public List<String> brokenReferences() {
        List<String> broken = new ArrayList<>();
        for (TableSchema table : TableSchema.readAll(handle).values()) {
            foreignKeys(table).forEach((name, pairs) -> {
                long orphans = count(orphans(table, pairs));
                if (orphans > 0) {
                    broken.add(
                            orphans + " rows of " + table.name() + " refer to rows that do not exist (" + name + ")");
                }
            });
        }
        return broken;
    }

    /** Returns all attachments. */
    public List<StoredAttachment> attachments() {
        return handle.createQuery(ATTACHMENTS)
                .map((row, context) -> new StoredAttachment(
                        new OrganizationId(row.getString(1)),
                        new AttachmentId(row.getObject(2, UUID.class)),
                        row.getBoolean(3)))
                .list();
    }

    private Map<String, List<ColumnPair>> foreignKeys(TableSchema table) {
        Map<String, List<ColumnPair>> keys = new TreeMap<>();
        try (ResultSet row = handle.getConnection().getMetaData().getImportedKeys(null, null, table.name())) {
            while (row.next()) {
                keys.computeIfAbsent(row.getString("FK_NAME"), name -> new ArrayList<>())
                        .add(new ColumnPair(
                                row.getString("FKCOLUMN_NAME"),
                                row.getString("PKTABLE_NAME"),
                                row.getString("PKCOLUMN_NAME")));
            }
            return keys;
        } catch (SQLException e) {
            throw new CannotOpenDatabase("The foreign keys of the database cannot be read", e);
        }
    }

    private static String orphans(TableSchema table, List<ColumnPair> pairs) {
        String present = pairs.stream()
                .map(pair -> "c." + TableSchema.quote(pair.column()) + " is not null")
                .collect(Collectors.joining(" and "));
        String equal = pairs.stream()
                .map(pair -> "p." + TableSchema.quote(pair.parentColumn()) + " = c." + TableSchema.quote(pair.column()))
                .collect(Collectors.joining(" and "));
        return "select count(*) from " + table.quoted() + " c where " + present + " and not exists (select 1 from "
                + TableSchema.quote(pairs.get(0).parent()) + " p where " + equal + ")";
    }

    private long count(String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }

    @Override
    public void close() {
        handle.close();
    }

    /**
     * An attachment.
     *
     * @param isInDatabase whether the database has its content; otherwise it is in the folder of attachments
     */
    public record StoredAttachment(OrganizationId organization, AttachmentId id, boolean isInDatabase) {}

    private record ColumnPair(String column, String parent, String parentColumn) {}
}
