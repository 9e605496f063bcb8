package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.query.StatusCounts;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of the totals of lists. */
public interface TotalsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void countsNothingInANewOrganization() {
        TestOrganization home = TestOrganization.in(store());
        assertThat(home.total()).isEqualTo(Total.exact(0));
        assertThat(home.total(standing(ContactStatus.ACTIVE))).isEqualTo(Total.exact(0));
    }

    @Test
    default void followsCreationAndDeletion() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> three = home.keepAll(aContact(), aContact(), aContact());
        assertThat(home.total()).isEqualTo(Total.exact(3));
        home.delete(three.get(0));
        assertThat(home.total()).isEqualTo(Total.exact(2));
    }

    @Test
    default void followsEveryStatus() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keepAll(aContact(), aContact(), aContact().standing(ContactStatus.ARCHIVED))
                .get(0);
        home.change(ada, Patch.of(ContactField.STATUS, ContactStatus.INACTIVE));
        assertThat(home.total(standing(ContactStatus.ACTIVE))).isEqualTo(Total.exact(1));
        assertThat(home.total(standing(ContactStatus.INACTIVE))).isEqualTo(Total.exact(1));
        assertThat(home.total(standing(ContactStatus.INACTIVE, ContactStatus.ARCHIVED)))
                .isEqualTo(Total.exact(2));
        assertThat(home.total()).isEqualTo(Total.exact(3));
    }

    @Test
    default void countsByStatusWhatTheCallerSees() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada").assignedTo("me"),
                aContact().named("Adam").standing(ContactStatus.ARCHIVED),
                aContact().named("Eve").standing(ContactStatus.INACTIVE).assignedTo("me"));
        assertThat(counts(home, Visibility.everything(), Filter.matchAll())).containsExactly(1L, 1L, 1L);
        assertThat(counts(home, Visibility.everything(), Fields.search("ada"))).containsExactly(1L, 0L, 1L);
        assertThat(counts(home, new Visibility.AssignedTo(new MemberId("me")), Filter.matchAll()))
                .containsExactly(1L, 1L, 0L);
    }

    private static List<Long> counts(TestOrganization home, Visibility visibility, Filter filter) {
        StatusCounts counts = home.read(tx -> tx.contacts().countByStatus(home.id(), visibility, filter));
        return Stream.of(ContactStatus.ACTIVE, ContactStatus.INACTIVE, ContactStatus.ARCHIVED)
                .map(counts::of)
                .toList();
    }

    @Test
    default void followsTheDeletionOfAnInactiveContact() {
        TestOrganization home = TestOrganization.in(store());
        Contact gone = home.keepAll(aContact().standing(ContactStatus.INACTIVE), aContact())
                .get(0);
        home.delete(gone);
        assertThat(home.total(standing(ContactStatus.INACTIVE))).isEqualTo(Total.exact(0));
        assertThat(home.total(standing(ContactStatus.ACTIVE))).isEqualTo(Total.exact(1));
    }

    @Test
    default void forgetsWhatWasRolledBack() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        assertThatThrownBy(() -> home.write(tx -> {
                    TestOrganization.insert(tx, aContact().in(home.id()));
                    TestOrganization.delete(tx, ada);
                    TestOrganization.insert(
                            tx, aContact().standing(ContactStatus.INACTIVE).in(home.id()));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(home.total()).isEqualTo(Total.exact(1));
        assertThat(home.total(standing(ContactStatus.INACTIVE))).isEqualTo(Total.exact(0));
    }

    @Test
    default void seesWhatItsOwnTransactionDid() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        home.write(tx -> {
            TestOrganization.insert(tx, aContact().in(home.id()));
            TestOrganization.insert(tx, aContact().in(home.id()));
            TestOrganization.delete(tx, ada);
            assertThat(tx.contacts()
                            .page(home.id(), TestOrganization.ALL, Filter.matchAll(), PageRequest.first(1))
                            .total())
                    .isEqualTo(Total.exact(2));
        });
    }

    @Test
    default void countsWhatMeetsTheConditions() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().tagged("vip"), aContact().tagged("vip"), aContact());
        Filter vips = Fields.tags().containsAll(List.of("vip"));
        assertThat(home.total(vips)).isEqualTo(Total.exact(2));
    }

    @Test
    default void countsOnlyWhenAsked() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact());
        assertThat(home.page(PageRequest.first(1).uncounted()).total()).isNull();
    }

    @Test
    default void stopsCountingFilteredListsAtTenThousand() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(IntStream.rangeClosed(0, Total.COUNT_LIMIT)
                .mapToObj(i -> aContact().withId(UUID.randomUUID()).named("Number " + i))
                .toArray(ContactFixture[]::new));
        assertThat(home.total(Fields.search("number"))).isEqualTo(new Total(10_000, false));
        assertThat(home.total(Fields.search("number 123"))).isEqualTo(Total.exact(20));
        assertThat(countedInFull(home, Fields.search("number"))).isEqualTo(Total.exact(10_001));
        assertThat(countedInFull(home, Fields.name().startsWith("number"))).isEqualTo(Total.exact(10_001));
        assertThat(countedInFull(home, Fields.search("number 123"))).isEqualTo(Total.exact(20));
        assertThat(countedInFull(home, Filter.matchAll())).isEqualTo(Total.exact(10_001));
        assertThat(home.total()).isEqualTo(Total.exact(10_001));
        assertThat(home.total(standing(ContactStatus.ACTIVE))).isEqualTo(Total.exact(10_001));
    }

    private static @Nullable Total countedInFull(TestOrganization home, Filter filter) {
        Page<Contact> page = home.page(
                filter, PageRequest.of(Order.BY_NAME, Slice.at(10_000, 5)).countedInFull());
        assertThat(page.items()).hasSizeLessThan(2);
        return page.total();
    }

    private static Filter standing(ContactStatus... statuses) {
        return Fields.status().in(Set.of(statuses));
    }
}
