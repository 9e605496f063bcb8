package org.contacts4j.contract.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract tests of the conditions of contact queries. */
public interface ConditionsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void narrowsByAnyOfSeveralStatuses() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("A").standing(ContactStatus.ACTIVE),
                aContact().named("B").standing(ContactStatus.INACTIVE),
                aContact().named("C").standing(ContactStatus.ARCHIVED));
        assertThat(home.names(standing(ContactStatus.INACTIVE))).containsExactly("B");
        assertThat(home.names(standing(ContactStatus.ACTIVE, ContactStatus.ARCHIVED)))
                .containsExactly("A", "C");
    }

    @Test
    default void narrowsByCompany() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        home.keepAll(aContact().named("Ada").at(acme), aContact().named("Bo").at(home.keep(aCompany())), aContact());
        assertThat(home.names(Fields.companyId().is(acme.id()))).containsExactly("Ada");
        assertThat(home.names(Fields.companyId().is(CompanyId.parse("nonsense"))))
                .isEmpty();
    }

    @Test
    default void comparesDepartmentsAsTheyAre() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Found").inDepartment("R&D / 50% _"),
                aContact().named("Case").inDepartment("r&d / 50% _"),
                aContact().named("Space").inDepartment("R&D  / 50% _"),
                aContact().named("None"));
        assertThat(home.names(Fields.exactDepartment().is("R&D / 50% _"))).containsExactly("Found");
    }

    @Test
    default void narrowsByPreferredMethod() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Mail").preferring(ContactMethod.EMAIL),
                aContact().named("Call").preferring(ContactMethod.PHONE),
                aContact().named("None"));
        assertThat(home.names(Fields.preferredMethod().is(ContactMethod.EMAIL))).containsExactly("Mail");
    }

    @Test
    default void narrowsByAssignee() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Found").assignedTo("al", "bo"),
                aContact().named("Other").assignedTo("Bo"),
                aContact().named("Nobody's"));
        assertThat(home.names(assignedTo("bo"))).containsExactly("Found");
    }

    @Test
    default void narrowsToThoseWithAManager() {
        TestOrganization home = TestOrganization.in(store());
        Contact chief = home.keep(aContact().named("Chief"));
        home.keep(aContact().named("Clerk").reportingTo(chief));
        assertThat(home.names(Fields.manager().isNotEmpty())).containsExactly("Clerk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vip", "VIP", " Vip ", "ärzte", "ÄRZTE", "a,b", "{c}", "\"d\"", "e\\F", "null", "100%", "it's"})
    default void comparesTagsIgnoringCase(String tag) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Found").tagged("Vip", "Ärzte", "a,B", "{c}", "\"D\"", "e\\f", "NULL", "100%", "It's"),
                aContact().named("Other").tagged("vi", "vipp", "arzte", "a", "b", "c", "d", "e", "1000", "its"),
                aContact().named("None"));
        assertThat(home.names(tagged(tag))).containsExactly("Found");
    }

    @Test
    default void wantsAllTagsNotAny() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Both").tagged("x", "b", "A"),
                aContact().named("One").tagged("a"),
                aContact().named("Other").tagged("B"));
        assertThat(home.names(tagged("a", "b"))).containsExactly("Both");
        assertThat(home.names(tagged("a", "A"))).containsExactly("Both", "One");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "zoë", "Zoe", "ZOË", "Zoë X", "50% _", "50a b", "جون سميث"})
    default void comparesChosenNamesAsTheyAre(String name) {
        TestOrganization home = TestOrganization.in(store());
        for (String other : List.of("Zoë", "zoë", "Zoe", "ZOË", "Zoë X", "50% _", "50a b", "جون سميث")) {
            home.keep(aContact().named(other));
        }
        assertThat(home.names(named(name))).containsExactly(name);
        assertThat(home.names(named(name, "Nobody"))).containsExactly(name);
        assertThat(home.names(named("Nobody"))).isEmpty();
    }

    @Test
    default void findsAChosenNameInEitherUnicodeForm() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().named("Zoe\u0308"), aContact().named("Zoe"));
        assertThat(home.names(named("Zoe\u0308"))).containsExactly("Zoë");
        assertThat(home.names(named("Zoë"))).containsExactly("Zoë");
    }

    @Test
    default void narrowsToAnyOfSeveralNames() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada"),
                aContact().named("ada"),
                aContact().named("Bo"),
                aContact().named("Cy"));
        assertThat(home.names(named("Ada", "Cy", "cy"))).containsExactly("Ada", "Cy");
        assertThat(home.total(named("Ada", "Cy", "cy"))).isEqualTo(Page.Total.exact(2));
    }

    @Test
    default void narrowsByIds() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada"));
        Contact bo = home.keep(aContact().named("Bo"));
        home.keep(aContact().named("Cy"));
        Contact foreign = TestOrganization.in(store()).keep(aContact().named("Di"));
        assertThat(home.names(withIds(ada.id(), bo.id(), foreign.id()))).containsExactly("Ada", "Bo");
        assertThat(home.names(withIds(foreign.id(), ContactId.parse("nonsense"))))
                .isEmpty();
    }

    @Test
    default void narrowsToIdsBetweenTwoOthers() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> twins = home.keepWithOrderedIds(aContact().named("Twin"), 4);
        ContactId first = twins.get(0).id();
        ContactId third = twins.get(2).id();
        assertThat(found(home, Fields.idAbove(first))).isEqualTo(twins.subList(1, 4));
        assertThat(found(home, Fields.idBelow(third))).isEqualTo(twins.subList(0, 2));
        assertThat(found(home, Fields.idAbove(first).and(Fields.idBelow(third))))
                .isEqualTo(twins.subList(1, 2));
        assertThat(found(home, withIds(first).and(Fields.idAbove(first)))).isEmpty();
        assertThat(found(home, withIds(third).and(Fields.idAbove(first)).and(named("Twin"))))
                .isEqualTo(twins.subList(2, 3));
    }

    @Test
    default void filtersWhatIsChosen() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada").tagged("vip"),
                aContact().named("Ada"),
                aContact().named("Bo").tagged("vip"));
        Filter vips = named("Ada").and(Fields.tags().contains("vip"));
        assertThat(home.names(vips)).containsExactly("Ada");
        assertThat(home.total(vips)).isEqualTo(Page.Total.exact(1));
    }

    @Test
    default void wantsAllConditionsAtOnce() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        Contact chief = home.keep(aContact().named("Chief"));
        ContactFixture ada = aContact()
                .named("Ada")
                .at(acme)
                .inDepartment("R&D")
                .preferring(ContactMethod.EMAIL)
                .assignedTo("bo")
                .tagged("vip")
                .reportingTo(chief);
        home.keepAll(
                ada,
                another(ada).standing(ContactStatus.ARCHIVED),
                another(ada).inDepartment("Sales"),
                another(ada).preferring(ContactMethod.PHONE),
                another(ada).assignedTo("al"),
                another(ada).tagged("guest"),
                another(ada).named("Bo"));
        Filter all = Fields.status()
                .is(ContactStatus.ACTIVE)
                .and(Fields.companyId().is(acme.id()))
                .and(Fields.exactDepartment().is("R&D"))
                .and(Fields.preferredMethod().is(ContactMethod.EMAIL))
                .and(assignedTo("bo"))
                .and(tagged("vip"))
                .and(Fields.search("ada"))
                .and(Fields.manager().isNotEmpty());
        assertThat(home.page(all, PageRequest.first(100)).items())
                .extracting(Contact::id)
                .containsExactly(ada.in(home.id()).id());
    }

    private static ContactFixture another(ContactFixture fixture) {
        return fixture.withId(UUID.randomUUID());
    }

    private static List<Contact> found(TestOrganization home, Filter filter) {
        return home.page(filter, PageRequest.orderBy(Order.Key.ID)).items();
    }

    private static Filter named(String... names) {
        return Fields.exactName().in(Set.of(names));
    }

    private static Filter withIds(ContactId... ids) {
        return Fields.id().in(Set.of(ids));
    }

    private static Filter standing(ContactStatus... statuses) {
        return Fields.status().in(Set.of(statuses));
    }

    private static Filter assignedTo(String member) {
        return Fields.assignedTo().containsAll(List.of(member));
    }

    private static Filter tagged(String... tags) {
        return Fields.tags().containsAll(List.of(tags));
    }
}
