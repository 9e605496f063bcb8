package org.contacts4j.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.attachment.AttachmentFixture.NOON;
import static org.contacts4j.contract.attachment.AttachmentFixture.anAttachment;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.background.WorkQueue.Work;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;
import org.junit.jupiter.api.Test;

/** Contract tests of stored attachments, their usage totals, and the records of unreferenced content. */
public interface AttachmentsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void givesBackAnAttachmentWhole() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Attachment kept = keep(home, anAttachment().sized(5_000_000_000L).of(ada));
        assertThat(find(home, kept.id())).contains(kept);
        assertThat(of(home, ada)).containsExactly(kept);
        assertThat(used(home)).isEqualTo(5_000_000_000L);
    }

    @Test
    default void listsTheNewestFirstAndTiesByIdBackwards() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        List<UUID> ids = TestOrganization.orderedIds(4);
        Attachment oldest = anAttachment().withId(ids.get(3)).of(ada);
        Attachment older =
                anAttachment().withId(ids.get(1)).uploadedAt(NOON.plusMillis(1)).of(ada);
        Attachment newer =
                anAttachment().withId(ids.get(2)).uploadedAt(NOON.plusMillis(1)).of(ada);
        Attachment newest =
                anAttachment().withId(ids.get(0)).uploadedAt(NOON.plusMillis(2)).of(ada);
        List.of(newer, oldest, newest, older).forEach(attachment -> keep(home, attachment));
        keep(home, anAttachment().of(home.keep(aContact())));
        assertThat(of(home, ada)).containsExactly(newest, newer, older, oldest);
    }

    @Test
    default void doomsTheContentOfAnAttachmentThatIsDeleted() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Attachment gone = keep(home, anAttachment().sized(3).of(ada));
        Attachment kept = keep(home, anAttachment().sized(4).of(ada));
        home.write(tx -> tx.attachments().delete(home.id(), gone));
        assertThat(of(home, ada)).containsExactly(kept);
        assertThat(used(home)).isEqualTo(4);
        assertThat(markedForDeletion(home, Instant.EPOCH)).containsExactly(gone.id());
    }

    @Test
    default void forgetsTheAttachmentsOfADeletedContactAndDoomsTheirContent() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> two = home.keepAll(aContact(), aContact());
        Attachment first = keep(home, anAttachment().sized(3).of(two.get(0)));
        Attachment second = keep(home, anAttachment().sized(4).of(two.get(0)));
        Attachment other = keep(home, anAttachment().sized(5).of(two.get(1)));
        home.delete(two.get(0));
        assertThat(find(home, first.id())).isEmpty();
        assertThat(of(home, two.get(0))).isEmpty();
        assertThat(of(home, two.get(1))).containsExactly(other);
        assertThat(used(home)).isEqualTo(5);
        assertThat(markedForDeletion(home, Instant.EPOCH)).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    default void refusesAnAttachmentOfAContactThatIsNotThere() {
        TestOrganization home = TestOrganization.in(store());
        Contact foreign = TestOrganization.in(store()).keep(aContact());
        Attachment attachment = anAttachment().of(foreign);
        assertThatThrownBy(() -> keep(home, attachment)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(find(home, attachment.id())).isEmpty();
        assertThat(used(home)).isZero();
    }

    @Test
    default void hidesAttachmentsAndNotesFromOtherOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Attachment attachment = keep(home, anAttachment().of(ada));
        AttachmentId loose = noted(home, NOON);
        assertThat(find(outsider, attachment.id())).isEmpty();
        assertThat(of(outsider, ada)).isEmpty();
        assertThat(used(outsider)).isZero();
        outsider.write(tx -> {
            tx.attachments().delete(outsider.id(), attachment);
            assertThat(tx.unreferencedContents().claim(outsider.id(), loose)).isFalse();
            assertThat(tx.unreferencedContents().markForDeletion(outsider.id(), loose))
                    .isFalse();
            tx.unreferencedContents().forget(outsider.id(), loose);
        });
        assertThat(markedForDeletion(outsider, TestOrganization.LATER)).isEmpty();
        assertThat(find(home, attachment.id())).contains(attachment);
        assertThat(markedForDeletion(home, TestOrganization.LATER)).containsExactly(loose);
    }

    @Test
    default void letsAnAttachmentClaimContentOnce() {
        TestOrganization home = TestOrganization.in(store());
        AttachmentId loose = noted(home, NOON);
        home.write(tx -> {
            assertThat(tx.unreferencedContents().claim(home.id(), loose)).isTrue();
            assertThat(tx.unreferencedContents().claim(home.id(), loose)).isFalse();
            assertThat(tx.unreferencedContents().markForDeletion(home.id(), loose))
                    .isFalse();
        });
        assertThat(markedForDeletion(home, TestOrganization.LATER)).isEmpty();
    }

    @Test
    default void letsNobodyClaimContentThatIsDoomed() {
        TestOrganization home = TestOrganization.in(store());
        AttachmentId refused = noted(home, NOON);
        AttachmentId late = noted(home, NOON);
        home.write(tx -> assertThat(tx.unreferencedContents().markForDeletion(home.id(), refused))
                .isTrue());
        assertThat(markedForDeletion(home, NOON)).containsExactly(refused);
        assertThat(markedForDeletion(home, NOON.plusMillis(1))).containsExactlyInAnyOrder(refused, late);
        home.write(tx -> {
            assertThat(tx.unreferencedContents().claim(home.id(), refused)).isFalse();
            assertThat(tx.unreferencedContents().claim(home.id(), late)).isFalse();
            tx.unreferencedContents().forget(home.id(), refused);
        });
        assertThat(markedForDeletion(home, NOON)).containsExactly(late);
    }

    @Test
    default void namesTheOrganizationsThatHaveContentToRemove() {
        TestOrganization waiting = TestOrganization.in(store());
        TestOrganization markedForDeletion = TestOrganization.in(store());
        noted(waiting, NOON);
        AttachmentId gone = noted(markedForDeletion, NOON);
        markedForDeletion.write(tx -> tx.unreferencedContents().markForDeletion(markedForDeletion.id(), gone));
        assertThat(organizations(NOON)).contains(markedForDeletion.id()).doesNotContain(waiting.id());
        assertThat(organizations(NOON.plusMillis(1)))
                .containsOnlyOnce(markedForDeletion.id())
                .containsOnlyOnce(waiting.id());
    }

    @Test
    default void givesBackContentPartByPartAndForgetsItBitByBit() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        AttachmentId id = new AttachmentId(UUID.randomUUID());
        List<byte[]> parts = List.of(new byte[] {0, 1, -1}, new byte[300_000], new byte[] {7});
        home.write(tx -> {
            for (int i = 0; i < 3; i++) {
                tx.contentParts().insert(home.id(), id, i, parts.get(i));
            }
        });
        for (int i = 0; i < 3; i++) {
            assertThat(part(home, id, i)).contains(parts.get(i));
        }
        assertThat(part(home, id, 3)).isEmpty();
        assertThat(part(outsider, id, 0)).isEmpty();
        assertThat(deletesParts(outsider, id)).isFalse();
        assertThat(deletesParts(home, id)).isTrue();
        while (deletesParts(home, id)) {
            assertThat(part(home, id, 3)).isEmpty();
        }
        assertThat(part(home, id, 0)).isEmpty();
        assertThat(part(home, id, 2)).isEmpty();
    }

    private static Optional<byte[]> part(TestOrganization home, AttachmentId id, int number) {
        return home.read(tx -> tx.contentParts().find(home.id(), id, number));
    }

    private static boolean deletesParts(TestOrganization home, AttachmentId id) {
        return home.writing(tx -> tx.contentParts().delete(home.id(), id, 2));
    }

    private List<OrganizationId> organizations(Instant before) {
        return store().read(tx -> tx.workQueue().organizationsWith(Work.UNREFERENCED_CONTENTS, before));
    }

    private static AttachmentId noted(TestOrganization home, Instant since) {
        AttachmentId id = new AttachmentId(UUID.randomUUID());
        home.write(tx -> tx.unreferencedContents().add(home.id(), id, since));
        return id;
    }

    private static List<AttachmentId> markedForDeletion(TestOrganization home, Instant before) {
        return home.writing(tx -> tx.unreferencedContents().markedForDeletion(home.id(), before, 100));
    }

    private static Attachment keep(TestOrganization home, Attachment attachment) {
        home.write(tx -> tx.attachments().insert(home.id(), attachment));
        return attachment;
    }

    private static Optional<Attachment> find(TestOrganization home, AttachmentId id) {
        return home.read(tx -> tx.attachments().find(home.id(), id));
    }

    private static List<Attachment> of(TestOrganization home, Contact contact) {
        return home.read(tx -> tx.attachments().of(home.id(), contact.id()));
    }

    private static long used(TestOrganization home) {
        return home.writing(tx -> {
            long held = tx.attachments().lockBytesUsed(home.id());
            assertThat(tx.attachments().bytesUsed(home.id())).isEqualTo(held);
            return held;
        });
    }
}
