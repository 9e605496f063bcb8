package org.contacts4j.contract.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.tag.TagService;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.domain.ContactsFailure.ContactNotFound;
import org.contacts4j.domain.ContactsFailure.Forbidden;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.ContactsFailure.NotFound;
import org.contacts4j.domain.ContactsFailure.Stale;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.validation.Fault;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link TagService} with a real store. */
public interface TagServiceContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void makesATagKnownOnce() {
        TestOrganization home = TestOrganization.in(store());
        TagService.Saved first = tags(home).create(home.ada(), " VIP ");
        TagService.Saved second = tags(home).create(home.ada(), "vip");
        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.tag()).isEqualTo(first.tag());
        assertThat(first.tag().tag().name()).isEqualTo("VIP");
        assertThat(tags(home).list(home.viewer())).isEqualTo(new TagService.Found(List.of(first.tag()), false));
    }

    @Test
    default void letsManyMakeTheSameTagKnown() {
        TestOrganization home = TestOrganization.in(store());
        assertThat(Parallel.failuresOf(16, i -> tags(home).create(home.ada(), "vip")))
                .isEmpty();
        assertThat(home.tags()).containsExactly("vip 0");
    }

    @Test
    default void doesNotTellOfTagsThatOnlyHiddenContactsHave() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().tagged("secret"));
        Caller bo = home.restricted("bo");
        assertThat(tags(home).list(bo).tags()).isEmpty();
        assertThat(tags(home).create(bo, "secret").created()).isTrue();
        assertThat(tags(home).list(bo).tags()).hasSize(1);
    }

    @Test
    default void addsTagsToThoseOfAContact() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().tagged("vip"));
        Contact tagged = tags(home).addTo(home.ada(), ada.id(), List.of("VIP", " new ", "New"), Precondition.none());
        assertThat(tagged.tags()).containsExactly("vip", "new");
        assertThat(home.get(ada.id())).isEqualTo(tagged);
        assertThat(tagged.revision().version()).isEqualTo(2);
        assertThat(home.eventsSinceCreation(ada.id())).hasSize(1);
        Contact again = tags(home).addTo(home.ada(), ada.id(), List.of("new"), Precondition.version(2));
        assertThat(again).isEqualTo(tagged);
    }

    @Test
    default void takesATagFromAContact() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().tagged("vip", "lead"));
        assertThat(tags(home)
                        .removeFrom(home.ada(), ada.id(), "VIP", Precondition.none())
                        .tags())
                .containsExactly("lead");
        assertThat(tags(home)
                        .removeFrom(home.ada(), ada.id(), "VIP", Precondition.none())
                        .revision()
                        .version())
                .isEqualTo(2);
        assertThat(home.tags()).containsExactly("lead 1", "vip 0");
    }

    @Test
    default void losesNoTagOfManyThatAreAddedAtOnce() {
        TestOrganization home = TestOrganization.in(store());
        ContactId ada = home.keep(aContact()).id();
        List<Throwable> failures = Parallel.failuresOf(
                20, i -> tags(home).addTo(home.ada(), ada, List.of("tag " + i), Precondition.none()));
        assertThat(failures).isEmpty();
        assertThat(home.get(ada).tags()).hasSize(20);
        assertThat(home.tags()).hasSize(20).allMatch(tag -> tag.endsWith(" 1"));
    }

    @Test
    default void namesEveryTagThatIsNone() {
        TestOrganization home = TestOrganization.in(store());
        ContactId ada = home.keep(aContact()).id();
        Invalid refusal = catchThrowableOfType(
                Invalid.class,
                () -> tags(home).addTo(home.ada(), ada, List.of("", "good", "x".repeat(256)), Precondition.none()));
        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("tags[0]", "tags[2]");
        List<String> many = IntStream.range(0, 101).mapToObj(i -> "tag " + i).toList();
        assertThatThrownBy(() -> tags(home).addTo(home.ada(), ada, many, Precondition.none()))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> tags(home).create(home.ada(), "\u0000")).isInstanceOf(Invalid.class);
    }

    @Test
    default void takesARemovedTagOffAllContacts() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(IntStream.range(0, 1_100)
                .mapToObj(i -> aContact().withId(UUID.randomUUID()).tagged("VIP", "kept"))
                .toArray(ContactFixture[]::new));
        Contact ada = home.keep(aContact().tagged("vip"));
        Contact other = home.keep(aContact().tagged("kept"));
        tags(home).remove(home.ada(), TagId.of(home.id(), "vip"));
        assertThat(home.tags()).containsExactly("kept 1101");
        assertThat(home.get(ada.id()).tags()).isEmpty();
        assertThat(home.get(ada.id()).revision().version()).isEqualTo(2);
        assertThat(home.eventsSinceCreation(ada.id())).hasSize(1);
        assertThat(home.get(other.id())).isEqualTo(other);
        assertThatThrownBy(() -> tags(home).remove(home.ada(), TagId.of(home.id(), "vip")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    default void changesNothingForThoseWhoMayNot() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().tagged("vip").assignedTo("al"));
        TagId vip = TagId.of(home.id(), "vip");
        assertThatThrownBy(() -> tags(home).create(home.viewer(), "x")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> tags(home).remove(home.viewer(), vip)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> tags(home).remove(home.restricted("al"), vip)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> tags(home).addTo(home.viewer(), ada.id(), List.of("x"), Precondition.none()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> tags(home).removeFrom(home.viewer(), ada.id(), "vip", Precondition.none()))
                .isInstanceOf(Forbidden.class);
        for (Caller outsider :
                List.of(home.restricted("bo"), TestOrganization.in(store()).ada())) {
            assertThatThrownBy(() -> tags(home).addTo(outsider, ada.id(), List.of("x"), Precondition.none()))
                    .isInstanceOf(ContactNotFound.class);
            assertThatThrownBy(() -> tags(home).removeFrom(outsider, ada.id(), "vip", Precondition.none()))
                    .isInstanceOf(ContactNotFound.class);
        }
        assertThatThrownBy(() -> tags(home).removeFrom(home.ada(), ada.id(), "vip", Precondition.version(9)))
                .isInstanceOf(Stale.class);
        assertThat(home.get(ada.id())).isEqualTo(ada);
    }

    private static TagService tags(TestOrganization home) {
        return home.contacts4j().tags();
    }
}
