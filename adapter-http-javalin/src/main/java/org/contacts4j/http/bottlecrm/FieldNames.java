package org.contacts4j.http.bottlecrm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.Fault;
import org.contacts4j.domain.contact.ContactField;

/** What the fields of the domain are called here. */
final class FieldNames {

    private static final Map<String, String> MEMBERS = members();

    private FieldNames() {}

    /** The member that a fault is told of; what has no other name here keeps its own. */
    static String memberOf(String field) {
        int index = field.indexOf('[');
        String whole = index < 0 ? field : field.substring(0, index);
        return MEMBERS.getOrDefault(whole, whole);
    }

    /** The faults but for that of the name which the domain composes of its parts, unless it is the only one. */
    static List<Fault> withoutComposed(List<Fault> faults) {
        List<Fault> sent = faults.stream()
                .filter(fault -> !fault.field().equals(ContactField.NAME.name()))
                .toList();
        return sent.isEmpty() ? faults : sent;
    }

    private static Map<String, String> members() {
        Map<String, String> members = new HashMap<>(ContactBody.FIELDS.namesByField());
        ContactBody.ADDRESS.forEach((member, part) -> members.put(ContactBody.partName(part), member));
        members.put("name", "first_name");
        members.put("extensions", "non_field_errors");
        members.put("text", "comment");
        members.put("file", "attachment");
        members.put("attachments", "attachment");
        return members;
    }
}
