package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.contract.importing.Importing.Row.withId;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.contract.importing.Importing.Row;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Contract tests of an import with concurrent writes. */
public interface ImportConcurrencyContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void makesNoDuplicatesWhenTheSameFileIsImportedManyTimesAtOnce() {
        TestOrganization home = TestOrganization.in(store());
        List<Row> rows = IntStream.range(0, 300)
                .mapToObj(i -> i % 2 == 0 ? mailing("m" + i + "@x.org") : named("Name " + i))
                .toList();
        assertThat(Parallel.failuresOf(8, i -> Importing.into(home).rows(rows))).isEmpty();
        assertThat(home.total()).isEqualTo(Total.exact(300));
    }

    @Test
    default void makesThoseAnewWhoAreDeletedMeanwhile() {
        TestOrganization home = TestOrganization.in(store());
        ImportSummary summary =
                importedWhileAllAreDeleted(home, Importing.into(home).updating(), contact -> mailing(contact.email()));
        assertThat(summary.created() + summary.updated()).isEqualTo(summary.total());
        assertThat(home.total()).isEqualTo(Total.exact(summary.created()));
    }

    @Test
    default void tellsWhoseIdIsDeletedMeanwhile() {
        TestOrganization home = TestOrganization.in(store());
        ImportSummary summary = importedWhileAllAreDeleted(
                home,
                Importing.into(home).matchingBy(MatchBy.ID).updating(),
                contact -> withId(contact.id()).name("New"));
        assertThat(summary.updated() + summary.failed()).isEqualTo(summary.total());
        assertThat(summary.errors())
                .extracting(error -> error.fault().field() + " " + error.fault().message())
                .allMatch("id is not the id of a contact"::equals);
        assertThat(home.total()).isEqualTo(Total.exact(0));
    }

    /** Deletes many contacts from last to first, while an import updates the same contacts from first to last. */
    private static ImportSummary importedWhileAllAreDeleted(
            TestOrganization home, Importing importing, Function<Contact, Row> rowOf) {
        List<Contact> contacts = home.keepAll(IntStream.range(0, 300)
                .mapToObj(i -> aContact().with(ContactField.EMAIL, "m" + i + "@x.org"))
                .toArray(ContactFixture[]::new));
        List<Row> rows = contacts.stream()
                .map(rowOf)
                .map(row -> row.with(fields -> fields.set(ContactField.TITLE, "Poet")))
                .toList();
        ImportSummary[] summary = new ImportSummary[1];
        List<Throwable> failures = Parallel.failuresOf(1 + contacts.size(), i -> {
            if (i == 0) {
                summary[0] = importing.rows(rows);
            } else {
                Contact last = contacts.get(contacts.size() - i);
                home.contacts4j().contacts().remove(home.ada(), last.id(), Precondition.none());
            }
        });
        assertThat(failures).isEmpty();
        return summary[0];
    }
}
