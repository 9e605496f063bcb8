package org.contacts4j.jdbi.tag;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.domain.TagId;
import org.contacts4j.jdbi.Writes;

/**
 * Notes with the write of a contact which tags it got and which it lost: one row, whatever their number, so that writers
 * neither wait for each other nor look anything up. {@link TagFolder} adds those rows up.
 */
public final class TagLedger {

    private static final String NOTE = """
            insert into tag_change (organization_id, got, lost, noted_at)
            values (:organization, :tagsGot, :tagsLost, :tagsNotedAt)
            """;

    private TagLedger() {}

    /**
     * Adds what the change of a contact's tags means to the statements that change the contact. For many contacts at once
     * these are the tags of all of them, a tag once for each contact that gets or loses it.
     */
    public static void note(Writes writes, List<String> before, List<String> after, Instant at) {
        List<String> got = without(after, before);
        List<String> lost = without(before, after);
        if (!got.isEmpty() || !lost.isEmpty()) {
            writes.and(
                    NOTE,
                    parameters -> parameters
                            .texts("tagsGot", got)
                            .texts("tagsLost", lost)
                            .time("tagsNotedAt", at));
        }
    }

    private static List<String> without(List<String> tags, List<String> others) {
        if (tags.isEmpty() || others.isEmpty()) {
            return tags;
        }
        Set<String> keys = others.stream().map(TagId::keyOf).collect(Collectors.toSet());
        return tags.stream().filter(tag -> !keys.contains(TagId.keyOf(tag))).toList();
    }
}
