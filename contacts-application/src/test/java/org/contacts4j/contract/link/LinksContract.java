package org.contacts4j.contract.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.link.LinkFixture.aCompleteLink;
import static org.contacts4j.contract.link.LinkFixture.aLink;
import static org.contacts4j.contract.link.LinkFixture.anOpportunity;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.contacts4j.application.Store;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract tests of storing links and reading them back complete. */
public interface LinksContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void givesBackALinkWithEveryFieldSetAndOneWithNone() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Link complete = home.keep(aCompleteLink().of(ada));
        Link bare = home.keep(anOpportunity("006").of(ada));
        assertThat(home.links(ada)).containsExactlyInAnyOrder(complete, bare);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "12.50",
                "1250.00",
                "0.1000000000",
                "12345678901234567890123456789012345678",
                "-1234567890123456789012345678.0123456789"
            })
    default void keepsAmountsToTheLastDigit(String amount) {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        home.keep(anOpportunity("006").worth(amount, "EUR").of(ada));
        assertThat(home.links(ada).get(0).amount()).hasToString(amount);
    }

    @Test
    default void keepsUpdatesThatSetAndEmptyEveryField() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Link bare = home.keep(aLink(LinkType.CASE, "C-100% _1 😀").of(ada));
        Link complete = bare.apply(aCompleteLink().fields(), TestOrganization.EDITOR, TestOrganization.LATER);
        home.write(tx -> tx.links().update(home.id(), complete));
        assertThat(home.links(ada)).containsExactly(complete);
        Patch<Link> nothing = Patch.empty();
        for (Field<Link, ?> field : LinkField.all()) {
            boolean required = field == LinkField.TYPE || field == LinkField.EXTERNAL_ID;
            nothing = required ? nothing : nothing.clear(field);
        }
        Link emptied = complete.apply(nothing, TestOrganization.EDITOR, TestOrganization.LATER);
        home.write(tx -> tx.links().update(home.id(), emptied));
        assertThat(home.links(ada)).containsExactly(emptied);
        assertThat(LinkField.all())
                .filteredOn(field -> field.differs(complete, emptied))
                .hasSize(5);
    }

    @Test
    default void listsLinksByIdWhichIsTheOrderTheyWereMade() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        List<UUID> ids = TestOrganization.orderedIds(4);
        List<Link> links = ids.stream()
                .map(id -> anOpportunity("of " + id).withId(id).of(ada))
                .toList();
        Stream.of(2, 0, 3, 1).forEach(i -> home.keep(links.get(i)));
        assertThat(home.links(ada)).containsExactlyElementsOf(links);
    }

    @Test
    default void refusesASecondLinkToTheSameRecord() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Link first = home.keep(anOpportunity("006").of(ada));
        assertThatThrownBy(() -> home.keep(anOpportunity("006").of(ada)))
                .isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(home.links(ada)).containsExactly(first);
    }

    @Test
    default void takesTheSameExternalIdOfAnotherTypeSpellingOrContact() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> two = home.keepAll(aContact(), aContact());
        home.keep(anOpportunity("a6").of(two.get(0)));
        home.keep(aLink(LinkType.TASK, "a6").of(two.get(0)));
        home.keep(anOpportunity("A6").of(two.get(0)));
        home.keep(anOpportunity("a6").of(two.get(1)));
        assertThat(home.links(two.get(0))).hasSize(3);
        assertThat(home.links(two.get(1))).hasSize(1);
    }

    @Test
    default void refusesALinkOfAContactThatIsNotThere() {
        TestOrganization home = TestOrganization.in(store());
        Contact foreign = TestOrganization.in(store()).keep(aContact());
        for (ContactId absent : List.of(new ContactId(UUID.randomUUID()), foreign.id())) {
            assertThatThrownBy(() -> home.keep(anOpportunity("006").of(absent)))
                    .isInstanceOf(ContactsFailure.Unavailable.class);
            assertThat(home.links(absent)).isEmpty();
        }
    }

    @Test
    default void forgetsADeletedLinkOfThisContactOnly() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> two = home.keepAll(aContact(), aContact());
        Link gone = home.keep(anOpportunity("006").of(two.get(0)));
        Link other = home.keep(anOpportunity("007").of(two.get(0)));
        home.write(tx -> tx.links().delete(home.id(), two.get(1).id(), gone.id()));
        assertThat(home.links(two.get(0))).hasSize(2);
        home.write(tx -> tx.links().delete(home.id(), two.get(0).id(), gone.id()));
        assertThat(home.links(two.get(0))).containsExactly(other);
    }

    @Test
    default void forgetsTheLinksOfADeletedContactUnlessItIsUndone() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> two = home.keepAll(aContact(), aContact());
        Link lost = home.keep(anOpportunity("006").of(two.get(0)));
        Link kept = home.keep(anOpportunity("006").of(two.get(1)));
        assertThatThrownBy(() -> home.write(tx -> {
                    TestOrganization.delete(tx, two.get(0));
                    assertThat(tx.links().of(home.id(), two.get(0).id())).isEmpty();
                    throw new IllegalStateException("changed our mind");
                }))
                .hasMessage("changed our mind");
        assertThat(home.links(two.get(0))).containsExactly(lost);
        home.delete(two.get(0));
        assertThat(home.links(two.get(0))).isEmpty();
        assertThat(home.links(two.get(1))).containsExactly(kept);
    }

    @Test
    default void hidesLinksFromOtherOrganisations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization away = TestOrganization.in(store());
        UUID same = UUID.randomUUID();
        Contact here = home.keep(aContact().withId(same));
        Contact there = away.keep(aContact().withId(same));
        Link link = home.keep(anOpportunity("006").of(here));
        assertThat(away.links(there)).isEmpty();
        Link hijacked = link.apply(Patch.of(LinkField.TITLE, "Eve"), TestOrganization.EDITOR, TestOrganization.LATER);
        for (Runnable attempt : List.<Runnable>of(
                () -> away.write(tx -> tx.links().update(away.id(), hijacked)),
                () -> away.write(tx -> tx.links().delete(away.id(), there.id(), link.id())))) {
            ignoringRefusal(attempt);
            assertThat(home.links(here)).containsExactly(link);
            assertThat(away.links(there)).isEmpty();
        }
    }

    @Test
    default void holdsTheSameLinksThatItLists() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Link link = home.keep(anOpportunity("006").of(ada));
        home.write(tx -> assertThat(tx.links().lock(home.id(), ada.id())).isEqualTo(Collections.singletonList(link)));
    }

    private static void ignoringRefusal(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException refused) {
            assertThat(refused).isNotInstanceOf(NullPointerException.class);
        }
    }
}
