package org.contacts4j.contract.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.domain.company.CompanyField.CODE;
import static org.contacts4j.domain.company.CompanyField.NAME;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.company.CompanyService;
import org.contacts4j.application.company.CompanyService.Saved;
import org.contacts4j.contract.CompleteRecords;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.contact.event.ContactEvent.FieldChange;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link CompanyService} with a real store. */
public interface CompanyServiceContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void createsACompanyThatIsReadBackAsAnswered() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = companies(home).create(home.ada(), Patch.of(NAME, "Acme"));
        assertThat(companies(home).get(home.ada(), acme.id())).isEqualTo(acme);
        assertThat(companies(home).list(home.ada(), CompanyQuery.first(9)).items())
                .containsExactly(acme);
    }

    @Test
    default void findsNoCompanyThatIsNotThere() {
        TestOrganization home = TestOrganization.in(store());
        CompanyId foreign = TestOrganization.in(store()).keep(aCompany()).id();
        for (CompanyId id : List.of(foreign, new CompanyId(UUID.randomUUID()), CompanyId.parse("nonsense"))) {
            assertThatThrownBy(() -> companies(home).get(home.ada(), id))
                    .isInstanceOf(ContactsFailure.CompanyNotFound.class);
        }
    }

    @Test
    default void changesNothingByAPatchThatChangesNothing() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(CompleteRecords.aCompleteCompany());
        Company same = change(home, acme, CompleteRecords.aCompleteCompany().fields());
        assertThat(same).isEqualTo(acme);
        assertThat(home.find(acme.id())).contains(acme);
    }

    @Test
    default void savesACompanyUnderAnIdOfTheHostSystem() {
        TestOrganization home = TestOrganization.in(store());
        CompanyId id = new CompanyId(UUID.randomUUID());
        Saved first = save(home, id, Patch.of(NAME, "Acme"), Precondition.none());
        Saved second = save(home, id, Patch.of(NAME, "Zenith"), Precondition.version(1));
        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(home.find(id)).contains(second.company());
    }

    @Test
    default void savesNoNewCompanyWhenAVersionIsExpected() {
        TestOrganization home = TestOrganization.in(store());
        CompanyId id = new CompanyId(UUID.randomUUID());
        assertThatThrownBy(() -> save(home, id, Patch.of(NAME, "Acme"), Precondition.version(1)))
                .isInstanceOf(ContactsFailure.Stale.class);
        assertThat(home.find(id)).isEmpty();
    }

    @Test
    default void savesNoCompanyUnderAMalformedId() {
        TestOrganization home = TestOrganization.in(store());
        assertThatThrownBy(() -> save(home, CompanyId.parse("x"), Patch.of(NAME, "Acme"), Precondition.none()))
                .isInstanceOf(ContactsFailure.CompanyNotFound.class);
    }

    @Test
    default void refusesAStaleChange() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        assertThatThrownBy(() ->
                        companies(home).update(home.ada(), acme.id(), Patch.of(NAME, "Z"), Precondition.version(9)))
                .isInstanceOf(ContactsFailure.Stale.class);
        assertThatThrownBy(() -> companies(home).remove(home.ada(), acme.id(), Precondition.version(9)))
                .isInstanceOf(ContactsFailure.Stale.class);
        assertThat(home.find(acme.id())).contains(acme);
    }

    @Test
    default void namesWhichCompanyHasTheCodeAlready() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().withCode("A-1"));
        Company bolt = home.keep(aCompany());
        ContactsFailure.DuplicateCode refusal = catchThrowableOfType(
                ContactsFailure.DuplicateCode.class, () -> change(home, bolt, Patch.of(CODE, "A-1")));
        assertThat(refusal.existing()).isEqualTo(acme.id().value());
        assertThat(home.find(bolt.id())).contains(bolt);
    }

    @Test
    default void acceptsTheCodeOfACompanyThatIsGone() {
        TestOrganization home = TestOrganization.in(store());
        Company gone = home.keep(aCompany().withCode("A-1"));
        companies(home).remove(home.ada(), gone.id(), Precondition.none());
        Company heir = companies(home).create(home.ada(), Patch.of(NAME, "Heir").set(CODE, "A-1"));
        assertThat(home.find(heir.id())).contains(heir);
    }

    @Test
    default void keepsTheContactsOfARemovedCompanyWithItsNameAsText() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        Contact ada = home.keep(aContact().named("Ada").at(acme));
        companies(home).remove(home.ada(), acme.id(), Precondition.none());
        Contact left = home.get(ada.id());
        assertThat(left.job().companyId()).isNull();
        assertThat(left.job().companyName()).isEqualTo("Acme");
        assertThat(left.revision().version()).isEqualTo(2);
        assertThat(home.found("acme")).containsExactly("Ada");
    }

    @Test
    default void writesAnEventForEachContactOfARemovedCompany() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        Contact ada = home.keep(aContact().at(acme));
        companies(home).remove(home.ada(), acme.id(), Precondition.none());
        assertThat(home.eventsSinceCreation(ada.id()))
                .extracting(ContactEvent::changes)
                .singleElement()
                .isEqualTo(Map.of("parentEntityId", new FieldChange(acme.id().toString(), null)));
    }

    @Test
    default void removesACompanyWithAPrimaryContact() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        home.makePrimary(ada, acme);
        companies(home).remove(home.ada(), acme.id(), Precondition.version(2));
        assertThat(home.find(acme.id())).isEmpty();
        assertThat(home.find(ada.id())).isPresent();
    }

    @Test
    default void removesACompanyWithMoreContactsThanOneBatch() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        home.keepAll(IntStream.range(0, 501).mapToObj(i -> aContact().at(acme)).toArray(ContactFixture[]::new));
        companies(home).remove(home.ada(), acme.id(), Precondition.none());
        assertThat(home.names(Fields.companyId().is(acme.id()))).isEmpty();
        assertThat(home.names(Filter.matchAll())).hasSize(501);
    }

    private static CompanyService companies(TestOrganization home) {
        return home.contacts4j().companies();
    }

    private static Company change(TestOrganization home, Company company, Patch<Company> patch) {
        return companies(home).update(home.ada(), company.id(), patch, Precondition.none());
    }

    private static Saved save(TestOrganization home, CompanyId id, Patch<Company> patch, Precondition precondition) {
        return companies(home).save(home.ada(), id, patch, precondition);
    }
}
