package org.contacts4j.contract.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.application.WorkerContexts.workerOf;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.AttachmentService;
import org.contacts4j.application.attachment.ContentSweep;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.contract.LostCommitResponseStore;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.ContactsFailure.ContactNotFound;
import org.contacts4j.domain.ContactsFailure.Forbidden;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.ContactsFailure.NotFound;
import org.contacts4j.domain.ContactsFailure.QuotaExceeded;
import org.contacts4j.domain.ContactsFailure.TooLarge;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link AttachmentService}, with a real store and any storage of content. */
public interface AttachmentServiceContract {

    AttachmentLimits SMALL = new AttachmentLimits(1_000_000, 1_500_000);

    /** Returns the store under test. */
    Store store();

    /** Returns the storage of content. */
    Contents contents();

    @Test
    default void givesBackWhatWasUploadedByteByByte() throws IOException {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        byte[] content = random(900_000);
        Attachment attachment = add(home, ada, content);
        assertThat(attachment.size()).isEqualTo(900_000);
        assertThat(attachment.sha256()).isEqualTo(sha256(content));
        assertThat(attachment.uploadedBy()).isEqualTo(home.ada().member());
        assertThat(attachments(home).list(home.viewer(), ada.id())).containsExactly(attachment);
        assertThat(attachments(home).get(home.viewer(), attachment.id())).isEqualTo(attachment);
        assertThat(read(home, attachment)).isEqualTo(content);
        assertThat(home.find(ada.id())).contains(ada);
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void keepsAnEmptyFile() throws IOException {
        TestOrganization home = organization();
        Attachment attachment = add(home, home.keep(aContact()), new byte[0]);
        assertThat(attachment.size()).isZero();
        assertThat(read(home, attachment)).isEmpty();
    }

    @Test
    default void callsAFileByTheLastPartOfItsNameAndByWhatIsInIt() {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        Attachment attachment = attachments(home)
                .add(
                        home.ada(),
                        ada.id(),
                        "C:\\Temp/..\\ \r\ncv\u202e.html\u0000 ",
                        stream("%PDF-1.7".getBytes(UTF_8)));
        assertThat(attachment.fileName()).isEqualTo("cv.html");
        assertThat(attachment.contentType()).isEqualTo("application/pdf");
    }

    @Test
    default void keepsAFileWithANewContactOrNeither() throws IOException {
        TestOrganization home = organization();
        Patch<Contact> named = Patch.of(ContactField.NAME, "Ada");
        Contact ada = attachments(home).create(home.ada(), named, "cv.txt", stream(random(7)));
        List<Attachment> kept = attachments(home).list(home.ada(), ada.id());
        assertThat(kept).hasSize(1);
        assertThat(read(home, kept.get(0))).hasSize(7);
        List<Consumer<AttachmentService>> attempts = List.of(
                it -> it.create(home.ada(), Patch.empty(), "cv.txt", stream(random(7))),
                it -> it.create(home.ada(), named, "cv.txt", stream(random(1_000_001))),
                it -> it.create(home.ada(), named, "x".repeat(256), stream(random(7))),
                it -> it.create(home.viewer(), named, "cv.txt", stream(random(7))));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(() -> attempt.accept(attachments(home)))
                        .isInstanceOf(ContactsFailure.class));
        assertThatThrownBy(() -> attachments(home).create(home.ada(), named, "cv.txt", new BrokenStream()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(home.total().count()).isEqualTo(1);
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void keepsNothingOfAFileThatIsTooLargeOrBreaksOff() {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        Attachment largest = add(home, ada, random(1_000_000));
        assertThatThrownBy(() -> add(home, ada, random(1_000_001))).isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> attachments(home).add(home.ada(), ada.id(), "cv", new BrokenStream()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(attachments(home).list(home.ada(), ada.id())).containsExactly(largest);
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void keepsNoMoreThanTheQuotaHoweverManyUploadAtOnce() {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        List<Throwable> failures = Parallel.failuresOf(16, i -> add(home, ada, random(200_000)));
        assertThat(failures).hasSize(9).hasOnlyElementsOfType(QuotaExceeded.class);
        assertThat(attachments(home).list(home.ada(), ada.id())).hasSize(7);
        assertThat(nothingIsLoose(home)).isTrue();
        add(home, ada, random(100_000));
        assertThatThrownBy(() -> add(home, ada, random(1))).isInstanceOf(QuotaExceeded.class);
        TestOrganization other = organization();
        add(other, other.keep(aContact()), random(1_000_000));
    }

    @Test
    default void makesRoomByDeleting() {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        Contact bob = home.keep(aContact());
        Attachment first = add(home, ada, random(1_000_000));
        add(home, bob, random(400_000));
        assertThatThrownBy(() -> add(home, ada, random(400_000))).isInstanceOf(QuotaExceeded.class);
        attachments(home).remove(home.ada(), first.id());
        assertThat(isKept(home, first.id())).isFalse();
        home.contacts4j().contacts().remove(home.ada(), bob.id(), Precondition.none());
        add(home, ada, random(1_000_000));
        assertThat(nothingIsLoose(home)).isFalse();
        workerOf(home.contacts4j()).contentSweep().run();
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void removesTheContentOfARemovedContact() {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        List<Attachment> attachments = List.of(add(home, ada, random(300_000)), add(home, ada, random(1)));
        home.contacts4j().contacts().remove(home.ada(), ada.id(), Precondition.none());
        workerOf(home.contacts4j()).contentSweep().run();
        assertThat(attachments).allSatisfy(attachment -> {
            assertThatThrownBy(() -> attachments(home).get(home.ada(), attachment.id()))
                    .isInstanceOf(NotFound.class);
            assertThat(isKept(home, attachment.id())).isFalse();
        });
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void sweepsWhatAProcessThatDiedHasLeftButNotWhatIsOnItsWay() {
        TestOrganization home = organization();
        AttachmentId left = new AttachmentId(UUID.randomUUID());
        home.write(tx ->
                tx.unreferencedContents().add(home.id(), left, Clock.systemUTC().instant()));
        contents().store(home.id(), left, stream(random(300_000)));
        workerOf(home.contacts4j()).contentSweep().run();
        assertThat(isKept(home, left)).isTrue();
        sweepLater();
        assertThat(isKept(home, left)).isFalse();
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void attachesNothingThatWasSweptOnItsWay() {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        InputStream slow = new ByteArrayInputStream(random(300_000)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                int count = super.read(target, offset, length);
                if (count < 0) {
                    sweepLater();
                }
                return count;
            }
        };
        assertThatThrownBy(() -> attachments(home).add(home.ada(), ada.id(), "cv", slow))
                .isInstanceOf(Invalid.class);
        assertThat(attachments(home).list(home.ada(), ada.id())).isEmpty();
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void keepsTheContentWhenNobodyHeardThatItWasAttached() throws IOException {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        LostCommitResponseStore forgetful = new LostCommitResponseStore(store(), 2);
        AttachmentService attachments = Contacts4J.builder(forgetful)
                .attachments(contents(), SMALL)
                .build()
                .attachments();
        assertThatThrownBy(() -> attachments.add(home.ada(), ada.id(), "cv", stream(random(7))))
                .isInstanceOf(ContactsFailure.Unavailable.class);
        sweepLater();
        List<Attachment> kept = attachments(home).list(home.ada(), ada.id());
        assertThat(kept).hasSize(1);
        assertThat(read(home, kept.get(0))).hasSize(7);
    }

    @Test
    default void letsTheUploaderAndAdministratorsRemoveAnAttachmentAndNobodyElse() {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact().assignedTo("bo"));
        Attachment first = add(home, ada, random(1));
        Attachment second = add(home, ada, random(2));
        for (Caller other : List.of(Caller.member(home.id().value(), "eve"), home.restricted("bo"), home.viewer())) {
            assertThatThrownBy(() -> attachments(home).remove(other, first.id()))
                    .isInstanceOf(Forbidden.class);
        }
        attachments(home).remove(home.ada(), first.id());
        attachments(home).remove(home.admin(), second.id());
        assertThat(attachments(home).list(home.ada(), ada.id())).isEmpty();
        assertThatThrownBy(() -> attachments(home).remove(home.admin(), second.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    default void knowsNoAttachmentsOfAContactThatTheCallerCannotSee() {
        TestOrganization home = organization();
        Contact hidden = home.keep(aContact().assignedTo("al"));
        Attachment attachment = add(home, hidden, random(1));
        Caller bo = home.restricted("bo");
        for (ContactId id : List.of(hidden.id(), new ContactId(UUID.randomUUID()), ContactId.parse("nonsense"))) {
            assertThatThrownBy(() -> attachments(home).list(bo, id)).isInstanceOf(ContactNotFound.class);
            assertThatThrownBy(() -> attachments(home).add(bo, id, "cv", new BrokenStream()))
                    .isInstanceOf(ContactNotFound.class);
        }
        for (AttachmentId id :
                List.of(attachment.id(), new AttachmentId(UUID.randomUUID()), AttachmentId.parse("nonsense"))) {
            assertThatThrownBy(() -> attachments(home).get(bo, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> attachments(home).open(bo, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> attachments(home).remove(bo, id)).isInstanceOf(NotFound.class);
        }
        assertThat(attachments(home).get(home.restricted("al"), attachment.id()))
                .isEqualTo(attachment);
        assertThat(nothingIsLoose(home)).isTrue();
    }

    @Test
    default void keepsNoMoreAttachmentsThanTheMost() {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        home.write(tx -> {
            for (int i = 0; i < Attachment.MAX_PER_CONTACT - 1; i++) {
                tx.attachments()
                        .insert(home.id(), AttachmentFixture.anAttachment().of(ada));
            }
        });
        List<Throwable> failures = Parallel.failuresOf(16, i -> add(home, ada, random(1)));
        assertThat(failures).hasSize(15).hasOnlyElementsOfType(Invalid.class);
        assertThat(attachments(home).list(home.ada(), ada.id())).hasSize(Attachment.MAX_PER_CONTACT);
    }

    @Test
    default void leavesNoAttachmentOfAContactThatIsRemovedMeanwhile() {
        TestOrganization home = organization();
        Contact ada = home.keep(aContact());
        List<Throwable> failures = home.failuresWhileRemoving(ada, i -> add(home, ada, random(100)));
        assertThat(failures).allMatch(ContactNotFound.class::isInstance);
        workerOf(home.contacts4j()).contentSweep().run();
        List<Attachment> left = home.read(tx -> tx.attachments().of(home.id(), ada.id()));
        assertThat(left).isEmpty();
        long used = home.read(tx -> tx.attachments().bytesUsed(home.id()));
        assertThat(used).isZero();
        assertThat(nothingIsLoose(home)).isTrue();
    }

    private TestOrganization organization() {
        Contacts4J contacts4j =
                Contacts4J.builder(store()).attachments(contents(), SMALL).build();
        return new TestOrganization(store(), contacts4j, new OrganizationId("org-" + UUID.randomUUID()));
    }

    private void sweepLater() {
        new ContentSweep(store(), contents(), Clock.offset(Clock.systemUTC(), Duration.ofHours(2))).run();
    }

    private boolean isKept(TestOrganization home, AttachmentId id) {
        try (InputStream content = contents().open(home.id(), id)) {
            return content.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean nothingIsLoose(TestOrganization home) {
        return home.writing(tx -> tx.unreferencedContents()
                        .markedForDeletion(home.id(), Clock.systemUTC().instant(), 1))
                .isEmpty();
    }

    private static AttachmentService attachments(TestOrganization home) {
        return home.contacts4j().attachments();
    }

    private static Attachment add(TestOrganization home, Contact contact, byte[] content) {
        return attachments(home).add(home.ada(), contact.id(), "cv.bin", stream(content));
    }

    private static byte[] read(TestOrganization home, Attachment attachment) throws IOException {
        try (InputStream content = attachments(home).open(home.ada(), attachment.id())) {
            return content.readAllBytes();
        }
    }

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
