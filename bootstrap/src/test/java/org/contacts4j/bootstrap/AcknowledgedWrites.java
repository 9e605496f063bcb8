package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;

/**
 * Writers that create, change and delete contacts while a fault lasts, and the record of what the server acknowledged to
 * them. Afterwards, {@link #lost} compares the record with the contacts of the server: each must be there exactly once,
 * with the content of its last acknowledged write.
 */
final class AcknowledgedWrites {

    private static final int WRITERS = 4;
    private static final int IMPORTED_ROWS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Queue<WrittenContact> contacts = new ConcurrentLinkedQueue<>();
    private final Map<String, String> imports = new HashMap<>();
    private final Set<Integer> statuses = new ConcurrentSkipListSet<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean stopping;

    /** Starts the writers. They end when they are stopped, or when the server breaks their connections. */
    void start(ApiClient client) {
        stopping = false;
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> writeUntilStopped(client));
            writer.start();
            writers.add(writer);
        }
    }

    /** Waits until this many further writes are acknowledged. */
    void awaitAcknowledged(int more) {
        int before = acknowledged.get();
        await(() -> acknowledged.get() >= before + more);
    }

    /** Waits until this many further writes are answered with an error. */
    void awaitRefused(int more) {
        int before = refused.get();
        await(() -> refused.get() >= before + more);
    }

    /** Ends the writers after their current request. */
    void stop() throws InterruptedException {
        stopping = true;
        for (Thread writer : writers) {
            writer.join();
        }
        writers.clear();
    }

    /** Submits a background import. The server acknowledges it before it imports any row. */
    void startImport(ApiClient client) {
        String prefix = "imported-" + NAMES.incrementAndGet() + "-";
        StringBuilder table = new StringBuilder("name\n");
        for (int row = 0; row < IMPORTED_ROWS; row++) {
            table.append(prefix).append(row).append('\n');
        }
        Reply reply = client.with("Content-Type", "text/csv").post("imports", table.toString());
        assertThat(reply.status()).isEqualTo(202);
        imports.put(reply.text("id"), prefix);
    }

    /** Waits until all acknowledged imports have ended. */
    void awaitImports(ApiClient client) {
        for (String job : imports.keySet()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> client.get("imports/" + job).text("state").equals("done"));
        }
    }

    /** Returns the number of acknowledged writes. */
    int count() {
        return acknowledged.get() + imports.size() * IMPORTED_ROWS;
    }

    /** Returns all statuses that the writers received. */
    Set<Integer> statuses() {
        return statuses;
    }

    /** Returns the longest time that a writer waited for a response. */
    Duration slowest() {
        return Duration.ofNanos(slowestNanos.get());
    }

    /** Returns a description of each contact that is missing, duplicated, or has another content than acknowledged. */
    List<String> lost(ApiClient client) {
        Map<String, List<JsonNode>> found = contactsByName(client);
        List<String> lost = new ArrayList<>();
        for (WrittenContact contact : contacts) {
            lost.addAll(contact.differences(found.getOrDefault(contact.name, List.of())));
        }
        for (String prefix : imports.values()) {
            for (int row = 0; row < IMPORTED_ROWS; row++) {
                int count = found.getOrDefault(prefix + row, List.of()).size();
                if (count != 1) {
                    lost.add(prefix + row + " is there " + count + " times");
                }
            }
        }
        return lost;
    }

    private static Map<String, List<JsonNode>> contactsByName(ApiClient client) {
        Map<String, List<JsonNode>> found = new HashMap<>();
        String path = "contacts?limit=100&total=none";
        String next = path;
        while (next != null) {
            Reply page = client.get(next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.at("data")
                    .forEach(contact -> found.computeIfAbsent(
                                    contact.path("name").asText(), name -> new ArrayList<>())
                            .add(contact));
            next = page.at("nextCursor").isTextual() ? path + "&cursor=" + page.text("nextCursor") : null;
        }
        return found;
    }

    private void writeUntilStopped(ApiClient client) {
        try {
            for (int i = 0; !stopping; i++) {
                WrittenContact contact = new WrittenContact("written-" + NAMES.incrementAndGet());
                contacts.add(contact);
                contact.created(answered(() -> client.create(contact.name)));
                if (contact.id != null && i % 2 == 0) {
                    String notes = "changed " + i;
                    contact.changing(notes);
                    contact.changed(
                            notes,
                            answered(() -> client.patch("contacts/" + contact.id, "{\"notes\":\"" + notes + "\"}")));
                }
                if (contact.id != null && i % 5 == 0) {
                    contact.deleting();
                    contact.deleted(answered(() -> client.delete("contacts/" + contact.id)));
                }
            }
        } catch (UncheckedIOException e) {
            // Expected when the server is killed: the outcome of the current request is unknown.
        }
    }

    private Reply answered(Supplier<Reply> request) {
        long begin = System.nanoTime();
        Reply reply = request.get();
        slowestNanos.accumulateAndGet(System.nanoTime() - begin, Math::max);
        statuses.add(reply.status());
        (reply.status() < 300 ? acknowledged : refused).incrementAndGet();
        return reply;
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(condition);
    }

    /** A contact with the states that it may be in. A write without acknowledgment may have happened or not. */
    private static final class WrittenContact {

        private final String name;
        private final List<String> possibleNotes = new ArrayList<>(List.of("null"));
        private String id;
        private boolean mayBeDeleted;
        private boolean deleted;

        WrittenContact(String name) {
            this.name = name;
        }

        void created(Reply reply) {
            if (reply.status() == 201) {
                id = reply.text("id");
            }
        }

        void changing(String notes) {
            possibleNotes.add(notes);
        }

        void changed(String notes, Reply reply) {
            if (reply.status() == 200) {
                possibleNotes.removeIf(other -> !other.equals(notes));
            }
        }

        void deleting() {
            mayBeDeleted = true;
        }

        void deleted(Reply reply) {
            deleted = reply.status() == 204;
        }

        List<String> differences(List<JsonNode> found) {
            List<String> differences = new ArrayList<>();
            int least = id == null || mayBeDeleted ? 0 : 1;
            int most = deleted ? 0 : 1;
            if (found.size() < least || found.size() > most) {
                differences.add(name + " is there " + found.size() + " times");
            }
            for (JsonNode contact : found) {
                if (id != null && !contact.path("id").asText().equals(id)) {
                    differences.add(name + " has another id");
                }
                if (!possibleNotes.contains(contact.path("notes").asText())) {
                    differences.add(name + " has the notes " + contact.path("notes") + ", not " + possibleNotes);
                }
            }
            return differences;
        }
    }
}
