package org.contacts4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.domain.contact.ContactField.ASSIGNED_TO;
import static org.contacts4j.domain.contact.ContactField.NAME;

import java.util.List;
import java.util.function.Consumer;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.ContactsFailure.ContactNotFound;
import org.contacts4j.domain.ContactsFailure.Forbidden;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Contract tests of the permissions of viewers and of callers restricted to their own contacts. */
public interface CallersContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void refusesEveryWriteOfAViewer() {
        TestOrganization home = TestOrganization.in(store());
        Caller viewer = home.viewer();
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        Patch<Contact> renaming = Patch.of(NAME, "Eve");
        Patch<Company> rebranding = Patch.of(CompanyField.NAME, "Eve");
        Precondition any = Precondition.none();
        List<Consumer<Contacts4J>> writes = List.of(
                it -> it.contacts().create(viewer, renaming),
                it -> it.contacts().update(viewer, ada.id(), renaming, any),
                it -> it.contacts().remove(viewer, ada.id(), any),
                it -> it.contacts().setPrimary(viewer, ada.id(), acme.id()),
                it -> it.companies().create(viewer, rebranding),
                it -> it.companies().update(viewer, acme.id(), rebranding, any),
                it -> it.companies().save(viewer, acme.id(), rebranding, any),
                it -> it.companies().remove(viewer, acme.id(), any));
        assertThat(writes)
                .allSatisfy(write -> assertThatThrownBy(() -> write.accept(home.contacts4j()))
                        .isInstanceOf(Forbidden.class));
        assertThat(home.find(ada.id())).contains(ada);
        assertThat(home.find(acme.id())).contains(acme);
    }

    @Test
    default void letsAViewerRead() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        assertThat(home.contacts4j().contacts().get(home.viewer(), ada.id())).isEqualTo(ada);
    }

    @Test
    default void assignsWhatARestrictedCallerCreatesToThem() {
        TestOrganization home = TestOrganization.in(store());
        Caller bo = home.restricted("bo");
        Patch<Contact> fields = Patch.of(NAME, "Ada").set(ASSIGNED_TO, List.of(new MemberId("al")));
        Contact ada = home.contacts4j().contacts().create(bo, fields);
        assertThat(ada.assignment().members()).containsExactly(new MemberId("bo"), new MemberId("al"));
        assertThat(home.contacts4j().contacts().get(bo, ada.id())).isEqualTo(ada);
    }

    @Test
    default void hidesWhatIsNotAssignedToARestrictedCaller() {
        TestOrganization home = TestOrganization.in(store());
        Caller bo = home.restricted("bo");
        Company acme = home.keep(aCompany());
        Contact hidden = home.keep(aContact().assignedTo("al").at(acme));
        Precondition any = Precondition.none();
        List<Consumer<Contacts4J>> attempts = List.of(
                it -> it.contacts().get(bo, hidden.id()),
                it -> it.contacts().update(bo, hidden.id(), Patch.of(NAME, "Eve"), any),
                it -> it.contacts().remove(bo, hidden.id(), any),
                it -> it.contacts().setPrimary(bo, hidden.id(), acme.id()));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(() -> attempt.accept(home.contacts4j()))
                        .isInstanceOf(ContactNotFound.class));
        assertThat(home.contacts4j()
                        .contacts()
                        .list(bo, Filter.matchAll(), PageRequest.first(9))
                        .items())
                .isEmpty();
        assertThat(home.find(hidden.id())).contains(hidden);
    }

    @Test
    default void hidesContactsFromTheFindersOfARestrictedCaller() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact mine = home.keep(aContact().assignedTo("bo").at(acme));
        home.keep(aContact().assignedTo("al").at(acme));
        assertThat(home.contacts4j()
                        .finder()
                        .ofCompany(home.restricted("bo"), acme.id())
                        .contacts())
                .containsExactly(mine);
    }

    @Test
    default void refusesToRemoveACompanyForARestrictedCaller() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        assertThatThrownBy(() ->
                        home.contacts4j().companies().remove(home.restricted("bo"), acme.id(), Precondition.none()))
                .isInstanceOf(Forbidden.class);
        assertThat(home.find(acme.id())).contains(acme);
    }
}
