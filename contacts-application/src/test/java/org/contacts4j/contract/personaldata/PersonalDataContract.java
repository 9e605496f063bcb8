package org.contacts4j.contract.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.application.WorkerContexts.workerOf;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.audit.AuditQuery;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.FailedRowOfJob;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.application.page.Slice;
import org.contacts4j.application.personaldata.Erasure;
import org.contacts4j.application.personaldata.Mention;
import org.contacts4j.application.personaldata.PersonalData;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.webhook.WebhookFixture;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.webhook.Webhook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of collecting and erasing everything stored about a person. */
public interface PersonalDataContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void erasesTheContactWithEverythingThatBelongsToIt() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().named("Ada Lovelace").at(acme).tagged("vip"));
        Contact bo = home.keep(aContact().named("Bo").tagged("vip").reportingTo(ada));
        home.makePrimary(ada, acme);
        home.contacts4j().comments().add(home.ada(), ada.id(), "met today");
        home.contacts4j().comments().add(home.ada(), bo.id(), "reports to ada LOVELACE");
        Attachment file = home.contacts4j().attachments().add(home.ada(), ada.id(), "cv.txt", bytes("her CV"));
        Erasure erasure = erase(home, ada.id());
        assertThat(erasure.removed()).isEqualTo(new Erasure.Removed(1, 0, 1, 1, 1, 0, 0, 0, 0));
        assertThat(erasure.mentions())
                .extracting(Mention::of)
                .containsExactly(bo.id().toString());
        assertThat(home.find(ada.id())).isEmpty();
        assertThat(home.get(bo.id()).job().reportsTo()).isNull();
        assertThat(home.get(acme.id()).primaryContactId()).isNull();
        assertThat(home.tags()).containsExactly("vip 1");
        assertThat(home.total().count()).isEqualTo(1);
        long bytesUsed = home.read(tx -> tx.attachments().bytesUsed(home.id()));
        assertThat(bytesUsed).isZero();
        boolean isStored =
                home.read(tx -> tx.contentParts().find(home.id(), file.id(), 0).isPresent());
        assertThat(isStored).isFalse();
        assertThat(home.events(ada.id()))
                .containsExactly(ContactEvent.erased(
                        home.events(ada.id()).get(0).id(),
                        ada.id(),
                        1,
                        home.admin().member(),
                        erasure.at()));
        assertThat(home.events(bo.id())).hasSize(2);
    }

    @Test
    default void collectsTheSameAndMore() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.contacts4j()
                .contacts()
                .create(home.ada(), Patch.of(ContactField.NAME, "Ada Byron").set(ContactField.EMAIL, "a@example.org"));
        home.contacts4j().contacts().update(home.ada(), ada.id(), Patch.of(ContactField.NAME, "Ada Lovelace"));
        keepFailed(home, "Ada", "Byron");
        PersonalData data = home.contacts4j().personalData().collect(home.ada(), ada.id());
        assertThat(data.contact()).isEqualTo(home.get(ada.id()));
        assertThat(data.events()).isEqualTo(home.events(ada.id()));
        assertThat(data.failedRows()).hasSize(1);
        assertThat(data.truncated()).isEmpty();
        home.contacts4j().contacts().remove(home.ada(), ada.id(), Precondition.none());
        PersonalData left = home.contacts4j().personalData().collect(home.ada(), ada.id());
        assertThat(left.contact()).isNull();
        assertThat(left.events()).hasSize(3);
        erase(home, ada.id());
        assertThatThrownBy(() -> home.contacts4j().personalData().collect(home.ada(), ada.id()))
                .isInstanceOf(ContactsFailure.ContactNotFound.class);
    }

    @Test
    default void deletesTheFailedRowsThatIdentifyThePersonAndNoOthers() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.contacts4j()
                .contacts()
                .create(
                        home.ada(),
                        Patch.of(ContactField.NAME, "Ada Lovelace")
                                .set(ContactField.EMAIL, "ada@example.org")
                                .set(ContactField.PHONE, "+44 20 5550 1234"));
        List<String[]> hers = List.of(
                new String[] {"x", "ADA@example.org"},
                new String[] {"tel. 0044 (20) 5550-1234"},
                new String[] {"Lovelace", "7", "Àda"},
                new String[] {"{\"name\": \"Ada Lovelace\"}"},
                new String[] {ada.id().toString()});
        List<String[]> others = List.of(
                new String[] {"Ada", "Byron"},
                new String[] {"nada@example.org", "ada@example.orgs"},
                new String[] {"Lovelace Ltd", "5550 1234"});
        hers.forEach(cells -> keepFailed(home, cells));
        others.forEach(cells -> keepFailed(home, cells));
        assertThat(erase(home, ada.id()).removed().failedImportRows()).isEqualTo(hers.size());
        assertThat(failedRows(home, null)).hasSize(others.size());
    }

    @Test
    default void deletesTheWarningsOfImportsThatIdentifyThePersonAndNoOthers() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada Lovelace").with(ContactField.EMAIL, "ada@example.org"));
        Contact bo = home.keep(aContact().named("Bo"));
        ImportId job = new ImportId(UUID.randomUUID());
        List<ImportWarning> warnings = List.of(
                new ImportWarning(2, new Fault("address", "is one of several; left out: 1 Main St"), ada.id()),
                new ImportWarning(3, new Fault("row", "matches 2 contacts: " + bo.id() + ", " + ada.id()), null),
                new ImportWarning(4, new Fault("name", "is \"ADA LOVELACE\" in the contact"), bo.id()),
                new ImportWarning(5, new Fault("name", "is \"Ada Byron\" in the contact"), bo.id()),
                new ImportWarning(6, new Fault("website", "is not a web address"), null));
        home.write(tx -> tx.importWarnings().add(home.id(), job, 0, warnings));
        PersonalData data = home.contacts4j().personalData().collect(home.ada(), ada.id());
        assertThat(data.importWarnings())
                .extracting(stored -> stored.warning().row())
                .containsExactly(2L, 3L, 4L);
        assertThat(erase(home, ada.id()).removed().importWarnings()).isEqualTo(3);
        List<ImportWarning> kept = home.read(tx -> tx.importWarnings().of(home.id(), job));
        assertThat(kept).extracting(ImportWarning::row).containsExactly(5L, 6L);
        int inParts = home.read(tx -> tx.importWarnings()
                .all(home.id(), tx.importWarnings().all(home.id(), null, 1).get(0), 5)
                .size());
        assertThat(inParts).isEqualTo(1);
    }

    @Test
    default void tellsWebhooksOfADeletionWithoutData() {
        WebhookFixture hooks = WebhookFixture.in(store());
        Webhook webhook = hooks.webhook();
        Contact ada = hooks.contact("Ada");
        Contact bo = hooks.contact("Bo");
        hooks.rename(ada, "Ada L.");
        assertThat(hooks.due(webhook)).hasSize(3);
        Erasure erasure = hooks.contacts4j().personalData().erase(hooks.home().admin(), ada.id());
        assertThat(erasure.removed().deliveries()).isEqualTo(2);
        assertThat(hooks.due(webhook)).containsExactlyInAnyOrder(" contact.deleted", "Bo contact.created");
        assertThat(hooks.send(WebhookFixture.OK)).hasSize(2);
        assertThat(hooks.home().events(bo.id())).hasSize(1);
    }

    @Test
    default void erasesAContactThatWasDeletedBeforeAndOnlyOnce() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.contacts4j().contacts().create(home.ada(), Patch.of(ContactField.NAME, "Ada"));
        home.contacts4j().contacts().remove(home.ada(), ada.id(), Precondition.none());
        Erasure first = erase(home, ada.id());
        assertThat(first.removed()).isEqualTo(new Erasure.Removed(0, 0, 0, 0, 2, 0, 0, 0, 0));
        Erasure second = erase(home, ada.id());
        assertThat(second.at()).isEqualTo(first.at());
        assertThat(second.removed().events()).isZero();
        assertThat(home.events(ada.id())).hasSize(1);
        AuditQuery erasures =
                new AuditQuery(null, AuditAction.CONTACT_ERASED, ada.id().toString(), null, null);
        int audited = home.read(tx ->
                tx.auditLog().page(home.id(), erasures, Slice.first(10)).items().size());
        assertThat(audited).isEqualTo(1);
    }

    @Test
    default void refusesWhileAnImportIsInProgress() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        home.contacts4j().importJobs().submit(home.ada(), ImportOptions.DEFAULT, "x.csv", false, bytes("name\nAda"));
        assertThatThrownBy(() -> erase(home, ada.id())).isInstanceOf(ContactsFailure.ImportInProgress.class);
        assertThat(home.find(ada.id())).isPresent();
        ImportJob job =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        workerOf(home.contacts4j()).importJobs().fail(home.id(), job, "no table");
        assertThat(erase(home, ada.id()).removed().contacts()).isEqualTo(1);
    }

    @Test
    default void leavesOtherOrganizationsAlone() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization other = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada Lovelace"));
        Contact same = other.keep(aContact().named("Ada Lovelace"));
        keepFailed(other, "Ada Lovelace");
        assertThatThrownBy(() -> erase(other, ada.id())).isInstanceOf(ContactsFailure.ContactNotFound.class);
        assertThatThrownBy(() -> erase(home, new ContactId(UUID.randomUUID())))
                .isInstanceOf(ContactsFailure.ContactNotFound.class);
        erase(home, ada.id());
        assertThat(other.get(same.id())).isEqualTo(same);
        assertThat(failedRows(other, null)).hasSize(1);
    }

    /** A change that is under way either happens before the erasure or fails. */
    @Test
    default void leavesNothingBehindWhileOthersWrite() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.contacts4j().contacts().create(home.ada(), Patch.of(ContactField.NAME, "Ada 0"));
        List<Erasure> erasures = new CopyOnWriteArrayList<>();
        List<Throwable> failures = Parallel.failuresOf(24, i -> {
            if (i % 8 == 3) {
                erasures.add(erase(home, ada.id()));
            } else {
                home.contacts4j().contacts().update(home.ada(), ada.id(), Patch.of(ContactField.NAME, "Ada " + i));
                home.contacts4j().comments().add(home.ada(), ada.id(), "Ada " + i);
            }
        });
        assertThat(failures)
                .allMatch(failure -> failure instanceof ContactsFailure.ContactNotFound
                        || failure instanceof ContactsFailure.Unavailable);
        erasures.add(erase(home, ada.id()));
        assertThat(erasures.stream().map(Erasure::at).distinct()).hasSize(1);
        assertThat(home.events(ada.id()))
                .singleElement()
                .satisfies(event -> assertThat(event.contact().name()).isEmpty());
        assertThat(comments(home, null)).isEmpty();
    }

    @Test
    default void readsAllCommentsAndFailedRowsInParts() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        IntStream.range(0, 5).forEach(i -> {
            home.contacts4j().comments().add(home.ada(), ada.id(), "Comment " + i);
            keepFailed(home, "row " + i);
        });
        List<Comment> comments = comments(home, null);
        List<Comment> rest = comments(home, comments.get(2).id());
        assertThat(comments).hasSize(3).doesNotContainAnyElementsOf(rest);
        assertThat(rest).hasSize(2);
        List<FailedRowOfJob> rows = failedRows(home, null).subList(0, 3);
        List<FailedRowOfJob> others = failedRows(home, rows.get(2));
        assertThat(rows).doesNotContainAnyElementsOf(others);
        assertThat(others).hasSize(2);
    }

    private static List<Comment> comments(TestOrganization home, @Nullable CommentId after) {
        return home.read(tx -> tx.comments().all(home.id(), after, 3));
    }

    private static List<FailedRowOfJob> failedRows(TestOrganization home, @Nullable FailedRowOfJob after) {
        return home.read(tx -> tx.importJobs().failures(home.id(), after, 100));
    }

    private static Erasure erase(TestOrganization home, ContactId id) {
        return home.contacts4j().personalData().erase(home.admin(), id);
    }

    private static void keepFailed(TestOrganization home, String... cells) {
        FailedRow row = new FailedRow(
                new ImportRow(2, null, Patch.empty(), List.of(cells)), List.of(new Fault("name", "is required")));
        home.write(tx -> tx.importJobs().addFailures(home.id(), new ImportId(UUID.randomUUID()), List.of(row)));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
