package org.contacts4j.jdbi.tag;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.TagId;
import org.contacts4j.jdbi.Database;
import org.contacts4j.jdbi.RecordCounts;
import org.contacts4j.jdbi.Writes;

/**
 * Notes with the write of a contact which tags it got and which it lost: new ones become known, and all are counted as
 * {@link RecordCounts} counts, so that writers never wait for each other.
 */
public final class TagLedger {

    private static final String KNOW = """
            insert into tag (organization_id, tag_key, id, name, declared, created_at)
            select cast(:organization as varchar), got.tag_key, cast(got.id as uuid), got.name, false,
                cast(:taggedAt as timestamp with time zone)
            from %s
            on conflict do nothing
            """;

    private static final String GOT = "got (tag_key, id, name)";

    private TagLedger() {}

    /** How many contacts have a tag is counted under this kind of record. */
    static String countedAs(String key) {
        return "tag." + key;
    }

    /** Adds what the change of a contact's tags means to the statements that change the contact. */
    public static void note(
            Writes writes,
            Database database,
            OrganizationId organization,
            List<String> before,
            List<String> after,
            Instant at) {
        Map<String, String> had = byKey(before);
        Map<String, String> has = byKey(after);
        Map<String, String> got = without(has, had.keySet());
        if (!got.isEmpty()) {
            know(writes, database, organization, got, at);
        }
        Map<String, String> lost = without(had, has.keySet());
        RecordCounts.changeMany(writes, database, kinds(got.keySet()), kinds(lost.keySet()));
    }

    /**
     * Makes the tags of many new contacts known.
     *
     * @return how many of the contacts have each, to be counted under these kinds of record
     */
    public static Map<String, Long> noteAll(
            Writes writes, Database database, OrganizationId organization, List<List<String>> tags, Instant at) {
        Map<String, String> names = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        for (List<String> ofOne : tags) {
            byKey(ofOne).forEach((key, name) -> {
                names.putIfAbsent(key, name);
                counts.merge(countedAs(key), 1L, Long::sum);
            });
        }
        if (!names.isEmpty()) {
            know(writes, database, organization, names, at);
        }
        return counts;
    }

    private static void know(
            Writes writes, Database database, OrganizationId organization, Map<String, String> tags, Instant at) {
        List<String> ids = tags.keySet().stream()
                .map(key -> TagId.of(organization, key).toString())
                .toList();
        writes.and(
                KNOW.formatted(database.rows(GOT, "tagKeys", "tagIds", "tagNames")),
                parameters -> parameters
                        .texts("tagKeys", tags.keySet())
                        .texts("tagIds", ids)
                        .texts("tagNames", tags.values())
                        .time("taggedAt", at));
    }

    /** Names by key. In one order for all writers, so that two of them never wait for each other in a circle. */
    private static Map<String, String> byKey(List<String> tags) {
        Map<String, String> names = new TreeMap<>();
        tags.forEach(tag -> names.putIfAbsent(TagId.keyOf(tag), tag));
        return names;
    }

    private static List<String> kinds(Set<String> keys) {
        return keys.stream().map(TagLedger::countedAs).toList();
    }

    private static Map<String, String> without(Map<String, String> tags, Set<String> keys) {
        Map<String, String> others = new TreeMap<>(tags);
        others.keySet().removeAll(keys);
        return others;
    }
}
