package org.contacts4j.jdbi.tag;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contacts4j.application.tag.CountedTag;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.TagId;
import org.contacts4j.domain.tag.Tag;
import org.jspecify.annotations.Nullable;

/** An organisation's tags, put together from their table and from what was not added to it yet. */
final class TagCatalog {

    private final OrganizationId organization;
    private final Map<String, Known> byKey = new TreeMap<>();

    TagCatalog(OrganizationId organization, List<Note> notes) {
        this.organization = organization;
        for (Note note : notes) {
            note.got.forEach(name -> add(name, note, note.contacts));
            if (!note.isTag()) {
                note.lost.forEach(name -> add(name, note, -note.contacts));
            }
        }
    }

    /** At most so many, by key, with all contacts that have them. */
    List<CountedTag> all(int limit) {
        return byKey.values().stream()
                .limit(limit)
                .map(known -> known.counted(organization, known.contacts))
                .toList();
    }

    /** At most so many, by key: those that some contacts have, with the number of these; and those that were declared. */
    List<CountedTag> among(Map<String, Long> contacts, int limit) {
        return byKey.entrySet().stream()
                .filter(tag -> tag.getValue().declared || contacts.containsKey(tag.getKey()))
                .limit(limit)
                .map(tag -> tag.getValue().counted(organization, contacts.getOrDefault(tag.getKey(), 0L)))
                .toList();
    }

    private void add(String name, Note note, long contacts) {
        byKey.compute(TagId.keyOf(name), (key, known) -> known(known, name, note, contacts));
    }

    private static Known known(@Nullable Known before, String name, Note note, long contacts) {
        return before == null
                ? new Known(name, note.at, note.declared, contacts)
                : new Known(before.name, before.since, before.declared, before.contacts + contacts);
    }

    /**
     * A tag of the table, or a change that is not added to it.
     *
     * @param id 0 for a tag; changes count up
     * @param got a tag's name, or what a contact got
     */
    record Note(long id, Instant at, boolean declared, long contacts, List<String> got, List<String> lost) {

        boolean isTag() {
            return id == 0;
        }
    }

    /**
     * What is known of one tag.
     *
     * @param declared whether it is known to everybody, not only to those who see a contact that has it
     */
    private record Known(String name, Instant since, boolean declared, long contacts) {

        CountedTag counted(OrganizationId organization, long visible) {
            return new CountedTag(new Tag(TagId.of(organization, name), name, since), Math.max(0, visible));
        }
    }
}
