package org.contacts4j.bootstrap;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.contacts4j.jdbi.TestPostgres;

/**
 * A hash of each table of a PostgreSQL database. Tables that change without or with refused requests are left out: counters,
 * the directory of members, and records of refusals themselves.
 *
 * @param url the URL of the database
 */
record TableFingerprint(String url) {

    private static final Set<String> LEFT_OUT = Set.of(
            "record_count",
            "api_key",
            "counter_journal",
            "member",
            "shared_state",
            "unreferenced_content",
            "import_job",
            "import_part",
            "webhook_delivery");

    /** The counters of tags and the leases and failures of webhooks, which background tasks change. */
    private static final String BACKGROUND_COLUMNS = "{contacts,holder,held_until,failing_since}";

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public' order by table_name";

    private static final String PENDING_IMPORTS =
            "select count(*) from import_job where state not in ('done', 'failed', 'undone')";

    /** Waits until no import runs, and returns the hash of each table. */
    List<String> read() throws SQLException {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .until(this::isIdle);
        try (Connection connection = TestPostgres.connect(url);
                Statement statement = connection.createStatement()) {
            List<String> tables = texts(statement, TABLES);
            tables.removeIf(table -> LEFT_OUT.contains(table) || table.startsWith("audit"));
            List<String> hashes = new ArrayList<>();
            for (String table : tables) {
                hashes.addAll(texts(statement, """
                        select '%1$s ' || count(*) || ' '
                            || coalesce(sum(hashtextextended((to_jsonb(t) - '%2$s'::text[])::text, 0)), 0)
                        from "%1$s" t
                        """.formatted(table, BACKGROUND_COLUMNS)));
            }
            return hashes;
        }
    }

    private boolean isIdle() throws SQLException {
        try (Connection connection = TestPostgres.connect(url);
                Statement statement = connection.createStatement()) {
            return texts(statement, PENDING_IMPORTS).equals(List.of("0"));
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
