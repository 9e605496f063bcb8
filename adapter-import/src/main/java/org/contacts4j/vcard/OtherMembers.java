package org.contacts4j.vcard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactStatus;
import org.jspecify.annotations.Nullable;

/** The members of a contact's JSON that no property of vCard holds, without those that are unset. */
final class OtherMembers {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private OtherMembers() {}

    static Map<String, @Nullable Object> of(Contact contact) {
        OtherMembers others = new OtherMembers();
        others.put("id", contact.id());
        others.put("localName", contact.name().local());
        others.put("pronouns", contact.name().pronouns());
        others.put("code", contact.code());
        others.put("language", contact.communication().language());
        others.put("dnc", contact.communication().doNotContact() ? true : null);
        others.put("parentEntityId", contact.job().companyId());
        others.put("source", contact.background().source());
        others.put("taxId", contact.background().taxId());
        others.put("description", contact.background().description());
        others.put("metadata", metadata(contact));
        others.put("address", address(contact.address()));
        others.put("assignedTo", contact.assignment().members());
        others.put("teams", contact.assignment().teams());
        others.put("status", contact.status() == ContactStatus.ACTIVE ? null : EnumNames.of(contact.status()));
        others.put("customFields", contact.customFields());
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>(contact.extensions());
        extensions.remove(ContactCard.EXTENSION);
        others.put("extensions", extensions);
        return others.members;
    }

    private static Map<String, @Nullable Object> metadata(Contact contact) {
        OtherMembers metadata = new OtherMembers();
        metadata.put("reportsTo", contact.job().reportsTo());
        if (contact.communication().preferredMethod() != null) {
            metadata.put(
                    "preferredContactMethod",
                    EnumNames.of(contact.communication().preferredMethod()));
        }
        return metadata.members;
    }

    private static Map<String, @Nullable Object> address(@Nullable Address address) {
        OtherMembers parts = new OtherMembers();
        if (address != null) {
            for (AddressPart part : CardAddress.UNHELD) {
                parts.put(part.key(), address.get(part));
            }
            if (CardAddress.isAmbiguous(address)) {
                parts.put(AddressPart.COUNTRY.key(), address.get(AddressPart.COUNTRY));
            }
        }
        return parts.members;
    }

    private void put(String name, @Nullable Object value) {
        boolean isEmpty = value instanceof Map<?, ?> map && map.isEmpty();
        if (value instanceof List<?> list) {
            if (!list.isEmpty()) {
                members.put(name, list.stream().map(String::valueOf).toList());
            }
        } else if (value != null && !isEmpty) {
            boolean isPlain = value instanceof Map || value instanceof Boolean;
            members.put(name, isPlain ? value : value.toString());
        }
    }
}
