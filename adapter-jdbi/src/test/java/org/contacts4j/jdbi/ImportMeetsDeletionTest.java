package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests import rows whose contact is deleted, or hidden from the caller, after the import matches it and before the
 * import updates it.
 */
final class ImportMeetsDeletionTest {

    @Nested
    final class OnH2 extends OnADatabase {
        @Override
        DatabaseSettings settings() {
            return DatabaseSettings.h2InMemory();
        }
    }

    @Nested
    final class OnPostgres extends OnADatabase {

        @Override
        DatabaseSettings settings() {
            return TestPostgres.freshSettings();
        }
    }

    abstract static class OnADatabase {

        private static final ImportOptions UPDATING = new ImportOptions(MatchBy.EMAIL, true, false, List.of());
        private static final Patch<Contact> ADA = Patch.of(ContactField.NAME, "Ada")
                .set(ContactField.EMAIL, "ada@x.org")
                .set(ContactField.CODE, "A-1");
        private static final Patch<Contact> ROW = ADA.set(ContactField.TITLE, "Countess");

        private final Random random = new Random();
        private final Meanwhile meanwhile = new Meanwhile();
        private Caller caller;
        private JdbiStore store;
        private Contacts4J contacts4j;

        abstract DatabaseSettings settings();

        @BeforeEach
        void open() {
            caller = Caller.member("org-" + random.nextLong(), "ada");
            store = JdbiStore.open(settings(), meanwhile);
            contacts4j = Contacts4J.builder(store).build();
        }

        @AfterEach
        void close() {
            store.close();
        }

        @Test
        void makesTheContactAnew() {
            Contact ada = contacts4j.contacts().create(caller, ADA);
            meanwhile.run(() -> contacts4j.contacts().remove(caller, ada.id(), Precondition.none()));
            ImportSummary summary = imported(caller, UPDATING, new ImportRow(2, null, ROW, List.of()));
            assertThat(summary.created()).isEqualTo(1);
            assertThat(titles()).containsExactly("Countess");
        }

        @Test
        void foretellsThatInADryRun() {
            Contact ada = contacts4j.contacts().create(caller, ADA);
            meanwhile.run(() -> contacts4j.contacts().remove(caller, ada.id(), Precondition.none()));
            ImportOptions dryly = new ImportOptions(MatchBy.EMAIL, true, true, List.of());
            ImportSummary summary = imported(caller, dryly, new ImportRow(2, null, ROW, List.of()));
            assertThat(summary.created()).isEqualTo(1);
            assertThat(titles()).isEmpty();
        }

        @Test
        void changesAnotherThatTheRowIsRecognisedIn() {
            Contact ada = contacts4j.contacts().create(caller, ADA);
            contacts4j.contacts().create(caller, ADA.clear(ContactField.CODE));
            meanwhile.run(() -> contacts4j.contacts().remove(caller, ada.id(), Precondition.none()));
            ImportSummary summary = imported(caller, UPDATING, new ImportRow(2, null, ROW, List.of()));
            assertThat(summary.updated()).isEqualTo(1);
            assertThat(titles()).containsExactly("Countess");
        }

        @Test
        void failsTheRowAloneThatSaysTheId() {
            Contact ada = contacts4j.contacts().create(caller, ADA);
            meanwhile.run(() -> contacts4j.contacts().remove(caller, ada.id(), Precondition.none()));
            ImportSummary summary = imported(
                    caller,
                    new ImportOptions(MatchBy.ID, true, false, List.of()),
                    new ImportRow(2, ada.id().toString(), ROW, List.of()),
                    new ImportRow(3, null, Patch.of(ContactField.NAME, "Bo"), List.of()));
            assertThat(summary.created()).isEqualTo(1);
            assertThat(refusals(summary)).containsExactly("2 id is not the id of a contact");
        }

        @Test
        void leavesTheCodeToAContactThatIsMerelyOutOfSight() {
            Caller bo = new Caller(caller.organization(), new MemberId("bo"), Role.MEMBER, DataScope.ASSIGNED);
            Contact ada = contacts4j.contacts().create(bo, ADA);
            meanwhile.run(() -> contacts4j
                    .contacts()
                    .update(caller, ada.id(), Patch.of(ContactField.ASSIGNED_TO, List.of()), Precondition.none()));
            ImportSummary summary = imported(bo, UPDATING, new ImportRow(2, null, ROW, List.of()));
            assertThat(refusals(summary)).containsExactly("2 code is in use already");
        }

        private ImportSummary imported(Caller somebody, ImportOptions options, ImportRow... rows) {
            ImportSummary summary =
                    contacts4j.imports().run(somebody, options, List.of(rows).iterator());
            assertThat(meanwhile.isOver()).isTrue();
            return summary;
        }

        private List<String> titles() {
            return contacts4j.contacts().list(caller, Filter.matchAll(), PageRequest.first(10)).items().stream()
                    .map(contact -> contact.job().title())
                    .toList();
        }

        private static List<String> refusals(ImportSummary summary) {
            return summary.errors().stream()
                    .map(error -> error.row() + " " + error.fault().field() + " "
                            + error.fault().message())
                    .toList();
        }
    }

    /** Runs an action once, right after the import has looked up its match candidates. */
    private static final class Meanwhile implements SqlLogger {

        private static final String LOOKING = "select r.id, r.name, r.code, r.match_keys";

        private final Queue<Runnable> waiting = new ArrayDeque<>();

        void run(Runnable work) {
            waiting.add(work);
        }

        boolean isOver() {
            return waiting.isEmpty();
        }

        @Override
        public void logAfterExecution(StatementContext context) {
            if (String.valueOf(context.getRenderedSql()).startsWith(LOOKING)) {
                Optional.ofNullable(waiting.poll()).ifPresent(Runnable::run);
            }
        }
    }
}
