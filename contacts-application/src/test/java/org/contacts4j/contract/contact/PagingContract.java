package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.TestOrganization.names;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract tests of list order and paging. */
public interface PagingContract {

    /** Returns the store under test. */
    Store store();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,ä2,B,Z",
                "Anna,anna B,annab,Änne,Zoë",
                "(a),-b,1c,_d,e",
                "a b,a-b,ab",
                "10,2,9",
                "Strasse,Straße1,STRASSE2",
                "z,Ω,я,ليلى,林,\uE000,😀"
            })
    default void sortsByFoldedNameAndCodePoint(String sorted) {
        TestOrganization home = TestOrganization.in(store());
        List<String> names = List.of(sorted.split(","));
        names.stream()
                .sorted(Collections.reverseOrder())
                .forEach(name -> home.keep(aContact().named(name)));
        assertThat(home.names(new Order(Order.Key.NAME, false))).containsExactlyElementsOf(names);
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        assertThat(home.names(new Order(Order.Key.NAME, true))).containsExactlyElementsOf(reversed);
    }

    @ParameterizedTest
    @EnumSource(Order.Key.class)
    default void breaksTiesByIdInTheSameDirection(Order.Key key) {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> twins = home.keepWithOrderedIds(aContact().named("Twin"), 4);
        assertThat(home.page(query(key, false, Slice.first(9))).items()).containsExactlyElementsOf(twins);
        List<Contact> reversed = new ArrayList<>(twins);
        Collections.reverse(reversed);
        assertThat(home.page(query(key, true, Slice.first(9))).items()).containsExactlyElementsOf(reversed);
    }

    @Test
    default void sortsByCreationAndByLastChange() {
        TestOrganization home = TestOrganization.in(store());
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        home.keepAll(
                aContact().named("second").createdAt(start.plusNanos(1_000)).updatedAt(start.plusSeconds(9)),
                aContact().named("third").createdAt(start.plusSeconds(1)).updatedAt(start.plusSeconds(8)),
                aContact().named("first").createdAt(start).updatedAt(start.plusSeconds(7)));
        assertThat(home.names(new Order(Order.Key.CREATED_AT, false))).containsExactly("first", "second", "third");
        assertThat(home.names(new Order(Order.Key.UPDATED_AT, true))).containsExactly("second", "third", "first");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    default void sortsFilteredListsByIdToo(boolean descending) {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> twins = new ArrayList<>(home.keepWithOrderedIds(aContact().named("Twin"), 4));
        home.keep(aContact().named("Other"));
        if (descending) {
            Collections.reverse(twins);
        }
        Filter named = Fields.name().contains("twin");
        Order byId = new Order(Order.Key.ID, descending);
        Page<Contact> first = home.page(named, PageRequest.of(byId, Slice.first(2)));
        assertThat(first.items()).isEqualTo(twins.subList(0, 2));
        assertThat(first.total()).isEqualTo(Page.Total.exact(4));
        assertThat(home.page(named, PageRequest.of(byId, Slice.after(next(first), 1)))
                        .items())
                .isEqualTo(twins.subList(2, 3));
        assertThat(home.page(named, PageRequest.of(byId, Slice.at(3, 2))).items())
                .isEqualTo(twins.subList(3, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "NAME,false",
        "NAME,true",
        "CREATED_AT,false",
        "CREATED_AT,true",
        "UPDATED_AT,false",
        "UPDATED_AT,true",
        "ID,false",
        "ID,true"
    })
    default void walksByPositionOverEveryContactOnce(Order.Key key, boolean descending) {
        TestOrganization home = TestOrganization.in(store());
        keepCrowd(home);
        List<Contact> whole =
                home.page(query(key, descending, Slice.first(100))).items();
        assertThat(walk(home, key, descending)).containsExactlyElementsOf(whole).hasSize(24);
    }

    @ParameterizedTest
    @CsvSource({"NAME,false", "NAME,true", "CREATED_AT,false", "UPDATED_AT,true", "ID,false", "ID,true"})
    default void pagesByOffsetShowEveryContactOnce(Order.Key key, boolean descending) {
        TestOrganization home = TestOrganization.in(store());
        keepCrowd(home);
        List<Contact> paged = new ArrayList<>();
        for (int offset = 0; offset < 24; offset += 5) {
            paged.addAll(home.page(query(key, descending, Slice.at(offset, 5))).items());
        }
        assertThat(paged)
                .containsExactlyElementsOf(
                        home.page(query(key, descending, Slice.first(100))).items());
    }

    @Test
    default void walksOnWhileContactsComeBeforeThePosition() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().named("b"), aContact().named("d"), aContact().named("f"));
        Page<Contact> first = home.page(query(Order.Key.NAME, false, Slice.first(2)));
        home.keepAll(aContact().named("a"), aContact().named("c"), aContact().named("e"));
        assertThat(names(home.page(query(Order.Key.NAME, false, Slice.after(next(first), 9)))))
                .containsExactly("e", "f");
    }

    @Test
    default void walksOnAfterTheContactAtThePositionIsGone() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().named("a"), aContact().named("c"));
        Contact last = home.keep(aContact().named("b"));
        Page<Contact> first = home.page(query(Order.Key.NAME, false, Slice.first(2)));
        home.delete(last);
        assertThat(names(home.page(query(Order.Key.NAME, false, Slice.after(next(first), 9)))))
                .containsExactly("c");
    }

    @Test
    default void walksOnlyOverWhatMeetsTheConditions() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("a x"),
                aContact().named("b"),
                aContact().named("c x"),
                aContact().named("d x"));
        Page<Contact> first = home.page(Fields.search("x"), PageRequest.first(1));
        Slice rest = Slice.after(next(first), 9);
        assertThat(names(home.page(Fields.search("x"), PageRequest.of(Order.BY_NAME, rest))))
                .containsExactly("c x", "d x");
    }

    @Test
    default void saysWhenNothingFollows() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().named("a"), aContact().named("b"));
        assertThat(home.page(PageRequest.first(1)).next()).isNotNull();
        assertThat(home.page(PageRequest.first(2)).next()).isNull();
        assertThat(home.page(PageRequest.of(Order.BY_NAME, Slice.at(1, 1))).next())
                .isNull();
    }

    @Test
    default void answersAnEmptyPagePastTheEnd() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact());
        Page<Contact> beyond = home.page(PageRequest.of(Order.BY_NAME, Slice.at(1_000, 20)));
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.total()).isEqualTo(Page.Total.exact(1));
    }

    @Test
    default void walksOverNamesThatGrowWhenFolded() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> huge = home.keepWithOrderedIds(aContact().named("\uFDFA".repeat(255)), 3);
        assertThat(walk(home, Order.Key.NAME, false)).containsExactlyElementsOf(huge);
        assertThat(home.found("\uFDFA".repeat(20))).hasSize(3);
    }

    private static void keepCrowd(TestOrganization home) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 24; i++) {
            home.keep(aContact()
                    .withId(UUID.randomUUID())
                    .named(List.of("Ada", "äda", "Bo", "bo b", "Zoë").get(i % 5))
                    .createdAt(start.plusNanos(i % 7 * 1_000L))
                    .updatedAt(start.plusSeconds(1).plusNanos(i % 3 * 1_000L)));
        }
    }

    /** Returns all contacts, read in pages whose size does not divide their number. */
    private static List<Contact> walk(TestOrganization home, Order.Key key, boolean descending) {
        List<Contact> walked = new ArrayList<>();
        Page<Contact> page = home.page(query(key, descending, Slice.first(2)));
        walked.addAll(page.items());
        while (page.next() != null) {
            page = home.page(query(key, descending, Slice.after(next(page), 5)));
            walked.addAll(page.items());
        }
        return walked;
    }

    private static Position next(Page<Contact> page) {
        Position next = page.next();
        assertThat(next).isNotNull();
        return next;
    }

    private static PageRequest query(Order.Key key, boolean descending, Slice slice) {
        return PageRequest.of(new Order(key, descending), slice);
    }
}
