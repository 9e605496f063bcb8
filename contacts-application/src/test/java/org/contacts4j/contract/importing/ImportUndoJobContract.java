package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.application.WorkerContexts.workerOf;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.UndoneImports.counts;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.audit.AuditQuery;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.LostCommitResponseStore;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract tests of the undo of an import as background work: who may start it, and how it continues. */
public interface ImportUndoJobContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void continuesAfterTheLastBatchOfANodeThatDied() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "m7@x.org"));
        ImportId id = imports.run(UndoneImports.rows(1_100));
        imports.run(mailing("m7@x.org").name("Later"));
        home.contacts4j().importUndo().undo(home.ada(), id);
        ImportJob claimed =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        assertThat(claimed.state()).isEqualTo(ImportState.UNDOING);
        AtomicInteger batches = new AtomicInteger();
        assertThatThrownBy(() -> workerOf(home.contacts4j()).importJobs().undo(home.id(), claimed, () -> {
                    if (batches.incrementAndGet() > 2) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");
        assertThat(imports.get(id).undo().removed()).isEqualTo(100 + 250);
        assertThat(home.total().count()).isEqualTo(1_100 - 100 - 250);
        assertThat(workerOf(home.contacts4j()).importJobs().claim(home.id())).isEmpty();
        Contacts4J later = later(Duration.ofHours(1));
        ImportJob taken = workerOf(later).importJobs().claim(home.id()).orElseThrow();
        workerOf(later).importJobs().undo(home.id(), taken, () -> {});
        assertThat(counts(imports.get(id))).containsExactly(1_099L, 0L, 0L);
        assertThat(home.total().count()).isEqualTo(1);
        assertThat(home.get(ada.id()).name().full()).isEqualTo("Later");
        assertThatThrownBy(() -> workerOf(home.contacts4j()).importJobs().undo(home.id(), claimed, () -> {}))
                .hasMessageContaining("another node");
    }

    /** The first eight writes store and run the import, start its undo and claim it. */
    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11})
    default void countsEachContactOnceWhenTheAnswerToACommitIsLost(int lost) {
        TestOrganization home = TestOrganization.in(new LostCommitResponseStore(store(), lost));
        UndoneImports imports = UndoneImports.in(home);
        ImportId id = imports.run(UndoneImports.rows(300));
        ImportJob undone = imports.undo(id);
        assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
        assertThat(counts(undone)).containsExactly(300L, 0L, 0L);
        assertThat(home.total().count()).isZero();
    }

    @Test
    default void undoesAnImportOnlyOnce() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        ImportId id = imports.run(mailing("a@x.org"));
        ImportJob started = home.contacts4j().importUndo().undo(home.ada(), id);
        assertThat(home.contacts4j().importUndo().undo(home.admin(), id)).isEqualTo(started);
        imports.continueUndo();
        ImportJob undone = imports.get(id);
        assertThat(home.contacts4j().importUndo().undo(home.ada(), id)).isEqualTo(undone);
        assertThat(workerOf(home.contacts4j()).importJobs().claim(home.id())).isEmpty();
        assertThat(home.contacts4j()
                        .audit()
                        .list(
                                home.admin(),
                                new AuditQuery(null, AuditAction.IMPORT_UNDONE, id.toString(), null, null),
                                Slice.first(10))
                        .items())
                .hasSize(1);
    }

    @Test
    default void refusesToUndoAnImportThatHasNotEnded() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        ImportId id = imports.submit(MatchBy.EMAIL).id();
        assertThatThrownBy(() -> home.contacts4j().importUndo().undo(home.ada(), id))
                .isInstanceOf(ContactsFailure.ImportNotEnded.class);
        workerOf(home.contacts4j()).importJobs().claim(home.id());
        assertThatThrownBy(() -> home.contacts4j().importUndo().undo(home.ada(), id))
                .isInstanceOf(ContactsFailure.ImportNotEnded.class);
    }

    @Test
    default void undoesWhatAnImportStoredBeforeItFailed() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        ImportId id = imports.run(mailing("a@x.org"));
        workerOf(home.contacts4j()).importJobs().fail(home.id(), imports.get(id), "a defect");
        ImportJob undone = imports.undo(id);
        assertThat(undone.message()).isEqualTo("a defect");
        assertThat(counts(undone)).containsExactly(1L, 0L, 0L);
    }

    @Test
    default void continuesAnUndoThatFailedWhenItIsStartedAgain() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        ImportId id = imports.run(mailing("a@x.org"));
        home.contacts4j().importUndo().undo(home.ada(), id);
        for (int attempt = 1; attempt <= 5; attempt++) {
            ImportJob claimed =
                    workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
            workerOf(home.contacts4j()).importJobs().postpone(home.id(), claimed, Duration.ZERO);
        }
        assertThat(imports.get(id).state()).isEqualTo(ImportState.FAILED);
        assertThat(imports.get(id).message()).contains("The undo was started 5 times");
        assertThat(counts(imports.undo(id))).containsExactly(1L, 0L, 0L);
    }

    @Test
    default void undoesAnImportOfARequest() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "ada@x.org"));
        ImportSummary summary = Importing.into(home)
                .updating()
                .rows(mailing("ada@x.org").name("Other"), mailing("b@x.org"), mailing("bad"));
        ImportJob job = imports.get(summary.id());
        assertThat(job.state()).isEqualTo(ImportState.DONE);
        assertThat(List.of(
                        job.rows(),
                        job.summary().created(),
                        job.summary().updated(),
                        job.summary().failed()))
                .containsExactly(3L, 1L, 1L, 1L);
        assertThat(counts(imports.undo(summary.id()))).containsExactly(1L, 1L, 0L);
        assertThat(home.get(ada.id()).name().full()).isEqualTo("Ada");
    }

    @Test
    default void recordsNoDryRun() {
        TestOrganization home = TestOrganization.in(store());
        assertThat(Importing.into(home).dryly().rows(mailing("b@x.org")).id()).isNull();
    }

    @Test
    default void undoesWhatAnInterruptedRequestStored() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        assertThatThrownBy(() -> home.contacts4j()
                        .imports()
                        .run(
                                home.ada(),
                                ImportOptions.DEFAULT,
                                "people.csv",
                                cutOff(UndoneImports.numbered(UndoneImports.rows(2_500)))))
                .hasMessage("power cut");
        assertThat(home.total().count()).isEqualTo(1_000);
        Contacts4J later = later(Duration.ofMinutes(3));
        ImportJob interrupted = workerOf(later).importJobs().claim(home.id()).orElseThrow();
        assertThat(interrupted.state()).isEqualTo(ImportState.RECEIVING);
        workerOf(later).importJobs().fail(home.id(), interrupted, "interrupted");
        assertThat(counts(imports.undo(interrupted.id()))).containsExactly(1_000L, 0L, 0L);
    }

    private static Iterator<ImportRow> cutOff(List<ImportRow> rows) {
        return rows.stream()
                .peek(row -> {
                    if (row.number() > 1_500) {
                        throw new IllegalStateException("power cut");
                    }
                })
                .iterator();
    }

    @Test
    default void letsMembersUndoTheImportsThatTheySee() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home).as(home.restricted("bo"));
        ImportId id = imports.run(mailing("a@x.org"));
        TestOrganization abroad = TestOrganization.in(store());
        assertThatThrownBy(() -> abroad.contacts4j().importUndo().undo(abroad.ada(), id))
                .isInstanceOf(ContactsFailure.NotFound.class);
        assertThatThrownBy(() -> home.contacts4j().importUndo().undo(home.restricted("al"), id))
                .isInstanceOf(ContactsFailure.NotFound.class);
        assertThatThrownBy(() -> home.contacts4j().importUndo().kept(home.restricted("al"), id, 10))
                .isInstanceOf(ContactsFailure.NotFound.class);
        assertThatThrownBy(() -> home.contacts4j().importUndo().undo(home.viewer(), id))
                .isInstanceOf(ContactsFailure.Forbidden.class);
        assertThat(counts(imports.undo(id))).containsExactly(1L, 0L, 0L);
        assertThat(imports.get(id).undo().caller()).isEqualTo(home.restricted("bo"));
    }

    @Test
    default void keepsAnErasureFromAnUndoInProgress() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        ImportId id = imports.run(mailing("a@x.org"));
        Contact ada = home.named("a@x.org");
        home.contacts4j().importUndo().undo(home.ada(), id);
        assertThatThrownBy(() -> home.contacts4j().personalData().erase(home.admin(), ada.id()))
                .isInstanceOf(ContactsFailure.ImportInProgress.class);
        imports.continueUndo();
        home.contacts4j().personalData().erase(home.admin(), ada.id());
    }

    @Test
    default void offersTheUndoForThirtyDays() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        home.keep(aContact().with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(mailing("ada@x.org").name("Ada"), mailing("b@x.org"));
        ImportId undone = imports.run(mailing("c@x.org"), mailing("ada@x.org").name("Ada L."));
        home.change(home.named("c@x.org"), Patch.of(ContactField.TITLE, "x"));
        imports.undo(undone);
        Contacts4J then = later(Duration.ofDays(30).plusMinutes(1));
        assertThatThrownBy(() -> then.importUndo().undo(home.ada(), id)).isInstanceOf(ContactsFailure.NotFound.class);
        assertThat(records(home, id) + records(home, undone)).isEqualTo(3);
        workerOf(then).importJobs().deleteExpired(home.id());
        assertThat(records(home, id) + records(home, undone)).isZero();
    }

    /** Returns the number of stored changes of an import. */
    private static long records(TestOrganization home, ImportId id) {
        return home.read(tx -> {
            long created = tx.importChanges().nextCreated(home.id(), id, 1).isPresent() ? 1 : 0;
            long updated = tx.importChanges().nextUpdated(home.id(), id, 10).size();
            long kept = tx.importChanges()
                    .kept(home.id(), TestOrganization.ALL, id, 10)
                    .size();
            return created + updated + kept;
        });
    }

    private Contacts4J later(Duration time) {
        return Contacts4J.builder(store())
                .clock(Clock.offset(Clock.systemUTC(), time))
                .build();
    }
}
