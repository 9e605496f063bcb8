package org.contacts4j.jdbi;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.domain.TagId;

/**
 * Notes with a write what it changes in how many records there are, and in how many contacts have which tag: one row, so
 * that writers neither wait for each other nor look anything up. {@link JournalCompaction} adds those rows up.
 */
public final class CounterJournal {

    private static final String COUNT =
            "insert into counter_journal (organization_id, kind, change) values (:organization, :tallied, :talliedBy)";

    private static final String NOTE = """
            insert into counter_journal (organization_id, kind, change, got, lost, noted_at)
            values (:organization, :tallied, :talliedBy, :tagsGot, :tagsLost, :talliedAt)
            """;

    private static final String MOVE = """
            insert into counter_journal (organization_id, kind, change)
            values (:organization, :talliedFrom, -1), (:organization, :talliedTo, 1)
            """;

    private CounterJournal() {}

    /** Notes that there are so many more records of the kind, or less. */
    public static void count(StatementBatch writes, String kind, long change) {
        writes.and(COUNT, parameters -> parameters.text("tallied", kind).number("talliedBy", change));
    }

    /** Notes that a record is of another kind now. */
    public static void move(StatementBatch writes, String from, String to) {
        writes.and(MOVE, parameters -> parameters.text("talliedFrom", from).text("talliedTo", to));
    }

    /**
     * Notes that there are so many more contacts of the kind, or less, and what that changes in their tags. For many
     * contacts at once these are the tags of all of them, a tag once for each contact that gets or loses it.
     */
    public static void note(
            StatementBatch writes, String kind, long change, List<String> before, List<String> after, Instant at) {
        List<String> got = without(after, before);
        List<String> lost = without(before, after);
        if (!got.isEmpty() || !lost.isEmpty()) {
            writes.and(
                    NOTE,
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
     * What one write noted.
     *
     * @param id in the order of writing
     * @param kind of the records that there are more of, or less
     * @param got tags as the contact spells them
     */
    public record Entry(
            String organization, long id, String kind, long change, List<String> got, List<String> lost, Instant at) {}
}
