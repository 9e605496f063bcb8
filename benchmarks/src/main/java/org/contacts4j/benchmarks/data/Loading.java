package org.contacts4j.benchmarks.data;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Store;
import org.contacts4j.benchmarks.data.ContactTable.Column;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Bulk loading of generated contacts. The rows and counters are those that the server would write; events are omitted.
 */
public final class Loading {

    private static final int BATCH = 10_000;
    private static final int COMPANY_BATCH = 500;

    private final Connection connection;
    private final boolean postgres;

    /** Creates a loader on this connection, which must be in auto-commit mode. The mode is restored after loading. */
    public Loading(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
    }

    /** Inserts the companies through the store. There are a hundred times fewer of them than contacts. */
    public static void companies(Store store, GeneratedContacts contacts) {
        for (int from = 0; from < contacts.companies(); from += COMPANY_BATCH) {
            int first = from;
            int end = Math.min(contacts.companies(), from + COMPANY_BATCH);
            store.write(tx -> {
                for (int n = first; n < end; n++) {
                    tx.companies().insert(contacts.organization(), contacts.company(n));
                }
                return end;
            });
        }
    }

    /** Loads the contacts of all organizations. Their companies must exist. */
    public void contacts(List<GeneratedContacts> organizations) throws SQLException, IOException {
        List<String> slowIndexes = postgres ? dropSlowIndexes() : List.of();
        for (GeneratedContacts contacts : organizations) {
            Map<String, Long> counts = postgres ? copy(contacts) : insert(contacts);
            keepCounts(contacts, counts);
        }
        for (String index : slowIndexes) {
            execute(index);
        }
        execute(postgres ? "vacuum analyze" : "analyze");
    }

    /**
     * Drops the inverted indexes and returns their definitions. Building them at the end takes a fraction of the time
     * of updating them row by row.
     */
    private List<String> dropSlowIndexes() throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        String sql = "select indexname, indexdef from pg_indexes"
                + " where schemaname = current_schema() and tablename = 'contact' and indexdef like '% USING gin %'";
        try (Statement statement = connection.createStatement();
                ResultSet indexes = statement.executeQuery(sql)) {
            while (indexes.next()) {
                names.add(indexes.getString(1));
                definitions.add(indexes.getString(2));
            }
        }
        for (String name : names) {
            execute("drop index " + name);
        }
        return definitions;
    }

    private Map<String, Long> copy(GeneratedContacts contacts) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy contact (" + ContactTable.NAMES + ") from stdin (format csv)");
        for (int n = 0; n < contacts.count(); n++) {
            Contact contact = contacts.contact(n);
            byte[] line = CsvLine.of(contact);
            copy.writeToCopy(line, 0, line.length);
            counts.merge(counterKind(contact), 1L, Long::sum);
        }
        copy.endCopy();
        return counts;
    }

    private Map<String, Long> insert(GeneratedContacts contacts) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        execute("set write_delay 1000"); // rows lost in a crash can be loaded again
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(ContactTable.insert(postgres))) {
            for (int n = 0; n < contacts.count(); n++) {
                Contact contact = contacts.contact(n);
                bind(insert, contact);
                insert.addBatch();
                counts.merge(counterKind(contact), 1L, Long::sum);
                if (n % BATCH == BATCH - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
            execute("set write_delay 0");
        }
        return counts;
    }

    private static void bind(PreparedStatement insert, Contact contact) throws SQLException {
        int at = 1;
        for (Column column : ContactTable.COLUMNS) {
            column.kind().bind(insert, at++, column.value().apply(contact));
        }
    }

    private void keepCounts(GeneratedContacts contacts, Map<String, Long> counts) throws SQLException {
        String sql = "insert into counter_journal (organization_id, kind, change) values (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                insert.setString(1, contacts.organization().value());
                insert.setString(2, count.getKey());
                insert.setLong(3, count.getValue());
                insert.executeUpdate();
            }
        }
    }

    private static String counterKind(Contact contact) {
        return "contact." + EnumNames.of(contact.status());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
