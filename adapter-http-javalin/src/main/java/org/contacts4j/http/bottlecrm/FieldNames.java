package org.contacts4j.http.bottlecrm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.validation.Fault;

/** The member names of this dialect for the domain's fields. */
final class FieldNames {

    private static final Map<String, String> MEMBERS = members();

    private FieldNames() {}

    /** Returns the member that a validation error names. A field without a name in this dialect keeps its own. */
    static String memberOf(String field) {
        int index = field.indexOf('[');
        String whole = index < 0 ? field : field.substring(0, index);
        return MEMBERS.getOrDefault(whole, whole);
    }

    /**
     * Returns the validation errors without that of the name, which the domain composes of its parts. Returns it where
     * it is the only one.
     */
    static List<Fault> withoutComposed(List<Fault> faults) {
        List<Fault> sent = faults.stream()
                .filter(fault -> !fault.field().equals(ContactField.NAME.name()))
                .toList();
        return sent.isEmpty() ? faults : sent;
    }

    private static Map<String, String> members() {
        Map<String, String> members = new HashMap<>(ContactBody.FIELDS.paths());
        ContactBody.ADDRESS.forEach((member, part) -> members.put(ContactBody.partName(part), member));
        members.put("name", "first_name");
        members.put("extensions", "non_field_errors");
        members.put("text", "comment");
        members.put("file", "attachment");
        members.put("attachments", "attachment");
        return members;
    }
}
