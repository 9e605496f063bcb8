package org.contacts4j.contract.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.card.ContactCard;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of contacts with their comments, attachments and links. */
public interface CardServiceContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void showsAContactThatHasNothingAroundIt() {
        TestOrganization home = TestOrganization.in(store());
        Contact alone = home.keep(aContact());
        surround(home, home.keep(aContact()));
        ContactCard card = home.contacts4j().cards().get(home.ada(), alone.id());
        assertThat(card.contact()).isEqualTo(alone);
        assertThat(card.comments()).isEmpty();
        assertThat(card.attachments()).isEmpty();
        assertThat(card.links()).isEmpty();
    }

    @Test
    default void showsEverythingAroundAContactTheNewestFirst() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        surround(home, ada);
        surround(home, ada);
        ContactCard card = home.contacts4j().cards().get(home.ada(), ada.id());
        assertThat(card.comments())
                .hasSize(2)
                .isSortedAccordingTo(
                        (one, other) -> other.id().toString().compareTo(one.id().toString()))
                .extracting(Comment::text)
                .containsOnly("Well met");
        assertThat(card.attachments())
                .hasSize(2)
                .extracting(Attachment::fileName)
                .containsOnly("cv.txt");
        assertThat(card.links()).extracting(Link::externalId).containsExactly("1");
    }

    @Test
    default void findsNoCardOfAContactThatTheCallerDoesNotSee() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().assignedTo("me"));
        assertThat(home.contacts4j()
                        .cards()
                        .get(home.restricted("me"), ada.id())
                        .contact())
                .isEqualTo(ada);
        assertNotFound(home, home.restricted("somebody"), ada.id());
        assertNotFound(home, TestOrganization.in(store()).ada(), ada.id());
        assertNotFound(home, home.ada(), ContactId.parse("malformed"));
    }

    private static void assertNotFound(TestOrganization home, Caller caller, ContactId id) {
        assertThatThrownBy(() -> home.contacts4j().cards().get(caller, id))
                .isInstanceOf(ContactsFailure.ContactNotFound.class);
    }

    private static void surround(TestOrganization home, Contact contact) {
        home.contacts4j().comments().add(home.ada(), contact.id(), "Well met");
        InputStream content = new ByteArrayInputStream(new byte[] {1});
        home.contacts4j().attachments().add(home.ada(), contact.id(), "cv.txt", content);
        Patch<Link> link = Patch.of(LinkField.TYPE, LinkType.TASK).set(LinkField.EXTERNAL_ID, "1");
        home.contacts4j().links().save(home.ada(), contact.id(), link);
    }
}
