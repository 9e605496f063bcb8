package org.contacts4j.jdbi.contact;

import java.util.Collection;
import java.util.List;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.sql.OrganizationPrefix;

/** Match keys as stored in the contact table: with the {@linkplain OrganizationPrefix prefix} of the organization. */
public final class PrefixedMatchKeys {

    private PrefixedMatchKeys() {}

    public static List<String> of(Contact contact, PhoneNumbers numbers) {
        List<String> keys = MatchKeys.of(contact, numbers);
        return keys.isEmpty() ? keys : of(contact.organizationId(), keys);
    }

    public static List<String> of(OrganizationId organization, Collection<String> keys) {
        String owner = OrganizationPrefix.of(organization);
        return keys.stream().map(owner::concat).toList();
    }

    /** Returns the keys without the prefix, as the domain uses them. */
    public static List<String> plain(List<String> owned) {
        return owned.stream()
                .map(key -> key.substring(OrganizationPrefix.LENGTH))
                .toList();
    }
}
