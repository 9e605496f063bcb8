package org.contacts4j.jdbi.filter;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.TagId;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.jdbi.OrganizationPrefix;

/**
 * A key for each of a contact's tags, together with the week it was created in and its status. A tag may be common, and
 * so may a month: an index of these leads to those contacts alone that have both.
 */
public final class TagWeekKeys {

    private static final long SECONDS = 7 * 24 * 3600;

    private TagWeekKeys() {}

    /** What the column {@code tag_weeks} holds. */
    public static List<String> of(Contact contact) {
        if (contact.tags().isEmpty()) {
            return List.of();
        }
        String owner = OrganizationPrefix.of(contact.organizationId());
        long week = week(contact.revision().createdAt());
        String status = EnumNames.of(contact.status());
        return contact.tags().stream()
                .map(tag -> key(owner, week, status, TagId.keyOf(tag)))
                .toList();
    }

    /**
     * One of the keys.
     *
     * @param owner the {@linkplain OrganizationPrefix letters} of the organisation
     * @param tag as tags are compared
     */
    static String key(String owner, long week, String status, String tag) {
        return owner + week + status + ' ' + tag;
    }

    /** Weeks are counted from the first days of 1970 on; so they begin on Thursdays. */
    static long week(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }
}
