package org.contacts4j.http.repzo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.json.JsonMembers;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/** The request bodies that create and change contacts, mapped to the domain. Unknown members are ignored. */
final class ContactBody {

    static final String CREATOR = "creator";
    static final String EDITOR = "editor";
    static final String MEDIA = "media";
    static final String COVER_PHOTO = "cover_photo";
    static final String INTEGRATION_META = "integration_meta";
    static final String COMPANY_NAMESPACE = "company_namespace";

    private static final String NAME = "name";

    /** Inverts the value: Repzo sends whether a contact is disabled, the domain stores whether it is active. */
    private static final ValueReader<Boolean> DISABLED = (json, field, faults) -> {
        @Nullable Boolean disabled = ValueReaders.BOOL.read(json, field, faults);
        return disabled == null ? null : !disabled;
    };

    private static final JsonMembers<Contact> FIELDS = new JsonMembers<Contact>()
            .reading(NAME, ContactField.NAME, ValueReaders.TEXT)
            .reading("local_name", ContactField.LOCAL_NAME, ValueReaders.TEXT)
            .reading("phone1", ContactField.PHONE, ValueReaders.TEXT)
            .reading("phone2", ContactField.SECONDARY_PHONE, ValueReaders.TEXT)
            .reading("email", ContactField.EMAIL, ValueReaders.TEXT)
            .reading("title", ContactField.TITLE, ValueReaders.TEXT)
            .reading("extra_info", ContactField.DESCRIPTION, ValueReaders.TEXT)
            .reading("disabled", ContactField.ACTIVE, DISABLED);

    private static final Map<String, String> MEMBERS = FIELDS.paths();

    /** Members that the domain has no field for. */
    private static final Map<String, ValueReader<?>> EXTENSIONS = extensions();

    private static final String IN_EXTENSIONS = ContactField.EXTENSIONS.name() + ".";

    private ContactBody() {}

    /** Returns the fields of a new contact. {@code creator} applies unless the body contains a creator. */
    static Patch<Contact> toCreate(Map<?, ?> body, Map<String, Object> creator) {
        return read(body, body.get(CREATOR) == null ? Map.of(CREATOR, creator) : Map.of());
    }

    /** Returns a patch with only the members that were sent. */
    static Patch<Contact> toChange(Map<?, ?> body) {
        return read(body, Map.of());
    }

    /** Returns the member that a validation error names. A field without a name in this dialect keeps its own. */
    static String memberOf(String field) {
        return field.startsWith(IN_EXTENSIONS)
                ? field.substring(IN_EXTENSIONS.length())
                : MEMBERS.getOrDefault(field, field);
    }

    private static Patch<Contact> read(Map<?, ?> body, Map<String, Object> further) {
        Patch.Builder<Contact> patch = Patch.builder();
        FIELDS.readInto(patch, body);
        requireName(patch, body);
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        EXTENSIONS.forEach((member, kind) -> {
            if (body.containsKey(member)) {
                @Nullable Object sent = body.get(member);
                @Nullable Object value = sent == null ? null : kind.read(sent, member, patch.faults());
                extensions.put(member, "".equals(value) ? null : value);
            }
        });
        extensions.putAll(further);
        if (!extensions.isEmpty()) {
            patch.set(ContactField.EXTENSIONS, extensions);
        }
        return patch.build();
    }

    /**
     * Requires a name that is not blank. Otherwise the domain would compose one of the name parts that other APIs set.
     */
    private static void requireName(Patch.Builder<Contact> patch, Map<?, ?> body) {
        @Nullable Object sent = body.get(NAME);
        boolean blank = sent == null ? body.containsKey(NAME) : sent instanceof String text && text.isBlank();
        if (blank) {
            patch.faults().add(NAME, Fault.Kind.MISSING, "is required");
        }
    }

    private static Map<String, ValueReader<?>> extensions() {
        Map<String, ValueReader<?>> extensions = new LinkedHashMap<>();
        extensions.put(CREATOR, Creator.KIND);
        extensions.put(EDITOR, Creator.KIND);
        extensions.put(MEDIA, ValueReaders.listOf(ValueReaders.TEXT));
        extensions.put(COVER_PHOTO, ValueReaders.TEXT);
        extensions.put(INTEGRATION_META, ValueReaders.DATA);
        extensions.put(COMPANY_NAMESPACE, ValueReaders.listOf(ValueReaders.TEXT));
        return extensions;
    }
}
