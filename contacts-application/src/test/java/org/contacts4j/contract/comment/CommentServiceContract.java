package org.contacts4j.contract.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.contacts4j.application.Store;
import org.contacts4j.application.comment.CommentService;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.ContactsFailure.ContactNotFound;
import org.contacts4j.domain.ContactsFailure.Forbidden;
import org.contacts4j.domain.ContactsFailure.NotFound;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link CommentService} with a real store. */
public interface CommentServiceContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void keepsACommentByItsAuthorAndLeavesTheContactAsItIs() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Comment comment = comments(home).add(home.ada(), ada.id(), "@bo, have a look");
        assertThat(comment.author()).isEqualTo(home.ada().member());
        assertThat(comment.lastEdit()).isNull();
        assertThat(comment.mentions()).containsExactly(new MemberId("bo"));
        assertThat(comments(home).get(home.viewer(), comment.id())).isEqualTo(comment);
        assertThat(comments(home).list(home.viewer(), ada.id(), Slice.first(9)).items())
                .containsExactly(comment);
        assertThat(home.find(ada.id())).contains(ada);
        assertThat(home.eventsSinceCreation(ada.id())).isEmpty();
    }

    @Test
    default void tellsWhoEditedACommentAndWhen() {
        TestOrganization home = TestOrganization.in(store());
        Comment before = comments(home).add(home.ada(), home.keep(aContact()).id(), "first");
        Comment same = comments(home).edit(home.ada(), before.id(), "first");
        assertThat(same).isEqualTo(before);
        Comment after = comments(home).edit(home.admin(), before.id(), "second");
        assertThat(after.text()).isEqualTo("second");
        assertThat(after.author()).isEqualTo(before.author());
        assertThat(after.writtenAt()).isEqualTo(before.writtenAt());
        assertThat(after.lastEdit())
                .satisfies(edit -> assertThat(edit.by()).isEqualTo(home.admin().member()))
                .satisfies(edit -> assertThat(edit.at()).isAfterOrEqualTo(before.writtenAt()));
        assertThat(comments(home).get(home.ada(), before.id())).isEqualTo(after);
    }

    @Test
    default void letsTheAuthorAndAdministratorsChangeACommentAndNobodyElse() {
        TestOrganization home = TestOrganization.in(store());
        Comment comment = comments(home)
                .add(home.ada(), home.keep(aContact().assignedTo("bo")).id(), "mine");
        for (Caller other : List.of(Caller.member(home.id().value(), "eve"), home.restricted("bo"), home.viewer())) {
            assertThatThrownBy(() -> comments(home).edit(other, comment.id(), "theirs"))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> comments(home).remove(other, comment.id())).isInstanceOf(Forbidden.class);
        }
        assertThat(comments(home).get(home.ada(), comment.id())).isEqualTo(comment);
        comments(home).remove(home.admin(), comment.id());
        assertThatThrownBy(() -> comments(home).get(home.ada(), comment.id())).isInstanceOf(NotFound.class);
    }

    @Test
    default void refusesTextThatIsBlankOrTooLong() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Comment comment = comments(home).add(home.ada(), ada.id(), "x".repeat(20_000));
        for (String text : List.of("", " \n\t", "x".repeat(20_001), "\u0000", "\ud83d")) {
            for (Consumer<CommentService> attempt : List.<Consumer<CommentService>>of(
                    it -> it.add(home.ada(), ada.id(), text), it -> it.edit(home.ada(), comment.id(), text))) {
                ContactsFailure.Invalid refusal =
                        catchThrowableOfType(ContactsFailure.Invalid.class, () -> attempt.accept(comments(home)));
                assertThat(refusal.faults()).extracting("field").containsExactly("text");
            }
        }
        assertThat(comments(home).get(home.ada(), comment.id())).isEqualTo(comment);
    }

    @Test
    default void knowsNoCommentsOfAContactThatTheCallerCannotSee() {
        TestOrganization home = TestOrganization.in(store());
        Contact hidden = home.keep(aContact().assignedTo("al"));
        Comment comment = comments(home).add(home.ada(), hidden.id(), "secret");
        Caller bo = home.restricted("bo");
        for (ContactId id : List.of(hidden.id(), new ContactId(UUID.randomUUID()), ContactId.parse("nonsense"))) {
            assertThatThrownBy(() -> comments(home).list(bo, id, Slice.first(1)))
                    .isInstanceOf(ContactNotFound.class);
            assertThatThrownBy(() -> comments(home).add(bo, id, "hello")).isInstanceOf(ContactNotFound.class);
        }
        for (CommentId id : List.of(comment.id(), new CommentId(UUID.randomUUID()), CommentId.parse("nonsense"))) {
            assertThatThrownBy(() -> comments(home).get(bo, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> comments(home).edit(bo, id, "hello")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> comments(home).remove(bo, id)).isInstanceOf(NotFound.class);
        }
        assertThat(comments(home).get(home.restricted("al"), comment.id())).isEqualTo(comment);
    }

    @Test
    default void leavesNoCommentOnAContactThatIsRemovedMeanwhile() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        List<Throwable> failures =
                home.failuresWhileRemoving(ada, i -> comments(home).add(home.ada(), ada.id(), "of " + i));
        assertThat(failures).allMatch(ContactNotFound.class::isInstance);
        assertThat(home.read(tx -> tx.comments().page(home.id(), ada.id(), Slice.first(9)))
                        .items())
                .isEmpty();
    }

    private static CommentService comments(TestOrganization home) {
        return home.contacts4j().comments();
    }
}
