package org.contacts4j.benchmarks.data;

import static org.contacts4j.benchmarks.data.Vocabulary.pick;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of one organization, generated from a seed. The n-th contact is the same in every run and in every order of
 * generation.
 *
 * @param count the number of contacts, which are numbered from 0; larger numbers give further consistent contacts
 */
public record GeneratedContacts(OrganizationId organization, long seed, int count) {

    private static final Instant FIRST_CREATED = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SECONDS_APART = 20;
    private static final int CONTACTS_A_COMPANY = 100;
    private static final int MEMBERS = 40;

    public int companies() {
        return Math.max(1, count / CONTACTS_A_COMPANY);
    }

    public ContactId id(int n) {
        return new ContactId(uuid(n));
    }

    public Company company(int n) {
        Patch<Company> fields = Patch.of(CompanyField.NAME, companyName(n));
        return Company.create(companyId(n), organization, fields, member(0), FIRST_CREATED);
    }

    public Contact contact(int n) {
        SplittableRandom random = randomOf(n);
        Instant created = createdAt(n);
        Contact contact = Contact.create(id(n), organization, fields(n, random), member(n), created);
        if (random.nextInt(2) == 0) {
            Instant changed = created.plusSeconds(random.nextInt(30 * 24 * 3600));
            contact = contact.apply(newJob(random), member(random.nextInt(MEMBERS)), changed);
        }
        CompanyId company = contact.job().companyId();
        return company == null ? contact : contact.withCompanyName(companyName(numberOf(company)));
    }

    /**
     * Returns the fields of a request that creates the n-th contact. They contain no manager, which would have to
     * exist.
     */
    public Patch<Contact> fields(int n) {
        return withoutReferences(n, randomOf(n));
    }

    /** Returns a new title and department. The title differs from almost all others. */
    public static Patch<Contact> newJob(SplittableRandom random) {
        return Patch.of(ContactField.TITLE, pick(Vocabulary.TITLES, random) + " " + random.nextInt(1_000_000))
                .set(ContactField.DEPARTMENT, pick(Vocabulary.DEPARTMENTS, random));
    }

    private Patch<Contact> fields(int n, SplittableRandom random) {
        Patch<Contact> fields = withoutReferences(n, random);
        int company = random.nextInt(companies());
        if (random.nextInt(10) < 6) {
            fields = fields.set(ContactField.COMPANY, companyId(company));
        } else if (random.nextInt(4) == 0) {
            fields = fields.set(ContactField.COMPANY_NAME, companyName(company));
        }
        boolean hasManager = n > 0 && random.nextInt(10) == 0;
        return hasManager ? fields.set(ContactField.REPORTS_TO, id(n - 1 - random.nextInt(Math.min(n, 500)))) : fields;
    }

    private Patch<Contact> withoutReferences(int n, SplittableRandom random) {
        return background(n, random, job(random, reachable(n, random, named(random))));
    }

    private static Patch<Contact> named(SplittableRandom random) {
        Vocabulary.Names names = pick(Vocabulary.NAMES, random);
        String given = pick(names.given(), random);
        String family = pick(names.family(), random) + (random.nextInt(3) == 0 ? "-" + random.nextInt(1000) : "");
        Patch<Contact> fields = Patch.of(ContactField.NAME, names.whole(given, family))
                .set(ContactField.FIRST_NAME, given)
                .set(ContactField.LAST_NAME, family);
        return names.familyFirst() ? fields.set(ContactField.LOCAL_NAME, family + " " + given) : fields;
    }

    private static Patch<Contact> reachable(int n, SplittableRandom random, Patch<Contact> fields) {
        List<Email> emails = new ArrayList<>();
        List<Phone> phones = new ArrayList<>();
        String[] labels = {"primary", "work", "home"};
        for (int i = random.nextInt(3); i >= 0; i--) {
            emails.add(new Email("person" + n + "." + i + "@mail" + random.nextInt(500) + ".example", labels[i]));
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            phones.add(new Phone(phoneNumber(random), i == 0 ? "mobile" : labels[i]));
        }
        ContactMethod[] methods = ContactMethod.values();
        return fields.set(ContactField.EMAILS, emails)
                .set(ContactField.PHONES, phones)
                .set(ContactField.PREFERRED_METHOD, methods[random.nextInt(methods.length)]);
    }

