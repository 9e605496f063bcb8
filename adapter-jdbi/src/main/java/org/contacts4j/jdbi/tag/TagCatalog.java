package org.contacts4j.jdbi.tag;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contacts4j.application.tag.CountedTag;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.tag.Tag;
import org.jspecify.annotations.Nullable;

/** An organization's tags, computed from the tag table and the journal entries that are not compacted into it yet. */
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

    /** Returns at most {@code limit} tags in key order, with the number of all their contacts. */
    List<CountedTag> all(int limit) {
        return byKey.values().stream()
                .limit(limit)
                .map(known -> known.counted(organization, known.contacts))
                .toList();
    }

    /**
     * Returns at most {@code limit} tags in key order: declared tags, and tags of the given contacts.
     *
     * @param contacts the number of contacts for each tag key; it replaces the organization's total
     */
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
     * A row of the tag table, or a journal entry that is not compacted yet.
     *
     * @param id 0 for a tag; ascending for journal entries
     * @param got the name of the tag, or the tags that were added to contacts
     */
    record Note(long id, Instant at, boolean declared, long contacts, List<String> got, List<String> lost) {

        boolean isTag() {
            return id == 0;
        }
    }

    /**
     * The current state of one tag.
     *
     * @param declared whether all members see the tag, not only those who see a contact with it
     */
    private record Known(String name, Instant since, boolean declared, long contacts) {

        CountedTag counted(OrganizationId organization, long visible) {
            return new CountedTag(new Tag(TagId.of(organization, name), name, since), Math.max(0, visible));
        }
    }
}
