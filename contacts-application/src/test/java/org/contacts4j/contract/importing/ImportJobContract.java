package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.application.WorkerContexts.workerOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.contract.LostCommitResponseStore;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.LocalForms;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract tests of import jobs: stored completely, claimed by one node at a time, and resumed where they stopped. */
public interface ImportJobContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void keepsAFileUntilItsImportEnds() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        byte[] file = new byte[1_300_000];
        new Random(1).nextBytes(file);
        ImportJob job = submit(home, file);
        assertThat(job.state()).isEqualTo(ImportState.QUEUED);
        assertThat(workerOf(home.contacts4j()).importQueue().organizations()).contains(home.id());
        ImportJob claimed =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        assertThat(claimed).isEqualTo(job.after(1));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        workerOf(home.contacts4j()).importJobs().copyFile(home.id(), claimed, copy);
        assertThat(copy.toByteArray()).isEqualTo(file);
        workerOf(home.contacts4j()).importJobs().fail(home.id(), claimed, "no table");
        assertThat(get(home, job.id()).message()).isEqualTo("no table");
        boolean isKept =
                home.read(tx -> tx.importJobs().part(home.id(), job.id(), 0).isPresent());
        assertThat(isKept).isFalse();
        assertThat(workerOf(home.contacts4j()).importQueue().organizations()).doesNotContain(home.id());
    }

    @Test
    default void runsAJobAndKeepsTheRowsThatFailed() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        submit(home, new byte[] {1});
        ImportJob job =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        workerOf(home.contacts4j()).importJobs().run(home.id(), job, List.of("email"), 1_500, rows(1_500));
        ImportJob done = get(home, job.id());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.rows()).isEqualTo(1_500);
        assertThat(done.columns()).containsExactly("email");
        assertThat(done.summary().created()).isEqualTo(1_350);
        assertThat(done.summary().failed()).isEqualTo(150);
        List<FailedRow> failures = home.contacts4j().importJobs().failures(home.ada(), done, 11, 2);
        assertThat(failures).extracting(failed -> failed.row().number()).containsExactly(21L, 31L);
        assertThat(failures.get(0).row().cells()).containsExactly("bad 19");
        assertThat(failures.get(0).faults().get(0).field()).isEqualTo("email");
    }

    @Test
    default void goesOnBehindTheLastRowThatWasKept() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        ImportJob job = cutOff(home);
        long kept = get(home, job.id()).summary().total();
        assertThat(kept).isPositive().isLessThan(1_800);
        assertThat(workerOf(home.contacts4j()).importJobs().claim(home.id())).isEmpty();
        Contacts4J later = anHourLater();
        ImportJob taken = workerOf(later).importJobs().claim(home.id()).orElseThrow();
        assertThat(taken.summary().total()).isEqualTo(kept);
        assertThatThrownBy(() -> workerOf(home.contacts4j())
                        .importJobs()
                        .run(home.id(), taken, List.of("email"), 2_500, rows(2_500)))
                .hasMessageContaining("another node");
        workerOf(later).importJobs().run(home.id(), taken, List.of("email"), 2_500, rows(2_500));
        ImportJob done = get(home, job.id());
        assertThat(done.summary().created()).isEqualTo(2_250);
        assertThat(done.summary().failed()).isEqualTo(250);
        assertThat(done.summary().skipped()).isZero();
        assertThat(home.total()).isEqualTo(Total.exact(2_250));
    }

    @Test
    default void keepsWhatWasDoneOfAJobThatIsGivenUp() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        ImportJob job = cutOff(home);
        ImportJob kept = get(home, job.id());
        workerOf(home.contacts4j()).importJobs().fail(home.id(), job, "a defect");
        ImportJob failed = get(home, job.id());
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.summary()).isEqualTo(kept.summary());
        assertThat(failed.summary().created()).isPositive();
    }

    @Test
    default void givesAJobThatWasLetGoToWhoeverComesNext() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        submit(home, new byte[] {1});
        ImportJob job =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        assertThat(workerOf(home.contacts4j()).importJobs().claim(home.id())).isEmpty();
        workerOf(home.contacts4j()).importJobs().release(home.id(), job);
        assertThat(workerOf(anHourLater()).importJobs().claim(home.id())).contains(job);
    }

    @Test
    default void keepsTheWarningsOfAJobWithoutRepeatingThem() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        submit(home, new byte[] {1});
        ImportJob job =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        assertThatThrownBy(() -> workerOf(home.contacts4j())
                        .importJobs()
                        .run(home.id(), job, List.of("email"), 2_500, breakingAt(1_800, warned(2_500))))
                .hasMessage("power cut");
        assertThat(get(home, job.id()).summary().warned()).isEqualTo(500);
        Contacts4J later = anHourLater();
        ImportJob taken = workerOf(later).importJobs().claim(home.id()).orElseThrow();
        workerOf(later).importJobs().run(home.id(), taken, List.of("email"), 2_500, warned(2_500));
        ImportJob done = get(home, job.id());
        assertThat(done.summary().warned()).isEqualTo(1_250);
        assertThat(done.summary().warningsTruncated()).isTrue();
        List<ImportWarning> kept = home.contacts4j().importJobs().warnings(home.ada(), done);
        assertThat(kept).hasSize(1_000);
        assertThat(kept)
                .extracting(ImportWarning::row)
                .containsExactlyElementsOf(
                        LongStream.range(0, 1_000).map(i -> 2 + 2 * i).boxed().toList());
        assertThat(kept.get(0).fault()).isEqualTo(new Fault("website", "left out"));
        assertThat(home.find(Objects.requireNonNull(kept.get(999).contact()))).isPresent();
    }

    @Test
    default void keepsAWarningWithCharactersThatDatabasesDoNotStore() {
        TestOrganization home = TestOrganization.in(store());
        ImportId job = new ImportId(UUID.randomUUID());
        Fault odd = new Fault("address", "left out: a\0b \ud83d\ude00 \"c\"");
        Fault large = new Fault("address", "x".repeat(5_000));
        home.write(tx -> tx.importWarnings()
                .add(home.id(), job, 0, List.of(new ImportWarning(2, odd, null), new ImportWarning(3, large, null))));
        List<ImportWarning> kept = home.read(tx -> tx.importWarnings().of(home.id(), job));
        assertThat(kept.get(0).contact()).isNull();
        assertThat(kept.get(0).fault().message()).contains("\ud83d\ude00 \"c\"");
        assertThat(kept.get(1).fault().message())
                .hasSize(ImportWarning.MAX_CHARACTERS)
                .endsWith("x…");
    }

    @Test
    default void showsAJobOnlyToThoseWhoMaySeeIt() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        ImportJob job = submit(home, new byte[] {1});
        TestOrganization abroad = TestOrganization.in(store());
        assertThatThrownBy(() -> get(abroad, job.id())).isInstanceOf(ContactsFailure.NotFound.class);
        assertThatThrownBy(() -> home.contacts4j().importJobs().get(home.restricted("bo"), job.id()))
                .isInstanceOf(ContactsFailure.NotFound.class);
        assertThat(home.contacts4j().importJobs().get(home.restricted("ada"), job.id()))
                .isEqualTo(job);
        assertThatThrownBy(() -> home.contacts4j()
                        .importJobs()
                        .submit(home.viewer(), ImportOptions.DEFAULT, "", false, new ByteArrayInputStream(new byte[1])))
                .isInstanceOf(ContactsFailure.Forbidden.class);
    }

    @Test
    default void forgetsAJobThirtyDaysAfterItsEnd() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        ImportJob old = submit(home, new byte[] {1});
        assertThat(workerOf(home.contacts4j()).importJobs().claim(home.id())).contains(old.after(1));
        workerOf(home.contacts4j()).importJobs().run(home.id(), old, List.of("email"), 30, rows(30));
        Fault warning = new Fault("website", "left out");
        home.write(tx -> tx.importWarnings().add(home.id(), old.id(), 0, List.of(new ImportWarning(2, warning, null))));
        ImportJob waiting = submit(home, new byte[] {1});
        Contacts4J soon = later(Duration.ofDays(30).minusMinutes(1));
        workerOf(soon).importJobs().deleteExpired(home.id());
        assertThat(workerOf(soon).importQueue().organizationsWithOldImports()).doesNotContain(home.id());
        assertThat(soon.importJobs().failures(home.ada(), old, 0, 10)).hasSize(3);
        Contacts4J then = later(Duration.ofDays(30).plusMinutes(1));
        assertThat(workerOf(then).importQueue().organizationsWithOldImports()).contains(home.id());
        workerOf(then).importJobs().deleteExpired(home.id());
        assertThat(workerOf(then).importQueue().organizationsWithOldImports()).doesNotContain(home.id());
        assertThatThrownBy(() -> get(home, old.id())).isInstanceOf(ContactsFailure.NotFound.class);
        assertThat(then.importJobs().failures(home.ada(), old, 0, 10)).isEmpty();
        assertThat(then.importJobs().warnings(home.ada(), old)).isEmpty();
        assertThat(get(home, waiting.id()).state()).isEqualTo(ImportState.QUEUED);
    }

    @Test
    default void failsAJobThatWasTakenUpFiveTimesWithoutKeepingARow() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        ImportJob job = submit(home, new byte[] {1});
        for (int attempt = 1; attempt <= 4; attempt++) {
            ImportJob claimed =
                    workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
            assertThat(claimed.attempts()).isEqualTo(attempt);
            assertThat(workerOf(home.contacts4j()).importJobs().postpone(home.id(), claimed, Duration.ZERO))
                    .isTrue();
        }
        ImportJob last =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        assertThat(workerOf(home.contacts4j()).importJobs().postpone(home.id(), last, Duration.ZERO))
                .isFalse();
        ImportJob failed = get(home, job.id());
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.message()).contains("started 5 times without finishing a row", "are kept");
        assertThat(workerOf(home.contacts4j()).importQueue().organizations()).doesNotContain(home.id());
    }

    @Test
    default void countsAttemptsWhoseProcessDied() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        submit(home, new byte[] {1});
        for (int attempt = 1; attempt <= 6; attempt++) {
            ImportJob claimed = workerOf(later(Duration.ofHours(attempt)))
                    .importJobs()
                    .claim(home.id())
                    .orElseThrow();
            assertThat(claimed.attempts()).isEqualTo(attempt);
        }
    }

    @Test
    default void countsAttemptsAnewOnceARowIsKept() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        ImportJob job = cutOff(home);
        assertThat(get(home, job.id()).attempts()).isZero();
        assertThat(workerOf(home.contacts4j()).importJobs().postpone(home.id(), job, Duration.ZERO))
                .isTrue();
        assertThat(workerOf(home.contacts4j())
                        .importJobs()
                        .claim(home.id())
                        .orElseThrow()
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    default void countsNoAttemptThatEndedWithTheServer() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        ImportJob job = submit(home, new byte[] {1});
        for (int restart = 0; restart < 7; restart++) {
            workerOf(home.contacts4j())
                    .importJobs()
                    .release(
                            home.id(),
                            workerOf(home.contacts4j())
                                    .importJobs()
                                    .claim(home.id())
                                    .orElseThrow());
        }
        assertThat(get(home, job.id()).attempts()).isZero();
    }

    @Test
    default void keepsAPostponedJobFromTheNextClaims() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        submit(home, new byte[] {1});
        ImportJob job =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        workerOf(home.contacts4j()).importJobs().postpone(home.id(), job, Duration.ofMinutes(10));
        assertThat(workerOf(home.contacts4j()).importQueue().organizations()).doesNotContain(home.id());
        assertThat(workerOf(home.contacts4j()).importJobs().claim(home.id())).isEmpty();
        assertThat(workerOf(later(Duration.ofMinutes(11))).importJobs().claim(home.id()))
                .isPresent();
    }

    /** The writes of a job are insert, part, queue and claim, then its two batches and its end. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7})
    default void accountsForEachRowOnceWhenTheAnswerToACommitIsLost(int lost) throws IOException {
        TestOrganization home = TestOrganization.in(new LostCommitResponseStore(store(), lost));
        submit(home, new byte[] {1});
        ImportJob job =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        workerOf(home.contacts4j()).importJobs().run(home.id(), job, List.of("email"), 1_500, warned(1_500));
        ImportJob done = get(home, job.id());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(home.contacts4j().importJobs().warnings(home.ada(), done)).hasSize(750);
        assertThat(done.summary().warned()).isEqualTo(750);
        assertThat(done.summary().created()).isEqualTo(1_350);
        assertThat(done.summary().failed()).isEqualTo(150);
        assertThat(done.summary().total()).isEqualTo(1_500);
        assertThat(home.total()).isEqualTo(Total.exact(1_350));
        assertThat(home.contacts4j().importJobs().failures(home.ada(), done, 0, 1_000))
                .hasSize(150);
    }

    /** Returns a job of 2,500 rows that failed at row 1,800. */
    private static ImportJob cutOff(TestOrganization home) throws IOException {
        submit(home, new byte[] {1});
        ImportJob job =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        assertThatThrownBy(() -> workerOf(home.contacts4j())
                        .importJobs()
                        .run(home.id(), job, List.of("email"), 2_500, breakingAt(1_800, rows(2_500))))
                .hasMessage("power cut");
        return job;
    }

    private static ImportJob submit(TestOrganization home, byte[] file) throws IOException {
        FileOptions described = new FileOptions(
                "windows-1250", ';', Map.of("Column 7", "metadata.title"), new LocalForms("dd/MM/yyyy", ","));
        ImportOptions options = new ImportOptions(MatchBy.EMAIL, true, false, List.of("fair"), true, described);
        return home.contacts4j()
                .importJobs()
                .submit(home.ada(), options, "people.csv", false, new ByteArrayInputStream(file));
    }

    private static ImportJob get(TestOrganization home, ImportId id) {
        return home.contacts4j().importJobs().get(home.ada(), id);
    }

    private Contacts4J anHourLater() {
        return later(Duration.ofHours(1));
    }

    private Contacts4J later(Duration time) {
        return Contacts4J.builder(store())
                .clock(Clock.offset(Clock.systemUTC(), time))
                .build();
    }

    /** Returns rows, of which every tenth is invalid. */
    private static Iterator<ImportRow> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 10 == 9 ? "bad " + i : "m" + i + "@x.org")
                .map(email -> new ImportRow(0, null, Patch.of(ContactField.EMAIL, email), List.of(email)))
                .map(numbered())
                .iterator();
    }

    /** Returns the same rows, of which every second has a warning. */
    private static Iterator<ImportRow> warned(int count) {
        List<Fault> warnings = List.of(new Fault("website", "left out"));
        Iterator<ImportRow> rows = rows(count);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ImportRow next() {
                ImportRow row = rows.next();
                return new ImportRow(
                        row.number(),
                        row.id(),
                        row.fields(),
                        row.cells(),
                        row.number() % 2 == 0 ? warnings : List.of());
            }
        };
    }

    private static UnaryOperator<ImportRow> numbered() {
        AtomicLong number = new AtomicLong(1);
        return row -> new ImportRow(number.incrementAndGet(), row.id(), row.fields(), row.cells());
    }

    private static Iterator<ImportRow> breakingAt(int number, Iterator<ImportRow> rows) {
        AtomicLong read = new AtomicLong();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ImportRow next() {
                if (read.incrementAndGet() == number) {
                    throw new IllegalStateException("power cut");
                }
                return rows.next();
            }
        };
    }
}
