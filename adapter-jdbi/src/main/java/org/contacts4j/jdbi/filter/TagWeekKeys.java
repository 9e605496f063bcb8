package org.contacts4j.jdbi.filter;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.jdbi.sql.OrganizationPrefix;

/**
 * Index keys that combine each tag of a contact with its status and the week of its creation. A tag and a month may
 * each be common; an index of these keys finds only the contacts that have both.
 */
public final class TagWeekKeys {

    private static final long SECONDS = 7 * 24 * 3600;

    private TagWeekKeys() {}

    /** Returns the value of the column {@code tag_weeks}. */
    public static List<String> of(Contact contact) {
        return contact.tags().isEmpty()
                ? List.of()
                : of(
                        contact.organizationId(),
                        contact.revision().createdAt(),
                        EnumNames.of(contact.status()),
                        contact.tags().stream().map(TagId::keyOf).toList());
    }

    /** Returns the value of the column {@code tag_weeks} for the values of the columns that it is derived from. */
    public static List<String> of(OrganizationId organization, Instant createdAt, String status, List<String> tagKeys) {
        String owner = OrganizationPrefix.of(organization);
        long week = week(createdAt);
        return tagKeys.stream().map(tag -> key(owner, week, status, tag)).toList();
    }

    /**
     * Returns a key.
     *
     * @param owner the {@linkplain OrganizationPrefix prefix} of the organization
     * @param tag the tag in the form in which tags are compared
     */
    static String key(String owner, long week, String status, String tag) {
        return owner + week + status + ' ' + tag;
    }

    /** Returns the number of the week since 1970-01-01. Weeks therefore begin on Thursdays. */
    static long week(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }
}
