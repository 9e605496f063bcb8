package org.contacts4j.http.bottlecrm;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.contacts4j.http.bottlecrm.json.LenientValueReaders;
import org.contacts4j.http.bottlecrm.json.Messages;
import org.contacts4j.json.JsonMembers;
import org.jspecify.annotations.Nullable;

/** The request bodies that create and change contacts, mapped to the domain. Unknown members are ignored. */
final class ContactBody {

    static final JsonMembers<Contact> FIELDS = new JsonMembers<Contact>()
            .reading("first_name", ContactField.FIRST_NAME, LenientValueReaders.NAME)
            .reading("last_name", ContactField.LAST_NAME, LenientValueReaders.NAME)
            .reading("primary_email", ContactField.EMAIL, LenientValueReaders.TEXT)
            .reading("secondary_email", ContactField.SECONDARY_EMAIL, LenientValueReaders.TEXT)
            .reading("mobile_number", ContactField.PHONE, LenientValueReaders.TEXT)
            .reading("secondary_number", ContactField.SECONDARY_PHONE, LenientValueReaders.TEXT)
            .reading("organization", ContactField.COMPANY_NAME, LenientValueReaders.TEXT)
            .reading("department", ContactField.DEPARTMENT, LenientValueReaders.TEXT)
            .reading("designation", ContactField.TITLE, LenientValueReaders.TEXT)
            .reading("assigned_to", ContactField.ASSIGNED_TO, LenientValueReaders.MEMBERS)
            .reading("teams", ContactField.TEAMS, LenientValueReaders.TEAMS)
            .reading("salutation", ContactField.SALUTATION, LenientValueReaders.TEXT)
            .reading("language", ContactField.LANGUAGE, LenientValueReaders.TEXT)
            .reading("do_not_call", ContactField.DO_NOT_CONTACT, LenientValueReaders.FLAG)
            .reading("description", ContactField.DESCRIPTION, LenientValueReaders.TEXT)
            .reading("is_active", ContactField.ACTIVE, LenientValueReaders.FLAG);

    static final Map<String, AddressPart> ADDRESS = address();

    /** Members that the domain has no field for. Their values are stored unchanged. */
    static final List<String> EXTENSIONS =
            List.of("linked_in_url", "linkedin_url", "facebook_url", "twitter_username", "date_of_birth");

    private static final List<String> REQUIRED = List.of("first_name", "last_name");

    /** The names that BottleCRM's clients use, to those of BottleCRM's API guide. */
    private static final Map<String, String> ALIASES =
            Map.of("email", "primary_email", "phone", "mobile_number", "title", "designation");

    private ContactBody() {}

    /** Returns the fields of a new contact, which requires a first and a last name. */
    static Patch<Contact> toCreate(Map<String, @Nullable Object> sent) {
        return read(sent, Set.copyOf(REQUIRED));
    }

    /** Returns a patch with only the members that were sent. */
    static Patch<Contact> toChange(Map<String, @Nullable Object> sent) {
        return read(sent, Set.of());
    }

    /** Returns the domain's name of a part of the address. */
    static String partName(AddressPart part) {
        return ContactField.ADDRESS.name() + "." + part.key();
    }

    private static Patch<Contact> read(Map<String, @Nullable Object> sent, Set<String> required) {
        Map<String, @Nullable Object> body = withGuideNames(sent);
        Patch.Builder<Contact> patch = Patch.builder();
        for (String member : REQUIRED) {
            if (body.containsKey(member) ? body.get(member) == null : required.contains(member)) {
                patch.faults().add(member, body.containsKey(member) ? Messages.NULL : Messages.REQUIRED);
            }
        }
        FIELDS.readInto(patch, body);
        readAddress(patch, body);
        readExtensions(patch, body);
        return patch.build();
    }

    /**
     * Renames the members to those of BottleCRM's API guide. Where both names of a member were sent, the guide's value
     * wins.
     */
    private static Map<String, @Nullable Object> withGuideNames(Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(sent);
        ALIASES.forEach((alias, member) -> {
            if (sent.containsKey(alias) && !sent.containsKey(member)) {
                body.put(member, sent.get(alias));
            }
        });
        return body;
    }

    private static void readAddress(Patch.Builder<Contact> patch, Map<String, @Nullable Object> body) {
        Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
        ADDRESS.forEach((member, part) -> {
            if (body.containsKey(member)) {
                parts.put(
                        part,
                        text(body.get(member), partName(part), patch.faults()).orElse(""));
            }
        });
        if (!parts.isEmpty()) {
            patch.set(ContactField.ADDRESS, new Address(parts));
        }
    }

    private static void readExtensions(Patch.Builder<Contact> patch, Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        for (String member : EXTENSIONS) {
            if (body.containsKey(member)) {
                @Nullable Object value = body.get(member);
                if (value instanceof String text) {
                    Rules.checkText(text, Rules.TEXT, member, patch.faults());
                }
                extensions.put(member, "".equals(value) ? null : value);
            }
        }
        if (!extensions.isEmpty()) {
            patch.set(ContactField.EXTENSIONS, extensions);
        }
    }

    private static Optional<String> text(@Nullable Object value, String field, Faults faults) {
        return Optional.ofNullable(value).map(set -> LenientValueReaders.TEXT.read(set, field, faults));
    }

    private static Map<String, AddressPart> address() {
        Map<String, AddressPart> address = new LinkedHashMap<>();
        address.put("address_line", AddressPart.LINE_1);
        address.put("street", AddressPart.LINE_2);
        address.put("city", AddressPart.CITY);
        address.put("state", AddressPart.STATE_PROVINCE);
        address.put("postcode", AddressPart.POSTAL_CODE);
        address.put("country", AddressPart.COUNTRY);
        return address;
    }
}
