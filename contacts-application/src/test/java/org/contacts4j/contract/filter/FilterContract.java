package org.contacts4j.contract.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.domain.filter.Fields.assignedTo;
import static org.contacts4j.domain.filter.Fields.company;
import static org.contacts4j.domain.filter.Fields.createdAt;
import static org.contacts4j.domain.filter.Fields.custom;
import static org.contacts4j.domain.filter.Fields.customFlag;
import static org.contacts4j.domain.filter.Fields.customItems;
import static org.contacts4j.domain.filter.Fields.customNumber;
import static org.contacts4j.domain.filter.Fields.customTime;
import static org.contacts4j.domain.filter.Fields.department;
import static org.contacts4j.domain.filter.Fields.doNotContact;
import static org.contacts4j.domain.filter.Fields.email;
import static org.contacts4j.domain.filter.Fields.name;
import static org.contacts4j.domain.filter.Fields.notes;
import static org.contacts4j.domain.filter.Fields.phone;
import static org.contacts4j.domain.filter.Fields.source;
import static org.contacts4j.domain.filter.Fields.status;
import static org.contacts4j.domain.filter.Fields.statusText;
import static org.contacts4j.domain.filter.Fields.tags;
import static org.contacts4j.domain.filter.Fields.title;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contract tests of contact filters. {@link Filter#matches} defines what matches. These tests cover cases that stores
 * often get wrong.
 */
public interface FilterContract {

    /** Returns the store under test. */
    Store store();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%", "a_b", "it's", "\"x\"", "c\\d", "e!f", "{1}", "Ärger", "ﬁn", "محمد", "王小明", "ı", "ß", "😀"
            })
    default void takesEveryCharacterForItself(String text) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact()
                        .named("Found " + text)
                        .with(ContactField.NOTES, "n" + text + "n")
                        .with(ContactField.SOURCE, text)
                        .with(ContactField.COMPANY_NAME, text + " AG")
                        .with(ContactField.CUSTOM_FIELDS, Map.of("k", text, "l", List.of("x", text))),
                aContact().named("Other 1000 aXb s x cd ef").with(ContactField.SOURCE, "1000"));
        assertThat(List.<Condition<?>>of(
                        name().contains(text),
                        name().endsWith(text),
                        notes().contains(text),
                        source().is(text),
                        source().contains(text),
                        company().startsWith(text),
                        company().is(text + " ag"),
                        custom("k").is(text),
                        custom("k").contains(text),
                        customItems("l").contains(text)))
                .allSatisfy(condition -> assertThat(names(home, condition)).containsExactly("Found " + text));
    }

    @Test
    default void matchesTheUnsetWhereTheOppositeIsSaid() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact()
                        .named("Set")
                        .tagged("vip")
                        .assignedTo("bo")
                        .with(ContactField.SOURCE, "web")
                        .with(ContactField.NOTES, "web")
                        .with(ContactField.EMAIL, "web@example.org")
                        .with(
                                ContactField.CUSTOM_FIELDS,
                                Map.of("t", "web", "n", 1L, "f", true, "d", "2026-01-01", "l", List.of("web"))),
                aContact().named("Unset"));
        assertThat(List.<Condition<?>>of(
                        source().isNot("web"),
                        source().notContains("web"),
                        source().in("web", "x").not(),
                        source().isEmpty(),
                        notes().isNot("web"),
                        email().notContains("web"),
                        tags().notContains("VIP"),
                        tags().isEmpty(),
                        assignedTo().containsAny("bo", "al").not(),
                        assignedTo().isEmpty(),
                        custom("t").isNot("web"),
                        customNumber("n").isNot(BigDecimal.ONE),
                        customNumber("n").isEmpty(),
                        customFlag("f").isNot(true),
                        customFlag("f").isEmpty(),
                        customTime("d").isEmpty(),
                        customItems("l").notContains("web"),
                        customItems("l").isEmpty()))
                .allSatisfy(condition -> assertThat(names(home, condition)).containsExactly("Unset"));
    }

    @Test
    default void comparesFieldsByTheirKind() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact()
                        .named("Zoë")
                        .tagged("Vip", "New")
                        .assignedTo("bo")
                        .inDepartment("R&D")
                        .standing(ContactStatus.ARCHIVED)
                        .createdAt(Instant.parse("2026-03-01T00:00:00.123456Z"))
                        .with(ContactField.TITLE, "Rear Admiral")
                        .with(ContactField.PHONE, "(555) 123-4567")
                        .with(ContactField.DO_NOT_CONTACT, true)
                        .with(
                                ContactField.CUSTOM_FIELDS,
                                Map.of(
                                        "n",
                                        new BigDecimal("-12.5"),
                                        "f",
                                        true,
                                        "d",
                                        "2026-01-31T23:30:00-01:00",
                                        "l",
                                        List.of("Ä", "b"))),
                aContact().named("Al"));
        LocalDate march = LocalDate.parse("2026-03-01");
        Instant created = Instant.parse("2026-03-01T00:00:00.123456Z");
        assertThat(List.<Condition<?>>of(
                        name().is("ZOE"),
                        status().is(ContactStatus.ARCHIVED),
                        statusText().in("archived", "nonsense"),
                        department().startsWith("r&"),
                        title().endsWith("MIRAL"),
                        phone().contains(") 1"),
                        doNotContact().is(true),
                        tags().contains("VIP"),
                        tags().containsAny("x", "new"),
                        tags().isNotEmpty(),
                        assignedTo().contains("bo"),
                        createdAt().isOn(march),
                        createdAt().isBetween(march, march),
                        createdAt().isBetween(created, created),
                        createdAt().isAfter(created.minusNanos(1)),
                        customNumber("n").isBelow(new BigDecimal("-12")),
                        customNumber("n").isBetween(new BigDecimal("-12.50"), BigDecimal.TEN),
                        customNumber("n").is(new BigDecimal("-12.500")),
                        customFlag("f").is(true),
                        custom("f").is("TRUE"),
                        customTime("d").isOn(LocalDate.parse("2026-02-01")),
                        customItems("l").containsAny("a", "x")))
                .allSatisfy(condition -> assertThat(names(home, condition)).containsExactly("Zoë"));
    }

    @Test
    default void wantsAnyGroupAndAllOfItsConditions() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("A").tagged("vip"),
                aContact().named("B").tagged("vip").standing(ContactStatus.ARCHIVED),
                aContact().named("C").with(ContactField.SOURCE, "fair"),
                aContact().named("D"));
        Filter filter =
                tags().contains("vip").and(status().is(ContactStatus.ACTIVE)).or(source().is("Fair"));
        assertThat(names(home, filter)).containsExactly("A", "C");
        assertThat(home.total(filter)).isEqualTo(Total.exact(2));
        assertThat(home.names(Fields.search("c").and(filter))).containsExactly("C");
    }

    @Test
    default void pagesAndHidesAsOtherListsDo() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("A").assignedTo("bo"),
                aContact().named("B").assignedTo("bo"),
                aContact().named("C").assignedTo("bo"),
                aContact().named("D").assignedTo("al"),
                aContact().named("A").tagged("no").assignedTo("bo"));
        Filter filter = tags().notContains("no").and(name().isNotEmpty());
        Visibility bos = new Visibility.AssignedTo(new MemberId("bo"));
        Page<Contact> first = home.page(bos, filter, PageRequest.first(2));
        assertThat(TestOrganization.names(first)).containsExactly("A", "B");
        assertThat(first.total()).isEqualTo(Total.exact(3));
        Page<Contact> second = home.page(
                bos, filter, PageRequest.of(Order.BY_NAME, Slice.after(Objects.requireNonNull(first.next()), 2)));
        assertThat(TestOrganization.names(second)).containsExactly("C");
        assertThat(TestOrganization.names(home.page(bos, filter, PageRequest.of(Order.BY_NAME, Slice.at(1, 2)))))
                .containsExactly("B", "C");
    }

    @Test
    default void findsByThePresentNameOfTheCompany() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        home.keepAll(aContact().named("Ada").at(acme), aContact().named("Bo"));
        home.change(acme, Patch.of(CompanyField.NAME, "Zénith % Söhne"));
        assertThat(names(home, company().is("zenith % SOHNE"))).containsExactly("Ada");
        assertThat(names(home, company().endsWith("% sohne"))).containsExactly("Ada");
        assertThat(names(home, company().contains("acme"))).isEmpty();
        assertThat(names(home, company().isEmpty())).containsExactly("Bo");
    }

    @Test
    default void findsByWhatAChangeLeft() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.SOURCE, "web"));
        home.change(
                ada,
                Patch.of(ContactField.SOURCE, "Fair")
                        .set(ContactField.NOTES, "Ünique")
                        .set(ContactField.CUSTOM_FIELDS, Map.of("n", 7L)));
        assertThat(names(
                        home,
                        source().is("fair")
                                .and(notes().is("unique"))
                                .and(customNumber("n").is(new BigDecimal(7)))))
                .containsExactly("Ada");
        assertThat(names(home, source().is("web"))).isEmpty();
    }

    private static List<String> names(TestOrganization home, Filter filter) {
        return home.names(filter);
    }
}
