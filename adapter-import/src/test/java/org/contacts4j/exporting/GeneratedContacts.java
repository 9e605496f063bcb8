package org.contacts4j.exporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;

/** Generated contacts in nine scripts, with texts that have a meaning in the formats of files. */
final class GeneratedContacts {

    private static final List<String> WORDS = List.of(
            // nine scripts
            "Łukasz",
            "Đặng",
            "Ελένη",
            "Ольга",
            "שרה",
            "محمد",
            "हिन्दी",
            "สมชาย",
            "山田",
            "ガギグ",
            "김민수",
            // outside the basic plane
            "👩‍🚀",
            "𠮷野",
            // separators, quotes, formulas and escapes
            "a;b",
            "a,b",
            "a:b",
            "\"quoted\"",
            "'t Hooft",
            "'=1",
            "=1+1",
            "+49 30",
            "-5",
            "@x",
            "back\\slash",
            "\\n",
            "{}",
            "[]",
            "[\"a\"]",
            "'a'",
            "* a",
            // what spreadsheets write instead of values
            "#N/A",
            "'####",
            "a|b",
            "^caret",
            "a ::: b",
            "1,5",
            "007",
            "4.9E+11",
            "true",
            "null",
            "DE",
            "x".repeat(100));

    private static final List<String> LABELS = List.of(
            "primary", "secondary", "work", "Work", "home", "mobile", "fax", "other", "Büro; 2. Stock", "\\x,y");

    private final Random random;

    GeneratedContacts(Random random) {
        this.random = random;
    }

    Patch<Contact> next(int number) {
        Patch<Contact> patch = Patch.of(ContactField.NAME, text()).set(ContactField.CODE, "C-" + number);
        for (Field<Contact, String> field : List.of(
                ContactField.FIRST_NAME,
                ContactField.LAST_NAME,
                ContactField.SALUTATION,
                ContactField.DISPLAY_NAME,
                ContactField.LOCAL_NAME,
                ContactField.PRONOUNS,
                ContactField.COMPANY_NAME,
                ContactField.TITLE,
                ContactField.DEPARTMENT,
                ContactField.SOURCE,
                ContactField.TAX_ID,
                ContactField.LANGUAGE)) {
            patch = maybe() ? patch.set(field, text()) : patch;
        }
        patch = maybe() ? patch.set(ContactField.NOTES, prose()) : patch;
        patch = maybe() ? patch.set(ContactField.DESCRIPTION, prose()) : patch;
        patch = maybe() ? patch.set(ContactField.WEBSITE, "https://example.org/?a=1,2;3#" + number) : patch;
        patch = patch.set(ContactField.EMAILS, emails(number)).set(ContactField.PHONES, phones());
        patch = maybe() ? patch.set(ContactField.ADDRESS, address()) : patch;
        patch = maybe() ? patch.set(ContactField.TAGS, texts()) : patch;
        patch = maybe()
                ? patch.set(
                        ContactField.ASSIGNED_TO,
                        texts().stream().map(MemberId::new).toList())
                : patch;
        patch = maybe()
                ? patch.set(
                        ContactField.TEAMS, texts().stream().map(TeamId::new).toList())
                : patch;
        patch = maybe() ? patch.set(ContactField.PREFERRED_METHOD, any(List.of(ContactMethod.values()))) : patch;
        patch = maybe() ? patch.set(ContactField.STATUS, any(List.of(ContactStatus.values()))) : patch;
        return patch.set(ContactField.DO_NOT_CONTACT, maybe())
                .set(ContactField.CUSTOM_FIELDS, customFields())
                .set(ContactField.EXTENSIONS, maybe() ? Map.of("erp", data()) : Map.of());
    }

    private List<Email> emails(int number) {
        List<Email> emails = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            emails.add(new Email("p" + number + "." + i + "@bücher.example", any(LABELS)));
        }
        return emails;
    }

    private List<Phone> phones() {
        List<Phone> phones = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            phones.add(new Phone(any(List.of("+49 (0)30 ", "555-", "0041 ")) + random.nextInt(1_000_000), any(LABELS)));
        }
        return phones;
    }

    private Address address() {
        Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
        for (AddressPart part : AddressPart.values()) {
            if (part != AddressPart.ID && maybe()) {
                parts.put(part, part == AddressPart.COUNTRY_CODE ? any(List.of("DE", "JP")) : text());
            }
        }
        return new Address(parts);
    }

    private Map<String, Object> customFields() {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> possible = Map.of(
                "defined_TEXT",
                prose(),
                "defined_NUMBER",
                new BigDecimal("-" + random.nextInt(1000) + ".5"),
                "defined_BOOLEAN",
                maybe(),
                "defined_DATE",
                "1815-12-10",
                "defined_colors",
                maybe() ? List.of("red", "blue, dark") : List.of("green; light"),
                "undefined",
                data(),
                "number",
                (long) random.nextInt(),
                "list",
                texts());
        possible.forEach((key, value) -> {
            if (maybe()) {
                values.put(key, value);
            }
        });
        return values;
    }

    private Object data() {
        return Map.of("text", text(), "list", List.of(1L, true, text()), "empty", "");
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        return maybe() ? any(WORDS) : any(WORDS) + " " + any(WORDS);
    }

    private String prose() {
        return maybe() ? text() : " " + text() + "\n\n" + text() + "\t" + text() + "\n";
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private boolean maybe() {
        return random.nextBoolean();
    }
}
