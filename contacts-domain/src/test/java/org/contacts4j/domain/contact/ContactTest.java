package org.contacts4j.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void knowsEveryFieldOfAContact() {
        assertThat(List.<Object>copyOf(ContactField.all())).hasSameElementsAs(constantsOf(ContactField.class));
    }

    @Test
    void knowsEveryFieldOfACompany() {
        assertThat(List.<Object>copyOf(CompanyField.all())).hasSameElementsAs(constantsOf(CompanyField.class));
    }

    @Test
    void composesTheNameOfItsParts() {
        Contact ada = create(Patch.of(ContactField.FIRST_NAME, " Ada ").set(ContactField.LAST_NAME, "Lovelace"));
        assertThat(ada.name().full()).isEqualTo("Ada Lovelace");
        assertThat(create(Patch.of(ContactField.LAST_NAME, "Lovelace")).name().full())
                .isEqualTo("Lovelace");
    }

    @Test
    void letsAComposedNameFollowItsParts() {
        Contact ada = create(Patch.of(ContactField.FIRST_NAME, "Ada").set(ContactField.LAST_NAME, "Byron"));
        assertThat(apply(ada, Patch.of(ContactField.LAST_NAME, "King")).name().full())
                .isEqualTo("Ada King");
    }

    @Test
    void keepsANameThatWasGiven() {
        Contact ada = create(Patch.of(ContactField.NAME, "Countess").set(ContactField.FIRST_NAME, "Ada"));
        assertThat(apply(ada, Patch.of(ContactField.FIRST_NAME, "Augusta"))
                        .name()
                        .full())
                .isEqualTo("Countess");
    }

    @Test
    void refusesAContactWithoutAName() {
        assertThat(faultsOf(Patch.of(ContactField.FIRST_NAME, " "))).containsExactly("name");
    }

    @Test
    void cutsANameThatIsTooLongOfItsParts() {
        String half = "😀".repeat(200);
        Contact long200 = create(Patch.of(ContactField.FIRST_NAME, half).set(ContactField.LAST_NAME, half));
        assertThat(long200.name().full()).isEqualTo(half + " " + "😀".repeat(54));
        assertThat(long200.name().last()).isEqualTo(half);
        assertThat(apply(long200, Patch.of(ContactField.FIRST_NAME, "Ada"))
                        .name()
                        .full())
                .isEqualTo("Ada " + half);
    }

    @Test
    void setsAndClearsTheSecondaryEmailAndPhone() {
        Contact ada = withEmails(new Email("a@x.org", "primary"), new Email("b@x.org", "Secondary"));
        assertThat(ContactField.SECONDARY_EMAIL.of(ada)).isEqualTo("b@x.org");
        assertThat(apply(ada, Patch.of(ContactField.SECONDARY_EMAIL, "c@x.org"))
                        .communication()
                        .emails())
                .containsExactly(new Email("a@x.org", "primary"), new Email("c@x.org", "Secondary"));
        assertThat(apply(ada, Patch.<Contact>empty().clear(ContactField.SECONDARY_EMAIL))
                        .communication()
                        .emails())
                .containsExactly(new Email("a@x.org", "primary"));
        assertThat(apply(ada, Patch.of(ContactField.SECONDARY_PHONE, "2"))
                        .communication()
                        .phones())
                .containsExactly(new Phone("2", "secondary"));
    }

    @Test
    void replacesThePrimaryEmailAndKeepsTheOthers() {
        Contact ada = withEmails(new Email("a@x.org", "primary"), new Email("b@x.org", "work"));
        assertThat(apply(ada, Patch.of(ContactField.EMAIL, "c@x.org"))
                        .communication()
                        .emails())
                .containsExactly(new Email("c@x.org", "primary"), new Email("b@x.org", "work"));
    }

    @Test
    void losesNoEmailThatHasAnotherLabel() {
        Contact ada = withEmails(new Email("a@x.org", "work"));
        assertThat(apply(ada, Patch.of(ContactField.EMAIL, "c@x.org"))
                        .communication()
                        .emails())
                .containsExactly(new Email("c@x.org", "primary"), new Email("a@x.org", "work"));
    }

    @Test
    void makesAKnownEmailThePrimaryOneAndKeepsTheFormer() {
        Contact ada = withEmails(new Email("a@x.org", "primary"), new Email("b@x.org", "secondary"));
        assertThat(apply(ada, Patch.of(ContactField.EMAIL, "b@x.org"))
                        .communication()
                        .emails())
                .containsExactly(new Email("b@x.org", "primary"), new Email("a@x.org", "secondary"));
    }

    @Test
    void keepsTheLabelOfANumberThatBecomesThePrimaryOneToo() {
        Contact ada = apply(
                apply(
                        create(Patch.of(ContactField.NAME, "Ada")),
                        Patch.of(ContactField.PHONES, List.of(new Phone("1", "primary"), new Phone("5", "work")))),
                Patch.of(ContactField.PHONE, "5").set(ContactField.WORK_PHONE, "6"));
        assertThat(ada.communication().phones())
                .containsExactly(new Phone("5", "primary"), new Phone("1", "secondary"), new Phone("6", "work"));
    }

    @Test
    void clearsOnceWhatIsClearedTwice() {
        Patch<Contact> clearing = Patch.<Contact>empty().clear(ContactField.EMAIL);
        Contact ada = withEmails(
                new Email("a@x.org", "primary"), new Email("b@x.org", "secondary"), new Email("c@x.org", "secondary"));
        Contact once = apply(ada, clearing);
        assertThat(apply(once, clearing)).isEqualTo(once);
        assertThat(once.communication().emails()).hasSize(2);
    }

    @Test
    void takesOnlyThePrimaryEmailAwayByClearing() {
        Contact ada = withEmails(new Email("a@x.org", "primary"), new Email("b@x.org", "work"));
        assertThat(apply(ada, Patch.<Contact>empty().clear(ContactField.EMAIL)).email())
                .isEqualTo("b@x.org");
    }

    @Test
    void keepsMobileAndWorkPhonesAmongThePhones() {
        Contact ada = create(named("Ada")
                .set(ContactField.PHONE, "1")
                .set(ContactField.MOBILE_PHONE, "2")
                .set(ContactField.WORK_PHONE, "3"));
        assertThat(ada.communication().phones())
                .containsExactly(new Phone("1", "primary"), new Phone("2", "mobile"), new Phone("3", "work"));
        assertThat(ContactField.WORK_PHONE.of(ada)).isEqualTo("3");
    }

    @Test
    void refusesMoreEmailsThanFifty() {
        Email[] many = new Email[51];
        Arrays.fill(many, new Email("a@x.org", "work"));
        assertThat(faultsOf(named("Ada").set(ContactField.EMAILS, List.of(many))))
                .containsExactly("emails");
    }

    @Test
    void namesTheFaultyEntryOfAList() {
        List<Email> emails = List.of(new Email("a@x.org", ""), new Email("nonsense", ""));
        assertThat(faultsOf(named("Ada").set(ContactField.EMAILS, emails))).containsExactly("emails[1].address");
    }

    @ParameterizedTest
    @CsvSource({
        "(555) 123-4567,5551234567",
        "555.123.4567,5551234567",
        "+44 20 7946 0000,+442079460000",
        "0044 20 7946 0000,+442079460000",
        "' +1 555',+1555",
        "٠١٢٣,0123",
        "ext. none,''",
        "+49 (0)30 555 0123,+49305550123",
        "0049 (0) 30 555 0123,+49305550123",
        "(+49) 30/555-0123,+49305550123",
        "(0)30 555 0123,0305550123",
        "tel:+49-30-5550123,+49305550123",
        "＋４９ ３０ ５５５０１２３,+49305550123",
        "\u202a+49 30 5550123\u202c,+49305550123",
        "00,00"
    })
    void reducesPhonesToTheirDigits(String number, String normalized) {
        assertThat(PhoneNumbers.DIGITS.normalized(number)).isEqualTo(normalized);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "112", "n/a", "+49", "00000", "+11111111", "+49 1111111", "999-999-9999"})
    void matchesNobodyByNumbersThatAreNone(String number) {
        assertThat(MatchKeys.ofPhone(number, PhoneNumbers.DIGITS)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG,ada@example.org",
        "ada@MÜNCHEN.example,ada@xn--mnchen-3ya.example",
        "\u00a0ada@example.org\u200b,ada@example.org",
        "rene\u0301@x.org,ren\u00e9@x.org"
    })
    void matchesPeopleByTheSameAddressInOtherForms(String address, String same) {
        assertThat(MatchKeys.ofEmail(address)).isEqualTo(MatchKeys.ofEmail(same));
    }

    @Test
    void takesActiveForAStatus() {
        Contact inactive = create(named("Ada").set(ContactField.ACTIVE, false));
        assertThat(inactive.status()).isEqualTo(ContactStatus.INACTIVE);
        assertThat(apply(inactive, Patch.of(ContactField.ACTIVE, true)).status())
                .isEqualTo(ContactStatus.ACTIVE);
    }

    @Test
    void leavesAnArchivedContactArchivedWhenItIsToBeInactive() {
        Contact archived = create(named("Ada").set(ContactField.STATUS, ContactStatus.ARCHIVED));
        assertThat(apply(archived, Patch.of(ContactField.ACTIVE, false))).isEqualTo(archived);
    }

    @Test
    void refusesAnActivityThatContradictsTheStatus() {
        assertThat(faultsOf(named("Ada")
                        .set(ContactField.STATUS, ContactStatus.ARCHIVED)
                        .set(ContactField.ACTIVE, true)))
                .containsExactly("isActive");
    }

    @Test
    void keepsTheFirstSpellingOfATag() {
        Contact ada = create(named("Ada").set(ContactField.TAGS, List.of(" VIP ", "vip", "b")));
        assertThat(ada.tags()).containsExactly("VIP", "b");
        assertThat(ada.hasTag(" Vip")).isTrue();
    }

    @Test
    void dropsTheNameOfTheCompanyItLeaves() {
        Contact ada = create(named("Ada").set(ContactField.COMPANY, new CompanyId(UUID.randomUUID())))
                .withCompanyName("Acme");
        assertThat(apply(ada, Patch.<Contact>empty().clear(ContactField.COMPANY))
                        .job()
                        .companyName())
                .isNull();
    }

    @Test
    void namesFaultsOfReadingAndOfRulesTogether() {
        assertThat(faultsOf(Patch.of(ContactField.EMAIL, "x").withFault("tags", "must be a list")))
                .containsExactly("tags", "email", "name");
    }

    private static List<Object> constantsOf(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Field.class)
                .<Object>map(field -> {
                    try {
                        return field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static Contact withEmails(Email... emails) {
        return create(named("Ada").set(ContactField.EMAILS, List.of(emails)));
    }

    private static Patch<Contact> named(String name) {
        return Patch.of(ContactField.NAME, name);
    }

    private static Contact create(Patch<Contact> fields) {
        return Contact.create(new ContactId(new UUID(1, 1)), new OrganizationId("home"), fields, null, NOON);
    }

    private static Contact apply(Contact contact, Patch<Contact> patch) {
        return contact.apply(patch, null, NOON);
    }

    private static List<String> faultsOf(Patch<Contact> fields) {
        return catchThrowableOfType(Invalid.class, () -> create(fields)).faults().stream()
                .map(Fault::field)
                .toList();
    }
}
