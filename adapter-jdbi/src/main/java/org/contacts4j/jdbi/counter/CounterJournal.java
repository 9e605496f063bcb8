package org.contacts4j.jdbi.counter;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.jdbi.transaction.StatementBatch;

/**
 * Appends a write's counter deltas to the journal: the change in the number of records, and the tags that contacts gain
 * or lose. Each write appends one row, so that writers neither wait for each other nor read anything.
 * {@link JournalCompaction} later adds these rows to the totals.
 */
public final class CounterJournal {

    private static final String COUNT =
            "insert into counter_journal (organization_id, kind, change) values (:organization, :tallied, :talliedBy)";

    private static final String COUNT_AND_TAGS = """
            insert into counter_journal (organization_id, kind, change, got, lost, noted_at)
            values (:organization, :tallied, :talliedBy, :tagsGot, :tagsLost, :talliedAt)
            """;

    private static final String MOVE = """
            insert into counter_journal (organization_id, kind, change)
            values (:organization, :talliedFrom, -1), (:organization, :talliedTo, 1)
            """;

    private CounterJournal() {}

    /** Appends a change in the number of records of a kind. {@code change} may be negative. */
    public static void count(StatementBatch writes, String kind, long change) {
        writes.and(COUNT, parameters -> parameters.text("tallied", kind).number("talliedBy", change));
    }

    /** Appends the move of one record from one kind to another. */
    public static void move(StatementBatch writes, String from, String to) {
        writes.and(MOVE, parameters -> parameters.text("talliedFrom", from).text("talliedTo", to));
    }

    /**
     * Appends a change in the number of contacts of a kind, and the change in their tags. For several contacts,
     * {@code before} and {@code after} list the tags of all of them: a tag occurs once for each contact that gains or
     * loses it.
     */
    public static void countWithTags(
            StatementBatch writes, String kind, long change, List<String> before, List<String> after, Instant at) {
        List<String> got = without(after, before);
        List<String> lost = without(before, after);
        if (!got.isEmpty() || !lost.isEmpty()) {
            writes.and(
                    COUNT_AND_TAGS,
                    parameters -> parameters
                            .text("tallied", kind)
                            .number("talliedBy", change)
                            .texts("tagsGot", got)
                            .texts("tagsLost", lost)
                            .time("talliedAt", at));
        } else if (change != 0) {
            count(writes, kind, change);
        }
    }

    private static List<String> without(List<String> tags, List<String> others) {
        if (tags.isEmpty() || others.isEmpty()) {
            return tags;
        }
        Set<String> keys = others.stream().map(TagId::keyOf).collect(Collectors.toSet());
        return tags.stream().filter(tag -> !keys.contains(TagId.keyOf(tag))).toList();
    }

    /**
     * A journal entry: the counter deltas of one write.
     *
     * @param id ascending in the order of writing
     * @param kind the kind of record that {@code change} counts
     * @param got tags as the contact spells them
     */
    public record Entry(
            String organization, long id, String kind, long change, List<String> got, List<String> lost, Instant at) {}
}
