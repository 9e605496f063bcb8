package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.counts;
import static org.contacts4j.contract.importing.Importing.warnings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.ContentsInStore;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.importing.undo.KeptContact;
import org.contacts4j.contract.LostCommitResponseStore;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.ImportRetryContract.TemporarilyUnavailableStore;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of files in rows, which become attachments. */
public interface ImportFilesContract {

    ImportOptions UPDATING = new ImportOptions(MatchBy.EMAIL, true, false, List.of());
    ImportOptions DRY = new ImportOptions(MatchBy.EMAIL, true, true, List.of());

    /** Returns the store under test. */
    Store store();

    @Test
    default void attachesFilesToCreatedContacts() throws IOException {
        TestOrganization home = organization(store());
        ImportSummary summary =
                imported(home, UPDATING, row("ada@x.org", photo("one"), logo("two")), row("bo@x.org", photo("one")));
        assertThat(counts(summary)).containsExactly(2, 0, 0, 0);
        List<Attachment> ofAda = attachments(home, "ada@x.org");
        assertThat(ofAda).extracting(Attachment::fileName).containsExactlyInAnyOrder("photo.png", "logo.png");
        assertThat(ofAda).extracting(Attachment::contentType).containsOnly("image/png");
        assertThat(ofAda)
                .allSatisfy(file ->
                        assertThat(file.uploadedBy()).isEqualTo(home.ada().member()));
        Attachment ofBo = attachments(home, "bo@x.org").get(0);
        try (InputStream content = home.contacts4j().attachments().open(home.ada(), ofBo.id())) {
            assertThat(content.readAllBytes()).isEqualTo(PngFile.bytes("one"));
        }
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void aRepeatedImportAddsNoSecondCopy() {
        TestOrganization home = organization(store());
        ImportRow ada = row("ada@x.org", photo("one"));
        assertThat(counts(imported(home, UPDATING, ada, ada))).containsExactly(1, 0, 1, 0);
        assertThat(counts(imported(home, UPDATING, ada))).containsExactly(0, 0, 1, 0);
        assertThat(counts(imported(home, ImportOptions.DEFAULT, ada))).containsExactly(0, 0, 1, 0);
        assertThat(attachments(home, "ada@x.org")).hasSize(1);
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void aNewPictureAloneUpdatesTheContact() {
        TestOrganization home = organization(store());
        imported(home, UPDATING, row("ada@x.org", photo("one")));
        ImportRow changed = row("ada@x.org", photo("two"));
        assertThat(counts(imported(home, ImportOptions.DEFAULT, changed))).containsExactly(0, 0, 1, 0);
        assertThat(attachments(home, "ada@x.org")).hasSize(1);
        assertThat(counts(imported(home, UPDATING, changed))).containsExactly(0, 1, 0, 0);
        assertThat(attachments(home, "ada@x.org")).hasSize(2);
    }

    @Test
    default void aDryRunStoresNothing() {
        TestOrganization home = organization(store());
        home.keep(aContact().named("bo@x.org").with(ContactField.EMAIL, "bo@x.org"));
        ImportRow bo = row("bo@x.org", photo("one"));
        assertThat(counts(imported(home, DRY, row("ada@x.org", photo("one")), bo)))
                .containsExactly(1, 1, 0, 0);
        assertThat(attachments(home, "bo@x.org")).isEmpty();
        assertThat(bytesUsed(home)).isZero();
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void aFailedRowStoresNoContent() {
        TestOrganization home = organization(store());
        home.keep(aContact().named("Bo").withCode("B-1"));
        ImportRow taken = row("cy@x.org", photo("one"));
        ImportRow failing = taken.with(taken.fields().set(ContactField.CODE, "B-1"), List.of());
        assertThat(counts(imported(home, UPDATING, row("no address", photo("one")), failing)))
                .containsExactly(0, 0, 0, 2);
        assertThat(bytesUsed(home)).isZero();
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void aFileBeyondALimitIsLeftOutWithAWarning() {
        TestOrganization home = home(new OrganizationId("org-" + UUID.randomUUID()), store(), 1_500);
        ImportSummary summary = imported(
                home,
                UPDATING,
                row("ada@x.org", photo("x".repeat(1_001))),
                row("bo@x.org", photo("b".repeat(900))),
                row("cy@x.org", photo("c".repeat(900)), logo("small")));
        assertThat(counts(summary)).containsExactly(3, 0, 0, 0);
        assertThat(warnings(summary)).containsExactly("1 PHOTO", "3 PHOTO");
        assertThat(attachments(home, "ada@x.org")).isEmpty();
        assertThat(attachments(home, "cy@x.org"))
                .extracting(Attachment::fileName)
                .containsExactly("logo.png");
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void attachesFilesOnceThoughTheStoreWasUnavailable() {
        TestOrganization home = organization(store());
        for (int failing = 1; failing <= 5; failing++) {
            String email = "ada" + failing + "@x.org";
            TestOrganization away = home(home.id(), new TemporarilyUnavailableStore(store(), failing), 10_000);
            imported(away, UPDATING, row(email, photo("f" + failing)));
            assertThat(attachments(home, email)).as("%s failures", failing).hasSize(1);
        }
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void attachesFilesOnceThoughTheResponseOfACommitWasLost() {
        TestOrganization home = organization(store());
        for (int lost = 1; lost <= 8; lost++) {
            String email = "ada" + lost + "@x.org";
            TestOrganization away = home(home.id(), new LostCommitResponseStore(store(), lost), 10_000);
            imported(away, UPDATING, row(email, photo("l" + lost)));
            assertThat(attachments(home, email)).as("response %s", lost).hasSize(1);
        }
    }

    @Test
    default void attachesFilesOfManyBatches() {
        TestOrganization home = organization(store());
        ImportRow[] rows = IntStream.range(0, 250)
                .mapToObj(i -> row("n" + i + "@x.org", photo("" + i)))
                .toArray(ImportRow[]::new);
        assertThat(counts(imported(home, ImportOptions.DEFAULT, rows))).containsExactly(250, 0, 0, 0);
        assertThat(bytesUsed(home))
                .isEqualTo(Arrays.stream(rows)
                        .mapToLong(row -> row.files().get(0).size())
                        .sum());
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void theUndoOfAnImportDeletesFilesOfCreatedContacts() {
        TestOrganization home = organization(store());
        home.keep(aContact().named("bo@x.org").with(ContactField.EMAIL, "bo@x.org"));
        UndoneImports imports = UndoneImports.in(home);
        List<ImportRow> rows =
                List.of(row("ada@x.org", photo("one")), row("bo@x.org", photo("two")), row("cy@x.org", photo("three")));
        ImportId id = imports.run(MatchBy.EMAIL, rows);
        assertThat(bytesUsed(home)).isPositive();
        Contact cy = home.named("cy@x.org");
        home.contacts4j()
                .attachments()
                .add(home.ada(), cy.id(), "cv.txt", new ByteArrayInputStream(PngFile.bytes("later")));
        imports.undo(id);
        assertThat(home.names(Filter.matchAll())).containsExactly("bo@x.org", "cy@x.org");
        assertThat(imports.reasons(id)).containsExactly(Map.entry(cy.id(), KeptContact.Reason.IN_USE));
        assertThat(attachments(home, "bo@x.org")).hasSize(1);
        assertThat(attachments(home, "cy@x.org")).hasSize(2);
    }

    private static TestOrganization organization(Store store) {
        return home(new OrganizationId("org-" + UUID.randomUUID()), store, 10_000);
    }

    private static TestOrganization home(OrganizationId id, Store store, long quota) {
        Contacts4J contacts4j = Contacts4J.builder(store)
                .attachments(new ContentsInStore(store), new AttachmentLimits(1_000, quota))
                .build();
        return new TestOrganization(store, contacts4j, id);
    }

    private static ImportSummary imported(TestOrganization home, ImportOptions options, ImportRow... rows) {
        ImportRow[] numbered = new ImportRow[rows.length];
        Arrays.setAll(
                numbered,
                i -> new ImportRow(
                        i + 1, null, rows[i].fields(), List.of(), rows[i].warnings(), rows[i].files(), false));
        return home.contacts4j()
                .imports()
                .run(home.ada(), options, Arrays.asList(numbered).iterator());
    }

    private static ImportRow row(String email, NewFile... files) {
        return withFiles(new ImportRow(1, null, Patch.of(ContactField.EMAIL, email), List.of(email)), files);
    }

    private static ImportRow withFiles(ImportRow row, NewFile... files) {
        return new ImportRow(row.number(), null, row.fields(), row.cells(), List.of(), List.of(files), false);
    }

    private static NewFile photo(String content) {
        return new PngFile("PHOTO", "photo.png", content);
    }

    private static NewFile logo(String content) {
        return new PngFile("LOGO", "logo.png", content);
    }

    private static List<Attachment> attachments(TestOrganization home, String email) {
        Contact contact = home.named(email);
        return home.contacts4j().attachments().list(home.ada(), contact.id());
    }

    private static long bytesUsed(TestOrganization home) {
        return home.read(tx -> tx.attachments().bytesUsed(home.id()));
    }

    /** Returns whether all stored content is attached. */
    private static boolean nothingIsLoose(TestOrganization home) {
        return home.writing(tx -> tx.unreferencedContents()
                        .markedForDeletion(home.id(), Clock.systemUTC().instant(), 1))
                .isEmpty();
    }
}
