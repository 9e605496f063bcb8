package org.contacts4j.benchmarks.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contacts4j.benchmarks.load.TestDatabase;
import org.contacts4j.jdbi.webhook.DeliveryFanOut;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Measurement of what webhooks cost the writes of an organization that has none. Compares the read of the contact
 * before a change with the same read that also checks for webhooks, in turns on one connection. A new contact is not
 * read first; its insert contains the check.
 */
final class WebhookCost {

    private static final int TURNS = 60;
    private static final int UNCOUNTED = 10;
    private static final int READS_A_TURN = 2_000;

    private static final String ALONE =
            "select r.* from contact r where r.organization_id = :organization and r.id = :id";
    private static final String ASKING = ALONE.replace("r.*", "r.*, " + DeliveryFanOut.HAS_WEBHOOKS);

    private final TestDatabase database;

    WebhookCost(TestDatabase database) {
        this.database = database;
    }

    /** Measures and prints one line. The database must contain contacts. */
    void run() throws SQLException {
        List<Double> alone = new ArrayList<>();
        List<Double> asking = new ArrayList<>();
        try (Connection connection = database.connect();
                Handle handle = Jdbi.open(connection)) {
            List<Map<String, Object>> contacts = handle.createQuery(
                            "select organization_id as organization, id from contact limit 1000")
                    .mapToMap()
                    .list();
            handle.execute("delete from webhook");
            for (int turn = 0; turn < TURNS; turn++) {
                double first = micros(handle, ALONE, contacts);
                double second = micros(handle, ASKING, contacts);
                if (turn >= UNCOUNTED) {
                    alone.add(first);
                    asking.add(second);
                }
            }
        }
        System.out.printf(
                "Microseconds to read a contact that is to change, where there is no webhook: %.1f, asking for one %.1f"
                        + " (medians)%n",
                median(alone), median(asking));
    }

    private static double micros(Handle handle, String sql, List<Map<String, Object>> contacts) {
        long start = System.nanoTime();
        for (int n = 0; n < READS_A_TURN; n++) {
            try (Query query = handle.createQuery(sql)) {
                query.bindMap(contacts.get(n % contacts.size()))
                        .mapTo(String.class)
                        .one();
            }
        }
        return (System.nanoTime() - start) / 1e3 / READS_A_TURN;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
