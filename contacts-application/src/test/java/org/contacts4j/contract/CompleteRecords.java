package org.contacts4j.contract;

import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contacts4j.contract.company.CompanyFixture;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.id.TeamId;
import org.jspecify.annotations.Nullable;

/** Records in which every field has a value that is easily corrupted in storage. */
public final class CompleteRecords {

    /** Quotes, a backslash, pattern characters, a line break, combining marks and four-byte characters. */
    public static final String AWKWARD = "Zoe\u0308 \"O'Brien\" \\ 100% _\n\t😀 𠜎 林 ليلى";

    private CompleteRecords() {}

    public static ContactFixture aCompleteContact() {
        return aContact()
                .named("Zoë 😀 O'Brien")
                .with(ContactField.FIRST_NAME, "Zoë 😀")
                .with(ContactField.LAST_NAME, "O'Brien")
                .with(ContactField.SALUTATION, "Dr. \"h.c.\"")
                .with(ContactField.DISPLAY_NAME, "Zoë\\")
                .with(ContactField.LOCAL_NAME, "林美玲 𠜎")
                .with(ContactField.PRONOUNS, "she/她\\")
                .withCode("C-100% _1")
                .with(
                        ContactField.EMAILS,
                        List.of(
                                new Email("zoë@exämple.org", "primary"),
                                new Email("z@example.org", "holiday's"),
                                new Email("two@example.org", "secondary")))
                .with(
                        ContactField.PHONES,
                        List.of(
                                new Phone("+1 (555) 123-4567 ext. 8", "primary"),
                                new Phone("٠١٢٣", "Mobile"),
                                new Phone("n/a", "work"),
                                new Phone("2", "Secondary")))
                .with(ContactField.WEBSITE, "https://example.org/?q=100%25&x='y'")
                .preferring(ContactMethod.MOBILE)
                .with(ContactField.LANGUAGE, "de-CH")
                .with(ContactField.DO_NOT_CONTACT, true)
                .with(ContactField.ADDRESS, aCompleteAddress())
                .with(ContactField.TITLE, "CTO")
                .inDepartment("R&D")
                .with(ContactField.SOURCE, "fair")
                .with(ContactField.TAX_ID, " 12/345 ")
                .with(ContactField.DESCRIPTION, AWKWARD)
                .with(ContactField.NOTES, "n".repeat(19_999) + "😀")
                .with(ContactField.CUSTOM_FIELDS, values())
                .tagged("vip", "Ärzte", "a,b", "{c}", "\"d\"", "e\\f", "NULL", "g h")
                .assignedTo("member-1", "auth0|2", "\"3\"")
                .with(ContactField.TEAMS, List.of(new TeamId("north"), new TeamId("{south}")))
                .standing(ContactStatus.ARCHIVED)
                .with(ContactField.EXTENSIONS, values());
    }

    public static CompanyFixture aCompleteCompany() {
        return aCompany()
                .named("Äcme \"& Söhne\" 😀")
                .withCode("A-100% _1")
                .with(CompanyField.WEBSITE, "http://acme.example")
                .with(CompanyField.PHONE, "0800 ACME")
                .with(CompanyField.EMAIL, "info@acme.example")
                .with(CompanyField.TAX_ID, "DE 123")
                .with(CompanyField.ADDRESS, aCompleteAddress())
                .with(CompanyField.CUSTOM_FIELDS, values());
    }

    /** Returns a value of every type of plain data, with {@code z} before {@code a}. */
    public static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("z", AWKWARD);
        values.put("empty", "");
        values.put("yes", true);
        values.put("no", false);
        values.put("zero", 0L);
        values.put("largest", Long.MAX_VALUE);
        values.put("smallest", Long.MIN_VALUE);
        values.put("fraction", new BigDecimal("1.5"));
        values.put("tiny", new BigDecimal("-1e-30"));
        values.put("huge", new BigDecimal("1e40"));
        values.put("long", new BigDecimal("123456789012345678901234567890.000000000123456789"));
        values.put("list", new ArrayList<>(Arrays.asList(1L, "two", null, List.of(), Map.of("x", List.of(true)))));
        values.put("map", Map.of("ключ", Map.of("deep", new BigDecimal("0.1"))));
        values.put("$.a[0] 'key\"", "an odd key");
        values.put("a", "last");
        return values;
    }

    private static Address aCompleteAddress() {
        Map<AddressPart, String> parts = Arrays.stream(AddressPart.values())
                .collect(Collectors.toMap(
                        part -> part,
                        part -> "😀 " + part.key(),
                        (one, other) -> one,
                        () -> new EnumMap<>(AddressPart.class)));
        parts.put(AddressPart.ID, "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
        parts.put(AddressPart.COUNTRY_CODE, "CH");
        return new Address(parts);
    }
}
