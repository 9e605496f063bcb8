package org.contacts4j.http.spn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * The request bodies that create and change contacts, mapped to the domain. Single values are checked here against the
 * domain's rules. Unknown members are ignored.
 *
 * @param primary whether the contact becomes the primary contact of its company; null when absent
 */
record ContactBody(Patch<Contact> fields, @Nullable Boolean primary) {

    /** The members that validation errors of the whole contact refer to, by field. */
    static final Map<String, String> MEMBERS = Map.of(
            ContactField.NAME.name(), "first_name",
            ContactField.EMAILS.name(), "email",
            ContactField.PHONES.name(), "phone");

    private static final String COMPANY = "company_id";
    private static final String EMAIL = "email";
    private static final String PRIMARY = "is_primary";
    private static final Map<String, Field<Contact, String>> TEXTS = texts();

    /** Members that a change may omit, but that must never be null. */
    private static final Set<String> REQUIRED = Set.of("first_name", EMAIL);

    static ContactBody toCreate(Map<?, ?> sent, Problems problems) {
        return read(sent, REQUIRED, problems);
    }

    static ContactBody toChange(Map<?, ?> sent, Problems problems) {
        return read(sent, Set.of(), problems);
    }

    /**
     * Returns the patch for this contact. Where the contact has a name without parts and only one part was sent, the
     * other part is set to the value that the dialect shows.
     */
    Patch<Contact> fieldsFor(Contact contact) {
        boolean first = fields.touches(ContactField.FIRST_NAME);
        if (contact.name().hasParts() || first == fields.touches(ContactField.LAST_NAME)) {
            return fields;
        }
        Field<Contact, String> other = first ? ContactField.LAST_NAME : ContactField.FIRST_NAME;
        @Nullable String shown = first ? contact.name().lastOrLastWord() : ContactJson.firstName(contact.name());
        return shown == null ? fields : fields.set(other, shown);
    }

    /** Returns whether {@link #fieldsFor} may depend on the contact. */
    boolean changesAPartOfTheName() {
        return fields.touches(ContactField.FIRST_NAME) != fields.touches(ContactField.LAST_NAME);
    }

    private static ContactBody read(Map<?, ?> sent, Set<String> required, Problems problems) {
        Patch.Builder<Contact> patch = Patch.builder();
        readCompany(patch, sent, problems);
        TEXTS.forEach((member, field) -> {
            if (sent.containsKey(member)) {
                readText(patch, member, field, sent.get(member), problems);
            } else if (required.contains(member)) {
                problems.missing(List.of("body", member), sent);
            }
        });
        @Nullable
        Boolean primary = sent.containsKey(PRIMARY)
                ? ReceivedValue.inBody(PRIMARY, sent.get(PRIMARY), problems).flag()
                : null;
        return new ContactBody(patch.build(), primary);
    }

    private static void readCompany(Patch.Builder<Contact> patch, Map<?, ?> sent, Problems problems) {
        @Nullable Object value = sent.get(COMPANY);
        if (value != null) {
            patch.set(
                    ContactField.COMPANY,
                    new CompanyId(ReceivedValue.inBody(COMPANY, value, problems).id()));
        } else if (sent.containsKey(COMPANY)) {
            patch.clear(ContactField.COMPANY);
        }
    }

    private static void readText(
            Patch.Builder<Contact> patch,
            String member,
            Field<Contact, String> field,
            @Nullable Object value,
            Problems problems) {
        if (value == null && !REQUIRED.contains(member)) {
            patch.clear(field);
            return;
        }
        ReceivedValue sent = ReceivedValue.inBody(member, value, problems);
        @Nullable String text = sent.text();
        if (text == null) {
            return;
        }
        if (member.equals(EMAIL) && text.isBlank()) {
            problems.noEmail(sent);
            return;
        }
        sent.check(field, text);
        patch.set(field, text);
    }

    private static Map<String, Field<Contact, String>> texts() {
        Map<String, Field<Contact, String>> texts = new LinkedHashMap<>();
        texts.put("first_name", ContactField.FIRST_NAME);
        texts.put("last_name", ContactField.LAST_NAME);
        texts.put(EMAIL, ContactField.EMAIL);
        texts.put("phone", ContactField.PHONE);
        texts.put("designation", ContactField.TITLE);
        return texts;
    }
}
