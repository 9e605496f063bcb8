package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.contract.importing.Importing.counts;
import static org.contacts4j.contract.importing.Importing.faults;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.contract.LostCommitResponseStore;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing.Row;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.filter.Filter;
import org.junit.jupiter.api.Test;

/** Contract tests of synchronous imports on a temporarily unavailable store: they continue and import no row twice. */
public interface ImportRetryContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void triesABatchAgainThatTheStoreDidNotKeep() {
        TestOrganization home = TestOrganization.in(new TemporarilyUnavailableStore(store(), 3));
        ImportSummary summary = Importing.into(home).rows(named("Ada").email("ada@x.org"), named("Bo"), mailing("bad"));
        assertThat(counts(summary)).containsExactly(2, 0, 0, 1);
        assertThat(faults(summary)).containsExactly("4 email");
        assertThat(home.total()).isEqualTo(Total.exact(2));
        assertThat(home.events(home.named("Ada").id()))
                .extracting(ContactEvent::type)
                .containsExactly(ContactEvent.Type.CREATED);
    }

    @Test
    default void foretellsTheSameInADryRunThatIsTriedAgain() {
        TestOrganization home = TestOrganization.in(new TemporarilyUnavailableStore(store(), 2));
        ImportSummary summary = Importing.into(home)
                .dryly()
                .rows(
                        mailing("a@x.org"),
                        mailing("A@x.org"),
                        mailing("b@x.org").code("1"),
                        mailing("c@x.org").code("1"));
        assertThat(counts(summary)).containsExactly(2, 0, 1, 1);
    }

    @Test
    default void countsAsCreatedWhatACommitKeptWhoseAnswerWasLost() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Zoe").with(ContactField.EMAIL, "z@x.org"));
        TestOrganization away = home.over(new LostCommitResponseStore(store(), 1));
        ImportSummary summary = Importing.into(away)
                .rows(
                        named("Ada").email("ada@x.org").code("A-1"),
                        named("Ada again").email("ada@x.org"),
                        named("Bo"),
                        named("Cy").email("cy@x.org").code("A-1"),
                        mailing("z@x.org"));
        assertThat(counts(summary)).containsExactly(2, 0, 2, 1);
        assertThat(home.names(Filter.matchAll())).containsExactly("Ada", "Bo", "Zoe");
        assertThat(home.events(home.named("Ada").id()))
                .extracting(ContactEvent::type)
                .containsExactly(ContactEvent.Type.CREATED);
    }

    @Test
    default void changesNothingTwiceWhenTheAnswerToACommitWasLost() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Zoe").with(ContactField.EMAIL, "z@x.org"));
        TestOrganization away = home.over(new LostCommitResponseStore(store(), 1));
        ImportSummary summary =
                Importing.into(away).updating().rows(named("Zoe Z").email("z@x.org"), named("Bo"));
        assertThat(summary.total()).isEqualTo(2);
        assertThat(summary.created()).isEqualTo(1);
        assertThat(home.events(home.named("Zoe Z").id()))
                .extracting(ContactEvent::type)
                .containsOnlyOnce(ContactEvent.Type.UPDATED);
    }

    @Test
    default void losesNoBatchBetweenTwoThatWereTriedAgain() {
        TestOrganization home = TestOrganization.in(store());
        List<Row> rows = IntStream.range(0, 2_500)
                .mapToObj(i -> named("N" + i).email("m" + i + "@x.org"))
                .toList();
        ImportSummary summary = Importing.into(home.over(new LostCommitResponseStore(store(), 2)))
                .rows(rows);
        assertThat(counts(summary)).containsExactly(2_500, 0, 0, 0);
        assertThat(home.total()).isEqualTo(Total.exact(2_500));
    }

    /** A store that fails its first transactions as unavailable, after their work; they are rolled back. */
    final class TemporarilyUnavailableStore implements Store {

        private final Store store;
        private final AtomicInteger left;

        TemporarilyUnavailableStore(Store store, int times) {
            this.store = store;
            this.left = new AtomicInteger(times);
        }

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return store.read(stumbling(work));
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return store.write(stumbling(work));
        }

        private <T> Function<Transaction, T> stumbling(Function<Transaction, T> work) {
            return tx -> {
                T result = work.apply(tx);
                if (left.getAndDecrement() > 0) {
                    throw new ContactsFailure.Unavailable("The store is away.", new IllegalStateException());
                }
                return result;
            };
        }
    }
}
