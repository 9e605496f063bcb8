package org.contacts4j.benchmarks.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.contacts4j.jdbi.webhook.FanOut;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * What it costs a write that there could be webhooks, in an organisation that has none: the row of an event by itself, and
 * the same with the look for webhooks that comes with it, in turns on one connection. Nothing waits for the disk, so that
 * it hides nothing.
 */
final class WebhookCost {

    private static final int TURNS = 60;
    private static final int UNCOUNTED = 10;
    private static final int WRITES_A_TURN = 500;

    private static final String EVENT = """
            insert into contact_event (
                organization_id, contact_id, version, id, type, occurred_at, name, status, changes)
            values (:organization, :eventContact, 1, :eventId, 'created', :eventAt, 'Ada Lovelace', 'active', '{}')
            """;

    private final TestDatabase database;
    private final boolean postgres;

    WebhookCost(TestDatabase database) {
        this.database = database;
        this.postgres = database.url().startsWith("jdbc:postgresql:");
    }

    /** Measures and prints a line; the tables are there. */
    void run() throws SQLException {
        List<String> alone = List.of(EVENT);
        List<String> looking = postgres
                ? List.of("with event as (" + EVENT + "), look as (" + FanOut.STATEMENT + ") select 1")
                : List.of(EVENT, FanOut.STATEMENT);
        List<Double> aloneMicros = new ArrayList<>();
        List<Double> lookingMicros = new ArrayList<>();
        try (Connection connection = database.connect();
                Handle handle = Jdbi.open(connection)) {
            handle.execute(postgres ? "set synchronous_commit = off" : "set write_delay 10000");
            for (int turn = 0; turn < TURNS; turn++) {
                double first = micros(handle, alone);
                double second = micros(handle, looking);
                if (turn >= UNCOUNTED) {
                    aloneMicros.add(first);
                    lookingMicros.add(second);
                }
            }
        }
        System.out.printf(
                "Microseconds to write an event where there is no webhook: %.1f, with the look for one %.1f (medians)%n",
                median(aloneMicros), median(lookingMicros));
    }

    private static double micros(Handle handle, List<String> statements) {
        long start = System.nanoTime();
        for (int n = 0; n < WRITES_A_TURN; n++) {
            UUID event = UUID.randomUUID();
            UUID contact = UUID.randomUUID();
            handle.useTransaction(transaction -> statements.forEach(sql -> write(transaction, sql, contact, event)));
        }
        return (System.nanoTime() - start) / 1e3 / WRITES_A_TURN;
    }

    private static void write(Handle handle, String sql, UUID contact, UUID event) {
        try (Update update = handle.createUpdate(sql)) {
            update.bind("organization", "without-webhooks")
                    .bind("eventContact", contact)
                    .bind("eventId", event)
                    .bind("eventAt", OffsetDateTime.now(ZoneOffset.UTC))
                    .bind("told0", "contact.created")
                    .bind("toldPlace0", 4L)
                    .execute();
        }
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
