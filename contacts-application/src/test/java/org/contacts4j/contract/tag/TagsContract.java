package org.contacts4j.contract.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.TestOrganization.ALL;
import static org.contacts4j.contract.TestOrganization.LATER;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.tag.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link org.contacts4j.application.tag.Tags}. */
public interface TagsContract {

    Visibility BO = new Visibility.AssignedTo(new MemberId("bo"));

    /** Returns the store under test. */
    Store store();

    @Test
    default void takesTagsInEitherUnicodeFormForOne() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().tagged("Cafe\u0301"));
        home.keep(aContact().tagged("caf\u00e9\u00a0"));
        assertThat(home.tags()).containsExactly("Caf\u00e9 2");
    }

    @Test
    default void knowsTheTagsThatContactsGotInTheirFirstSpelling() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().tagged("VIP", "100%_off", "größer"));
        home.keep(aContact().tagged("vip", "Äpfel 😀"));
        assertThat(home.tags()).containsExactly("100%_off 1", "größer 1", "VIP 2", "Äpfel 😀 1");
    }

    @Test
    default void countsThroughEveryChangeOfAContact() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().tagged("vip", "lead"));
        Contact bo = home.keep(aContact().tagged("Lead"));
        home.change(ada, Patch.of(ContactField.TAGS, List.of("VIP", "new")));
        assertThat(home.tags()).containsExactly("lead 1", "new 1", "vip 1");
        home.change(home.get(ada.id()), Patch.of(ContactField.STATUS, ContactStatus.ARCHIVED));
        home.delete(bo);
        assertThat(home.tags()).containsExactly("lead 0", "new 1", "vip 1");
        home.change(home.get(ada.id()), Patch.<Contact>empty().clear(ContactField.TAGS));
        assertThat(home.tags()).containsExactly("lead 0", "new 0", "vip 0");
    }

    @Test
    default void notesNothingOfWorkThatFailed() {
        TestOrganization home = TestOrganization.in(store());
        try {
            home.write(tx -> {
                TestOrganization.insert(tx, aContact().tagged("vip").in(home.id()));
                throw new IllegalStateException("changed my mind");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("changed my mind");
        }
        assertThat(home.tags()).isEmpty();
    }

    @Test
    default void countsOnlyWhatCanBeSeen() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().tagged("vip", "secret").assignedTo("al"));
        home.keep(aContact().tagged("vip", "mine").assignedTo("al", "bo"));
        declare(home, "Declared");
        assertThat(home.tags(BO)).containsExactly("Declared 0", "mine 1", "vip 1");
        assertThat(find(home, BO, "vip")).containsExactly("vip 1");
        assertThat(find(home, BO, "secret")).isEmpty();
        assertThat(find(home, BO, "declared")).containsExactly("Declared 0");
        assertThat(find(home, ALL, "SECRET")).containsExactly("secret 1");
    }

    @Test
    default void declaresWhatIsKnownAlreadyWithoutRespellingIt() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().tagged("Secret").assignedTo("al"));
        declare(home, "SECRET");
        declare(home, "secret");
        assertThat(home.tags()).containsExactly("Secret 1");
        assertThat(home.tags(BO)).containsExactly("Secret 0");
    }

    @Test
    default void forgetsATagAndKnowsItAgainWhenAContactGetsIt() {
        TestOrganization home = TestOrganization.in(store());
        declare(home, "vip");
        home.write(tx -> tx.tags().delete(home.id(), TagId.of(home.id(), "VIP")));
        assertThat(home.tags()).isEmpty();
        home.keep(aContact().tagged("Vip"));
        assertThat(home.tags()).containsExactly("Vip 1");
    }

    @Test
    default void listsNoMoreThanAsked() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().tagged("c", "a", "b").assignedTo("bo"));
        for (Visibility visibility : List.of(ALL, BO)) {
            List<String> names = home.read(tx -> tx.tags().list(home.id(), visibility, 2).stream()
                    .map(counted -> counted.tag().name())
                    .toList());
            assertThat(names).containsExactly("a", "b");
        }
    }

    @Test
    default void keepsOrganizationsApart() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        home.keep(aContact().tagged("vip").assignedTo("bo"));
        outsider.write(tx -> tx.tags().delete(outsider.id(), TagId.of(home.id(), "vip")));
        assertThat(outsider.tags()).isEmpty();
        assertThat(outsider.tags(BO)).isEmpty();
        assertThat(outsider.<List<String>>read(tx ->
                        tx.tags().find(outsider.id(), ALL, TagId.of(home.id(), "vip")).stream()
                                .map(counted -> counted.tag().name())
                                .toList()))
                .isEmpty();
        assertThat(walk(outsider, "vip", 9)).isEmpty();
        assertThat(TagId.of(new OrganizationId("a"), "vip")).isNotEqualTo(TagId.of(new OrganizationId("b"), "vip"));
        assertThat(home.tags()).containsExactly("vip 1");
    }

    @Test
    default void goesThroughAllTaggedContactsById() {
        TestOrganization home = TestOrganization.in(store());
        List<UUID> ids = TestOrganization.orderedIds(4);
        ids.forEach(id -> home.keep(aContact().withId(id).tagged(id.equals(ids.get(1)) ? "vipp" : "Vip")));
        assertThat(walk(home, "VIP", 2)).containsExactly(ids.get(0), ids.get(2), ids.get(3));
        assertThat(walk(home, "none", 2)).isEmpty();
    }

    @Test
    default void countsRightWhenManyWriteTheSameNewTags() {
        TestOrganization home = TestOrganization.in(store());
        List<Throwable> failures = Parallel.failuresOf(
                64,
                i -> home.keep(
                        aContact().tagged(i % 2 == 0 ? new String[] {"x", "y", "z"} : new String[] {"Z", "Y", "X"})));
        assertThat(failures).isEmpty();
        assertThat(home.tags())
                .extracting(tag -> tag.toLowerCase(java.util.Locale.ROOT))
                .containsExactly("x 64", "y 64", "z 64");
    }

    private static List<UUID> walk(TestOrganization home, String tag, int limit) {
        return home.writing(tx -> {
            List<UUID> found = new ArrayList<>();
            @Nullable ContactId after = null;
            List<Contact> batch = tx.contacts().lockTagged(home.id(), tag, after, limit);
            while (!batch.isEmpty()) {
                batch.forEach(contact -> found.add(contact.id().value()));
                after = batch.get(batch.size() - 1).id();
                batch = tx.contacts().lockTagged(home.id(), tag, after, limit);
            }
            return found;
        });
    }

    private static List<String> find(TestOrganization home, Visibility visibility, String name) {
        return home.read(tx -> tx.tags().find(home.id(), visibility, TagId.of(home.id(), name)).stream()
                .map(counted -> counted.tag().name() + " " + counted.contacts())
                .toList());
    }

    private static void declare(TestOrganization home, String name) {
        home.write(tx -> tx.tags().declare(home.id(), Tag.named(home.id(), name, LATER)));
    }
}
