package org.contacts4j.contract.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract tests of searching contacts by text. */
public interface SearchContract {

    /** Returns the store under test. */
    Store store();

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "\"", "\\%", "[", "*", "?", "$1", "(", "{", "|", "^", "!"})
    default void takesSignsAsTheyAre(String sign) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().named("with " + sign + " sign"), aContact().named("with a sign"));
        assertThat(home.found("with " + sign)).containsExactly("with " + sign + " sign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoe", "ZOË", "Kru\u0308ger", "krüger", "e kr", "STRASSE", "straße", " Zoë ", "ｚｏｅ", "z"})
    default void ignoresCaseAndAccents(String words) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().named("Zoë KRÜGER-Straße"), aContact().named("Adam"));
        assertThat(home.found(words)).containsExactly("Zoë KRÜGER-Straße");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hopper grace",
                "GRACE  navy",
                "navy hopper",
                "amazing",
                "brewster",
                "gráce hopper@ 5550",
                "o'hara",
                "O’Hara",
                "jean–luc",
                "łukasz",
                "lukasz",
                "ag navy",
                "5550 grace"
            })
    default void findsEveryWordInAnyOrderAndAnyName(String words) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact()
                        .named("Grace Hopper")
                        .with(ContactField.FIRST_NAME, "Łukasz Brewster")
                        .with(ContactField.LAST_NAME, "O'Hara")
                        .with(ContactField.DISPLAY_NAME, "Amazing Ag")
                        .with(ContactField.LOCAL_NAME, "Jean-Luc")
                        .with(ContactField.COMPANY_NAME, "US Navy")
                        .with(ContactField.EMAIL, "hopper@navy.example")
                        .with(ContactField.PHONE, "(030) 555–01"),
                aContact().named("Grace Murray").with(ContactField.COMPANY_NAME, "Army"),
                aContact().named("Dennis Hopper"));
        assertThat(home.found(words)).containsExactly("Grace Hopper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grace hoppers", "grace 123456", "a b zz", "hopper army"})
    default void findsNothingThatLacksAWord(String words) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Grace Hopper").with(ContactField.COMPANY_NAME, "Big Navy"),
                aContact().named("Ab Army"));
        assertThat(home.found(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+49 (0)30 5550123", "+49 30 5550123", "004930 555 01 23", "tel:+49-30-5550123", "＋４９３０５５５０１２３"})
    default void findsAPhoneInAnyNotation(String number) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Found").with(ContactField.PHONE, "+49 30 555\u20110123"),
                aContact().named("Other").with(ContactField.PHONE, "+49 30 5550124"));
        assertThat(home.found(number)).containsExactly("Found");
    }

    @Test
    default void keepsWordsApartThatDifferInVowelSigns() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("किरण"),
                aContact().named("करण"),
                aContact().named("カス"),
                aContact().named("ガス"));
        assertThat(home.found("करण")).containsExactly("करण");
        assertThat(home.found("ガス")).containsExactly("ガス");
        assertThat(home.found("ｶﾞｽ")).containsExactly("ガス");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ليلى", "美玲", "林", "😀", "Ελένης", "ΕΛΕΝΗΣ"})
    default void findsByTheLocalName(String words) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Found").with(ContactField.LOCAL_NAME, "ليلى 林美玲 😀 Ελένης"),
                aContact().named("Other").with(ContactField.LOCAL_NAME, "中 😃 Ελ"));
        assertThat(home.found(words)).containsExactly("Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"王", "王伟", "伟 王", "大阪 王", "ｻ", "さくら", "김", "wáng 王"})
    default void findsEastAsianNamesByOneOrTwoLetters(String words) {
        TestOrganization home = TestOrganization.in(store());
        Company tokyo = home.keep(aCompany().named("東京"));
        home.keepAll(
                aContact()
                        .named("Wang 王伟")
                        .with(ContactField.DISPLAY_NAME, "サ さくら 김")
                        .at(tokyo),
                aContact().named("李芳 阪大").at(tokyo));
        home.change(tokyo, Patch.of(CompanyField.NAME, "大阪 X"));
        assertThat(home.found(words)).containsExactly("Wang 王伟");
        assertThat(home.found("東")).isEmpty();
        assertThat(home.found("伟王")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@lovelace.example", "EXAMPLE", "second@", "@lovelace"})
    default void findsByAnyEmail(String words) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact()
                        .named("Found")
                        .with(
                                ContactField.EMAILS,
                                List.of(
                                        new Email("Ada@Lovelace.Example", "primary"),
                                        new Email("second@host.org", "work"))),
                aContact().named("Other"));
        assertThat(home.found(words)).containsExactly("Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(555) 123", "5551234567", "123-4567", "1234567", "+44", "442079460000", "020 7946"})
    default void findsByPhoneAsTypedAndAsDigits(String words) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact()
                        .named("Found")
                        .with(
                                ContactField.PHONES,
                                List.of(
                                        new Phone("(555) 123-4567", "primary"),
                                        new Phone("0044 2079460000", "work"),
                                        new Phone("020 7946 0000", "home"))),
                aContact().named("Other").with(ContactField.PHONE, "555 321"));
        assertThat(home.found(words)).containsExactly("Found");
    }

    @Test
    default void findsByTheCompanyItIsLinkedTo() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Äcme"));
        home.keepAll(aContact().named("Found").at(acme), aContact().named("Other"));
        assertThat(home.found("acme")).containsExactly("Found");
    }

    @Test
    default void findsByTheCompanysNameAsText() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().named("Found").with(ContactField.COMPANY_NAME, "Acme"), aContact());
        assertThat(home.found("acme")).containsExactly("Found");
    }

    @Test
    default void findsByTheNewNameOfARenamedCompanyOnly() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        home.keepAll(aContact().named("Ada").at(acme), aContact().named("Bo").at(acme));
        home.change(acme, Patch.of(CompanyField.NAME, "Zénith"));
        assertThat(home.found("zenith")).containsExactly("Ada", "Bo");
        assertThat(home.found("acme")).isEmpty();
        assertThat(home.found("ada")).containsExactly("Ada");
    }

    @Test
    default void findsAllOfManyContactsByTheNewNameOrAllByTheOld() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        home.keepAll(
                IntStream.range(0, 1_001).mapToObj(i -> aContact().at(acme)).toArray(ContactFixture[]::new));
        home.keep(aContact().named("Other").at(home.keep(aCompany().named("Acme"))));
        Company renamed =
                acme.apply(Patch.of(CompanyField.NAME, "Zenith"), TestOrganization.EDITOR, TestOrganization.LATER);
        assertThatThrownBy(() -> home.write(tx -> {
                    tx.companies().update(home.id(), acme, renamed);
                    throw new IllegalStateException("changed our mind");
                }))
                .hasMessage("changed our mind");
        assertThat(home.total(Fields.search("acme"))).isEqualTo(Total.exact(1_002));
        assertThat(home.total(Fields.search("zenith"))).isEqualTo(Total.exact(0));
        home.write(tx -> tx.companies().update(home.id(), acme, renamed));
        assertThat(home.total(Fields.search("zenith"))).isEqualTo(Total.exact(1_001));
        assertThat(home.found("acme")).containsExactly("Other");
    }

    @Test
    default void findsByEverythingElseAfterItsCompanyWasRenamedTwice() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Ada % Söhne"));
        home.keep(aContact()
                .named("Ada Söhne")
                .with(ContactField.EMAIL, "ada@example.org")
                .at(acme));
        home.change(acme, Patch.of(CompanyField.NAME, "\uFDFA Zenith"));
        home.change(acme, Patch.of(CompanyField.NAME, "Z"));
        assertThat(home.found("ada sohne")).hasSize(1);
        assertThat(home.found("@example")).hasSize(1);
        assertThat(home.found("enith")).isEmpty();
    }

    @Test
    default void findsByWhatAnUpdateLeft() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "old@example.org"));
        home.change(ada, Patch.of(ContactField.EMAIL, "new@example.org"));
        assertThat(home.found("new@")).containsExactly("Ada");
        assertThat(home.found("old@")).isEmpty();
    }

    @Test
    default void doesNotFindByTitleNotesOrTags() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().tagged("needle").with(ContactField.NOTES, "needle").with(ContactField.TITLE, "needle"));
        assertThat(home.found("needle")).isEmpty();
    }

    @Test
    default void doesNotFindAcrossTheEndOfTheCompanysName() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        home.keep(aContact().named("Ada").at(acme));
        assertThat(home.found("acmeada")).isEmpty();
        assertThat(home.found("acme\nada")).containsExactly("Ada");
    }

    @Test
    default void findsEverybodyByBlankText() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().named("Ada"), aContact().named("Bo"));
        assertThat(home.found(" \t")).containsExactly("Ada", "Bo");
    }
}
