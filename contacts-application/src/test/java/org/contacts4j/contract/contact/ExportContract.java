package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.exporting.ExportService;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.ContactId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link ExportService} with a real store. */
public interface ExportContract {

    Order BY_ID = new Order(Order.Key.ID, false);

    /** Returns the store under test. */
    Store store();

    @Test
    default void exportsEveryContactOnceInEveryOrder() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(IntStream.range(0, 25)
                .mapToObj(i -> aContact().named("Name " + i % 7))
                .toArray(ContactFixture[]::new));
        TestOrganization.in(store()).keepAll(aContact());
        for (Order.Key key : Order.Key.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                List<Contact> all = exported(home, Filter.matchAll(), new Order(key, descending), null);
                assertThat(all).hasSize(25).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    default void exportsOnlyContactsOfTheFilter() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact().named("Ada"), aContact().named("Bo"), aContact().named("Adam"));
        assertThat(exported(home, Fields.search("ada"), BY_ID, null))
                .extracting(contact -> contact.name().full())
                .containsExactlyInAnyOrder("Ada", "Adam");
    }

    @Test
    default void continuesAfterAContact() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(IntStream.range(0, 9)
                .mapToObj(i -> aContact().named("Name " + i))
                .toArray(ContactFixture[]::new));
        for (Order.Key key : Order.Key.values()) {
            Order order = new Order(key, false);
            List<Contact> all = exported(home, Filter.matchAll(), order, null);
            assertThat(exported(home, Filter.matchAll(), order, all.get(4).id()))
                    .isEqualTo(all.subList(5, 9));
        }
    }

    @Test
    default void continuesAfterADeletedContactInTheOrderOfIdsOnly() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(aContact(), aContact());
        ContactId first = new ContactId(new UUID(0, 1));
        assertThat(exported(home, Filter.matchAll(), BY_ID, first)).hasSize(2);
        assertThatThrownBy(() -> exported(home, Filter.matchAll(), Order.BY_NAME, first))
                .isInstanceOf(ContactsFailure.Invalid.class)
                .hasMessageContaining("cursor");
    }

    private List<Contact> exported(TestOrganization home, Filter filter, Order order, @Nullable ContactId after) {
        ExportService exports = home.contacts4j().exports();
        List<Contact> all = new ArrayList<>();
        Page<Contact> page = exports.begin(home.ada(), filter, order, after, 4, false);
        all.addAll(page.items());
        while (page.next() != null) {
            page = exports.next(home.ada(), filter, PageRequest.of(order, Slice.after(page.next(), 4)));
            all.addAll(page.items());
        }
        return all;
    }
}
