package org.contacts4j.contract.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.junit.jupiter.api.Test;

/** Contract tests of storing and reading comments, newest first. */
public interface CommentsContract {

    Instant NOON = Instant.parse("2026-01-02T12:00:00.678Z");

    /** Returns the store under test. */
    Store store();

    @Test
    default void givesBackACommentAsItWasWrittenAndAsItWasEdited() {
        TestOrganization home = TestOrganization.in(store());
        Comment written = keep(home, comment(home.keep(aContact()), " \"O'Brien\" @林 100% _1\r\n😀 ", NOON));
        assertThat(find(home, written.id())).contains(written);
        Comment edited = written.edit("shorter", TestOrganization.EDITOR, TestOrganization.LATER);
        home.write(tx -> {
            assertThat(tx.comments().lock(home.id(), written.id())).contains(written);
            tx.comments().update(home.id(), edited);
        });
        assertThat(find(home, written.id())).contains(edited);
        assertThat(page(home, written.contactId(), Slice.first(9)).items()).containsExactly(edited);
    }

    @Test
    default void listsTheNewestFirstAndTiesByIdBackwards() {
        TestOrganization home = TestOrganization.in(store());
        List<Comment> comments = fourComments(home);
        List<Comment> newestFirst = new ArrayList<>(comments);
        Collections.reverse(newestFirst);
        ContactId contact = comments.get(0).contactId();
        assertThat(page(home, contact, Slice.first(9))).isEqualTo(new Page<>(newestFirst, Total.exact(4), null));
        assertThat(page(home, contact, Slice.at(2, 9)).items()).isEqualTo(newestFirst.subList(2, 4));
    }

    @Test
    default void walksCommentsFromPositionToPosition() {
        TestOrganization home = TestOrganization.in(store());
        List<Comment> comments = fourComments(home);
        ContactId contact = comments.get(0).contactId();
        List<Comment> walked = new ArrayList<>();
        Page<Comment> page = page(home, contact, Slice.first(1));
        walked.addAll(page.items());
        while (page.next() != null) {
            page = page(home, contact, Slice.after(page.next(), 1));
            walked.addAll(page.items());
        }
        Collections.reverse(walked);
        assertThat(walked).isEqualTo(comments);
    }

    @Test
    default void forgetsACommentAndThoseOfADeletedContact() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> two = home.keepAll(aContact(), aContact());
        Comment first = keep(home, comment(two.get(0), "first", NOON));
        Comment second = keep(home, comment(two.get(0), "second", NOON));
        Comment other = keep(home, comment(two.get(1), "other", NOON));
        home.write(tx -> tx.comments().delete(home.id(), first.id()));
        assertThat(find(home, first.id())).isEmpty();
        home.delete(two.get(0));
        assertThat(find(home, second.id())).isEmpty();
        assertThat(find(home, other.id())).contains(other);
    }

    @Test
    default void refusesACommentOnAContactThatIsNotThere() {
        TestOrganization home = TestOrganization.in(store());
        Contact foreign = TestOrganization.in(store()).keep(aContact());
        Comment comment = comment(foreign, "hello", NOON);
        assertThatThrownBy(() -> keep(home, comment)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(find(home, comment.id())).isEmpty();
    }

    @Test
    default void hidesCommentsFromOtherOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Comment comment = keep(home, comment(home.keep(aContact()), "hello", NOON));
        assertThat(find(outsider, comment.id())).isEmpty();
        assertThat(page(outsider, comment.contactId(), Slice.first(9)).items()).isEmpty();
        outsider.write(tx -> {
            assertThat(tx.comments().lock(outsider.id(), comment.id())).isEmpty();
            tx.comments().delete(outsider.id(), comment.id());
        });
        assertThat(find(home, comment.id())).contains(comment);
    }

    /** Returns comments on one contact, oldest first. The two in the middle have the same time. */
    private static List<Comment> fourComments(TestOrganization home) {
        Contact ada = home.keep(aContact());
        List<UUID> ids = TestOrganization.orderedIds(4);
        List<Comment> comments = List.of(
                comment(ids.get(3), ada, NOON),
                comment(ids.get(1), ada, NOON.plusMillis(1)),
                comment(ids.get(2), ada, NOON.plusMillis(1)),
                comment(ids.get(0), ada, NOON.plusMillis(2)));
        List.of(2, 0, 3, 1).forEach(i -> keep(home, comments.get(i)));
        keep(home, comment(home.keep(aContact()), "of somebody else", NOON));
        return comments;
    }

    private static Comment comment(UUID id, Contact contact, Instant at) {
        return Comment.write(new CommentId(id), contact.id(), "at " + at, new MemberId("ada"), at);
    }

    private static Comment comment(Contact contact, String text, Instant at) {
        return Comment.write(new CommentId(UUID.randomUUID()), contact.id(), text, new MemberId("ada"), at);
    }

    private static Comment keep(TestOrganization home, Comment comment) {
        home.write(tx -> tx.comments().insert(home.id(), comment));
        return comment;
    }

    private static Optional<Comment> find(TestOrganization home, CommentId id) {
        return home.read(tx -> tx.comments().find(home.id(), id));
    }

    private static Page<Comment> page(TestOrganization home, ContactId contact, Slice slice) {
        return home.read(tx -> tx.comments().page(home.id(), contact, slice));
    }
}
