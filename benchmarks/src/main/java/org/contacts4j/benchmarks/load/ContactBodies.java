package org.contacts4j.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** Request bodies that create or change a contact. */
public final class ContactBodies {

    private ContactBodies() {}

    /** Returns the fields of the patch as the canonical API's JSON. */
    public static String of(Patch<Contact> patch) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        for (Field<Contact, ?> field : ContactField.all()) {
            if (patch.changeOf(field) instanceof Change.Set<?> set) {
                put(body, ContactJson.pathOf(field.name()), plain(set.value()));
            }
        }
        return Json.write(body);
    }

    @SuppressWarnings("unchecked") // only this method creates the nested objects
    private static void put(Map<String, @Nullable Object> body, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            body.put(name, value);
        } else {
            Object inner = body.computeIfAbsent(name.substring(0, dot), key -> new LinkedHashMap<>());
            put((Map<String, @Nullable Object>) inner, name.substring(dot + 1), value);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Address address) {
            Map<String, Object> parts = new LinkedHashMap<>();
            address.parts().forEach((part, text) -> parts.put(part.key(), text));
            return parts;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ContactBodies::plain).toList();
        }
        if (value instanceof MemberId member) {
            return member.value();
        }
        return value instanceof Enum<?> constant ? EnumNames.of(constant) : value;
    }
}
