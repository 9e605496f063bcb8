package org.contacts4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.CompanyFixture.aCompany;
import static org.contacts4j.contract.ContactFixture.aContact;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.application.Order;
import org.contacts4j.application.Page;
import org.contacts4j.application.Slice;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.query.ContactQuery;
import org.contacts4j.application.contact.query.ContactQuery.Conditions;
import org.contacts4j.application.contact.query.Selection;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
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
        assertThat(home.names(Conditions.ofCompany(acme.id()))).containsExactly("Ada");
        assertThat(home.names(Conditions.ofCompany(CompanyId.parse("nonsense"))))
                .isEmpty();
    }

    @Test
    default void comparesDepartmentsAsTheyAre() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Found").inDepartment("R&D / 50% _"),
                aContact().named("Case").inDepartment("r&d / 50% _"),
                aContact().named("Space").inDepartment("R&D / 50% _ "),
                aContact().named("None"));
        assertThat(home.names(Conditions.ofDepartment("R&D / 50% _"))).containsExactly("Found");
    }

    @Test
    default void narrowsByPreferredMethod() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Mail").preferring(ContactMethod.EMAIL),
                aContact().named("Call").preferring(ContactMethod.PHONE),
                aContact().named("None"));
        assertThat(home.names(Conditions.preferring(ContactMethod.EMAIL))).containsExactly("Mail");
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
        assertThat(home.names(Conditions.reporting(null))).containsExactly("Clerk");
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
    @ValueSource(strings = {"Zoë", "zoë", "Zoe", "ZOË", "Zoe\u0308", "Zoë X", "50% _", "50a b", "جون سميث"})
    default void comparesChosenNamesAsTheyAre(String name) {
        TestOrganization home = TestOrganization.in(store());
        for (String other : List.of("Zoë", "zoë", "Zoe", "ZOË", "Zoe\u0308", "Zoë X", "50% _", "50a b", "جون سميث")) {
            home.keep(aContact().named(other));
        }
        assertThat(home.names(chosen(named(name)))).containsExactly(name);
        assertThat(home.names(chosen(named(name, "Nobody")))).containsExactly(name);
        assertThat(home.names(chosen(named("Nobody")))).isEmpty();
    }

    @Test
    default void narrowsToAnyOfSeveralNames() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada"),
                aContact().named("ada"),
                aContact().named("Bo"),
                aContact().named("Cy"));
        assertThat(home.names(chosen(named("Ada", "Cy", "cy")))).containsExactly("Ada", "Cy");
        assertThat(home.total(chosen(named("Ada", "Cy", "cy")))).isEqualTo(Page.Total.exact(2));
    }

    @Test
    default void narrowsByIds() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada"));
        Contact bo = home.keep(aContact().named("Bo"));
        home.keep(aContact().named("Cy"));
        Contact foreign = TestOrganization.in(store()).keep(aContact().named("Di"));
        assertThat(home.names(chosen(withIds(ada.id(), bo.id(), foreign.id())))).containsExactly("Ada", "Bo");
        assertThat(home.names(chosen(withIds(foreign.id(), ContactId.parse("nonsense")))))
                .isEmpty();
    }

    @Test
    default void narrowsToIdsBetweenTwoOthers() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> twins = home.keepWithOrderedIds(aContact().named("Twin"), 4);
        ContactId first = twins.get(0).id();
        ContactId third = twins.get(2).id();
        assertThat(found(home, new Selection(Set.of(), first, null, Set.of()))).isEqualTo(twins.subList(1, 4));
        assertThat(found(home, new Selection(Set.of(), null, third, Set.of()))).isEqualTo(twins.subList(0, 2));
        assertThat(found(home, new Selection(Set.of(), first, third, Set.of()))).isEqualTo(twins.subList(1, 2));
        assertThat(found(home, new Selection(Set.of(first), first, null, Set.of())))
                .isEmpty();
        assertThat(found(home, new Selection(Set.of(third), first, null, Set.of("Twin"))))
                .isEqualTo(twins.subList(2, 3));
    }

    @Test
    default void filtersWhatIsChosen() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada").tagged("vip"),
                aContact().named("Ada"),
                aContact().named("Bo").tagged("vip"));
        Conditions vips =
                Conditions.among(named("Ada"), Filter.where(Fields.tags().contains("vip")));
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
        Conditions all = Conditions.builder()
                .statuses(Set.of(ContactStatus.ACTIVE))
                .company(acme.id())
                .department("R&D")
                .preferredMethod(ContactMethod.EMAIL)
                .assignedTo(new MemberId("bo"))
                .tags(List.of("vip"))
                .text("ada")
                .withManager()
                .build();
        assertThat(home.page(query(all)).items())
                .extracting(Contact::id)
                .containsExactly(ada.in(home.id()).id());
    }

    private static ContactQuery query(Conditions conditions) {
        return ContactQuery.of(conditions, Slice.first(100));
    }

    private static ContactFixture another(ContactFixture fixture) {
        return fixture.withId(UUID.randomUUID());
    }

    private static List<Contact> found(TestOrganization home, Selection selection) {
        Order byId = new Order(Order.Key.ID, false);
        return home.page(new ContactQuery(chosen(selection), byId, Slice.first(100), true))
                .items();
    }

    private static Conditions chosen(Selection selection) {
        return Conditions.among(selection, Filter.NONE);
    }

    private static Selection named(String... names) {
        return new Selection(Set.of(), null, null, Set.of(names));
    }

    private static Selection withIds(ContactId... ids) {
        return new Selection(Set.of(ids), null, null, Set.of());
    }

    private static Conditions standing(ContactStatus... statuses) {
        return Conditions.builder().statuses(Set.of(statuses)).build();
    }

    private static Conditions assignedTo(String member) {
        return Conditions.builder().assignedTo(new MemberId(member)).build();
    }

    private static Conditions tagged(String... tags) {
        return Conditions.builder().tags(List.of(tags)).build();
    }
}
