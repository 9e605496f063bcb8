package org.contacts4j.http.spn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that create and change contacts: what their members are to the domain, whose rules of single values are asked
 * here already. All other members are ignored.
 *
 * @param primary whether the contact is to be its company's primary one; null when that was not sent
 */
record ContactBody(Patch<Contact> fields, @Nullable Boolean primary) {

    /** What is told of the rules that a contact has to keep as a whole. */
    static final Map<String, String> MEMBERS = Map.of(
            ContactField.NAME.name(), "first_name",
            ContactField.EMAILS.name(), "email",
            ContactField.PHONES.name(), "phone");

    private static final String COMPANY = "company_id";
    private static final String EMAIL = "email";
    private static final String PRIMARY = "is_primary";
    private static final Map<String, ContactField<String>> TEXTS = texts();

    /** They can be left out by a change, but never be null. */
    private static final Set<String> REQUIRED = Set.of("first_name", EMAIL);

    static ContactBody toCreate(Map<?, ?> sent, Problems problems) {
        return read(sent, REQUIRED, problems);
    }

    static ContactBody toChange(Map<?, ?> sent, Problems problems) {
        return read(sent, Set.of(), problems);
    }

    /**
     * What is to be changed of the contact. Of one that has no parts of its name, the part that was not sent stays as it is
     * shown.
     */
    Patch<Contact> fieldsFor(Contact contact) {
        boolean first = fields.touches(ContactField.FIRST_NAME);
        if (ContactJson.hasParts(contact.name()) || first == fields.touches(ContactField.LAST_NAME)) {
            return fields;
        }
        ContactField<String> other = first ? ContactField.LAST_NAME : ContactField.FIRST_NAME;
        @Nullable String shown = first ? ContactJson.lastName(contact.name()) : ContactJson.firstName(contact.name());
        return shown == null ? fields : fields.with(other, shown);
    }

    /** Whether {@link #fieldsFor} may differ from contact to contact. */
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
            ContactField<String> field,
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

    private static Map<String, ContactField<String>> texts() {
        Map<String, ContactField<String>> texts = new LinkedHashMap<>();
        texts.put("first_name", ContactField.FIRST_NAME);
        texts.put("last_name", ContactField.LAST_NAME);
        texts.put(EMAIL, ContactField.EMAIL);
        texts.put("phone", ContactField.PHONE);
        texts.put("designation", ContactField.TITLE);
        return texts;
    }
}
