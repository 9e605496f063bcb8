package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of restricted callers: contacts that are not assigned to them are treated as absent. */
public interface VisibilityContract {

    /** The visibility of the member {@code bo}. */
    Visibility BO = new Visibility.AssignedTo(new MemberId("bo"));

    /** Returns the store under test. */
    Store store();

    @Test
    default void findsWhatIsAssignedToTheMemberAmongOthers() {
        TestOrganization home = TestOrganization.in(store());
        Contact shared = home.keep(aContact().assignedTo("al", "bo"));
        assertThat(home.find(BO, shared.id())).contains(shared);
    }

    @Test
    default void doesNotFindWhatIsAssignedToNobodyOrOthers() {
        TestOrganization home = TestOrganization.in(store());
        Contact unassigned = home.keep(aContact());
        Contact others = home.keep(aContact().assignedTo("Bo", "bob", "b", "bo ", "%"));
        assertThat(home.find(BO, unassigned.id())).isEmpty();
        assertThat(home.find(BO, others.id())).isEmpty();
    }

    @Test
    default void locksOnlyWhatIsVisible() {
        TestOrganization home = TestOrganization.in(store());
        Contact mine = home.keep(aContact().assignedTo("bo"));
        Contact hidden = home.keep(aContact().assignedTo("al"));
        home.write(tx -> {
            assertThat(tx.contacts().lock(home.id(), BO, mine.id())).contains(mine);
            assertThat(tx.contacts().lock(home.id(), BO, hidden.id())).isEmpty();
        });
    }

    @Test
    default void listsAndCountsOnlyWhatIsVisible() {
        TestOrganization home = TestOrganization.in(store());
        Contact mine = home.keep(aContact().assignedTo("bo"));
        home.keepAll(aContact(), aContact().assignedTo("al"));
        assertThat(home.page(BO, PageRequest.first(9)).items()).containsExactly(mine);
        assertThat(home.page(BO, PageRequest.first(9)).total()).isEqualTo(Total.exact(1));
    }

    @Test
    default void searchesOnlyWhatIsVisible() {
        TestOrganization home = TestOrganization.in(store());
        Contact mine = home.keep(aContact().named("Ada One").assignedTo("bo"));
        home.keep(aContact().named("Ada Two").assignedTo("al"));
        Page<Contact> adas = home.page(BO, Fields.search("ada"), PageRequest.first(9));
        assertThat(adas.items()).containsExactly(mine);
        assertThat(adas.total()).isEqualTo(Total.exact(1));
    }

    @Test
    default void letsGoOfWhatIsAssignedToSomebodyElse() {
        TestOrganization home = TestOrganization.in(store());
        Contact mine = home.keep(aContact().assignedTo("bo"));
        home.change(mine, Patch.of(ContactField.ASSIGNED_TO, List.of(new MemberId("al"))));
        assertThat(home.find(BO, mine.id())).isEmpty();
        assertThat(home.page(BO, PageRequest.first(1)).total()).isEqualTo(Total.exact(0));
    }
}