    private static String phoneNumber(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> "+44 20 7" + digits(3, random) + " " + digits(4, random);
            case 1 -> "(555) " + digits(3, random) + "-" + digits(4, random);
            default -> "0049 " + digits(3, random) + "/" + digits(7, random);
        };
    }

    private static String digits(int count, SplittableRandom random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static Patch<Contact> job(SplittableRandom random, Patch<Contact> fields) {
        return fields.set(ContactField.TITLE, pick(Vocabulary.TITLES, random))
                .set(ContactField.DEPARTMENT, pick(Vocabulary.DEPARTMENTS, random));
    }

    private Patch<Contact> background(int n, SplittableRandom random, Patch<Contact> given) {
        Patch<Contact> fields = given.set(ContactField.TAGS, tags(random))
                .set(ContactField.CUSTOM_FIELDS, customFields(n, random))
                .set(ContactField.ASSIGNED_TO, List.of(member(random.nextInt(MEMBERS))))
                .set(ContactField.SOURCE, pick(Vocabulary.SOURCES, random));
        if (random.nextInt(2) == 0) {
            fields = fields.set(ContactField.ADDRESS, address(random));
        }
        if (random.nextInt(5) == 0) {
            fields = fields.set(ContactField.NOTES, "Met at the fair; wants to hear of prices before quarter " + n);
        }
        return random.nextInt(10) == 0 ? fields.set(ContactField.STATUS, status(random)) : fields;
    }

    private static List<String> tags(SplittableRandom random) {
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            tags.add(pick(Vocabulary.TAGS, random));
        }
        return tags;
    }

    private static Map<String, @Nullable Object> customFields(int n, SplittableRandom random) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("customerNumber", "K-" + n);
        values.put("score", (long) random.nextInt(100));
        values.put("optIn", random.nextBoolean());
        return values;
    }

    private static Address address(SplittableRandom random) {
        int place = random.nextInt(Vocabulary.CITIES.size());
        Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
        parts.put(AddressPart.LINE_1, random.nextInt(1, 200) + " High Street");
        parts.put(AddressPart.CITY, Vocabulary.CITIES.get(place));
        parts.put(AddressPart.POSTAL_CODE, String.valueOf(random.nextInt(10_000, 100_000)));
        parts.put(AddressPart.COUNTRY_CODE, Vocabulary.COUNTRIES.get(place));
        return new Address(parts);
    }

    private static ContactStatus status(SplittableRandom random) {
        return random.nextInt(3) == 0 ? ContactStatus.ARCHIVED : ContactStatus.INACTIVE;
    }

    private String companyName(int n) {
        SplittableRandom random = randomOf(-1 - n);
        return pick(Vocabulary.COMPANY_WORDS, random) + " " + n + " " + pick(Vocabulary.COMPANY_KINDS, random);
    }

    private CompanyId companyId(int n) {
        return new CompanyId(uuid(-1 - n));
    }

    /** Returns the number of a company from the time in its id, which {@link #uuid} writes. */
    private static int numberOf(CompanyId company) {
        long millis = company.value().getMostSignificantBits() >>> 16;
        return (int) ((FIRST_CREATED.toEpochMilli() - millis) / 1000 / SECONDS_APART) - 1;
    }

    /** Returns a version 7 UUID with the creation time of the contact. Companies precede all contacts. */
    private UUID uuid(int n) {
        long random = new SplittableRandom(~seed * 1_000_000_007L + n).nextLong();
        long high = createdAt(n).toEpochMilli() << 16 | 0x7000 | (n & 0xfff);
        return new UUID(high, random >>> 2 | 0x8000_0000_0000_0000L);
    }

    private static Instant createdAt(int n) {
        return FIRST_CREATED.plusSeconds((long) n * SECONDS_APART);
    }

    private static MemberId member(int n) {
        return new MemberId("member-" + n % MEMBERS);
    }

    private SplittableRandom randomOf(int n) {
        return new SplittableRandom(seed * 1_000_000_007L + n);
    }
}
