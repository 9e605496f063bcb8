package org.contacts4j.jdbi.contact;

import java.util.Collection;
import java.util.List;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.MatchKeys;
import org.contacts4j.jdbi.OrganizationPrefix;

/** Match keys as the column of contacts holds them: behind {@linkplain OrganizationPrefix letters} for the organisation. */
public final class PrefixedMatchKeys {

    private PrefixedMatchKeys() {}

    static List<String> of(Contact contact) {
        List<String> keys = MatchKeys.of(contact);
        return keys.isEmpty() ? keys : of(contact.organizationId(), keys);
    }

    public static List<String> of(OrganizationId organization, Collection<String> keys) {
        String owner = OrganizationPrefix.of(organization);
        return keys.stream().map(owner::concat).toList();
    }

    /** The keys as the domain has them. */
    public static List<String> plain(List<String> owned) {
        return owned.stream()
                .map(key -> key.substring(OrganizationPrefix.COUNT))
                .toList();
    }
}
