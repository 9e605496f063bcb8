package org.contacts4j.contract.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.CompleteRecords.aCompleteCompany;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract tests of storing companies and reading them back complete. */
public interface CompaniesContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void givesBackACompanyWithNothingButAName() {
        TestOrganization home = TestOrganization.in(store());
        Company bare = home.keep(aCompany());
        assertThat(home.find(bare.id())).contains(bare);
    }

    @Test
    default void givesBackACompanyWithEveryFieldSet() {
        TestOrganization home = TestOrganization.in(store());
        Company complete = home.keep(aCompleteCompany());
        assertThat(home.get(complete.id())).usingRecursiveComparison().isEqualTo(complete);
        assertThat(home.page(CompanyQuery.first(1)).items()).containsExactly(complete);
    }

    @Test
    default void theCompleteCompanyHasEveryFieldSet() {
        TestOrganization home = TestOrganization.in(store());
        Company complete = aCompleteCompany().in(home.id());
        Company bare = aCompany().in(home.id());
        assertThat(CompanyField.all()).allMatch(field -> field.differs(complete, bare));
    }

    @Test
    default void keepsMicroseconds() {
        TestOrganization home = TestOrganization.in(store());
        Company precise = home.keep(aCompany().createdAt(Instant.parse("2026-01-02T03:04:05.999999Z")));
        assertThat(home.get(precise.id()).revision()).isEqualTo(precise.revision());
    }

    @Test
    default void keepsAnUpdateOfEveryField() {
        TestOrganization home = TestOrganization.in(store());
        Company bare = home.keep(aCompany());
        Company updated = home.change(bare, aCompleteCompany().fields());
        assertThat(home.find(bare.id())).contains(updated);
    }

    @Test
    default void keepsAnUpdateThatEmptiesEveryField() {
        TestOrganization home = TestOrganization.in(store());
        Company complete = home.keep(aCompleteCompany());
        Patch<Company> nothing = Patch.of(CompanyField.NAME, "Bare");
        for (Field<Company, ?> field : CompanyField.all()) {
            nothing = field == CompanyField.NAME ? nothing : nothing.clear(field);
        }
        Company emptied = home.change(complete, nothing);
        assertThat(home.find(complete.id())).contains(emptied);
    }

    @Test
    default void keepsThePrimaryContact() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        Company led = home.makePrimary(ada, acme);
        assertThat(home.find(acme.id())).contains(led);
        home.write(tx -> {
            assertThat(tx.companies().lockWithPrimary(home.id(), acme.id(), ada.id()))
                    .contains(led);
            tx.companies()
                    .update(
                            home.id(),
                            led,
                            led.withoutPrimaryContact(ada.id(), TestOrganization.EDITOR, TestOrganization.LATER));
        });
        assertThat(home.get(acme.id()).primaryContactId()).isNull();
    }

    @Test
    default void locksNoCompanyForAContactThatIsNotItsPrimary() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        List<Contact> two = home.keepAll(aContact().at(acme), aContact().at(acme));
        home.makePrimary(two.get(0), acme);
        home.write(tx -> assertThat(tx.companies()
                        .lockWithPrimary(home.id(), acme.id(), two.get(1).id()))
                .isEmpty());
    }

    @Test
    default void forgetsADeletedCompany() {
        TestOrganization home = TestOrganization.in(store());
        Company gone = home.keep(aCompany());
        home.delete(gone);
        assertThat(home.find(gone.id())).isEmpty();
        assertThat(home.page(CompanyQuery.first(1)).total()).isEqualTo(Total.exact(0));
    }

    @Test
    default void refusesToForgetACompanyWithContacts() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        home.keep(aContact().at(acme));
        assertThatThrownBy(() -> home.delete(acme)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(home.find(acme.id())).contains(acme);
    }

    @Test
    default void refusesASecondCompanyUnderTheSameId() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        CompanyFixture twin = aCompany().named("Twin").withId(acme.id().value());
        assertThatThrownBy(() -> home.keep(twin)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(home.find(acme.id())).contains(acme);
    }

    @Test
    default void refusesASecondCompanyWithTheSameCode() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aCompany().named("First").withCode("A-1"));
        assertThatThrownBy(() -> home.keep(aCompany().withCode("A-1")))
                .isInstanceOf(ContactsFailure.DuplicateCode.class);
        assertThat(names(home, null)).containsExactly("First");
    }

    @Test
    default void findsWhichCompanyHasACodeUntilItIsGone() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().withCode("A-1"));
        assertThat(idByCode(home, "A-1")).containsExactly(acme.id());
        assertThat(idByCode(home, "a-1")).isEmpty();
        home.delete(acme);
        assertThat(idByCode(home, "A-1")).isEmpty();
    }

    @Test
    default void letsACompanyAndAContactHaveTheSameIdAndCode() {
        TestOrganization home = TestOrganization.in(store());
        UUID id = UUID.randomUUID();
        Company acme = home.keep(aCompany().withId(id).withCode("X"));
        Contact ada = home.keep(aContact().withId(id).withCode("X").at(acme));
        assertThat(home.find(acme.id())).contains(acme);
        assertThat(home.find(ada.id())).contains(ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "ÄCME", "100%", "_x", "\\", "'", " söhne"})
    default void findsByAnyPartOfTheName(String text) {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aCompany().named("Acme 100% _x \\ ' & Söhne"));
        home.keep(aCompany().named("1000 ax"));
        assertThat(names(home, text)).containsExactly("Acme 100% _x \\ ' & Söhne");
    }

    @Test
    default void findsBySortedNewNames() {
        TestOrganization home = TestOrganization.in(store());
        Company old = home.keep(aCompany().named("Acme"));
        home.keep(aCompany().named("bolt"));
        home.keep(aCompany().named("Äon"));
        home.change(old, Patch.of(CompanyField.NAME, "Zenith"));
        assertThat(names(home, null)).containsExactly("Äon", "bolt", "Zenith");
        assertThat(names(home, "acme")).isEmpty();
    }

    @Test
    default void walksByPositionOverEveryCompanyOnce() {
        TestOrganization home = TestOrganization.in(store());
        for (int i = 0; i < 11; i++) {
            home.keep(aCompany().withId(UUID.randomUUID()).named("Twin " + i % 2));
        }
        List<Company> walked = new ArrayList<>();
        Page<Company> page = home.page(CompanyQuery.first(3));
        walked.addAll(page.items());
        while (page.next() != null) {
            page = home.page(new CompanyQuery(null, Order.BY_NAME, Slice.after(page.next(), 3), false));
            walked.addAll(page.items());
        }
        assertThat(walked)
                .containsExactlyElementsOf(home.page(CompanyQuery.first(99)).items())
                .hasSize(11);
    }

    @Test
    default void countsCompaniesWhenAsked() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aCompany().named("Acme"));
        home.keep(aCompany().named("Bolt"));
        assertThat(home.page(CompanyQuery.first(1)).total()).isEqualTo(Total.exact(2));
        assertThat(home.page(new CompanyQuery("bolt", Order.BY_NAME, Slice.first(1), true))
                        .total())
                .isEqualTo(Total.exact(1));
        assertThat(home.page(new CompanyQuery(null, Order.BY_NAME, Slice.first(1), false))
                        .total())
                .isNull();
    }

    private static List<CompanyId> idByCode(TestOrganization home, String code) {
        return home.read(tx -> tx.companies().idByCode(home.id(), code)).stream()
                .toList();
    }

    private static List<String> names(TestOrganization home, @Nullable String text) {
        return home.page(new CompanyQuery(text, Order.BY_NAME, Slice.first(99), true)).items().stream()
                .map(Company::name)
                .toList();
    }
}
