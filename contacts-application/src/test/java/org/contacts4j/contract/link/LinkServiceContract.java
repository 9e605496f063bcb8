package org.contacts4j.contract.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.link.LinkFixture.aCompleteLink;
import static org.contacts4j.contract.link.LinkFixture.anOpportunity;
import static org.contacts4j.domain.link.LinkField.AMOUNT;
import static org.contacts4j.domain.link.LinkField.CURRENCY;
import static org.contacts4j.domain.link.LinkField.EXTERNAL_ID;
import static org.contacts4j.domain.link.LinkField.STATUS;
import static org.contacts4j.domain.link.LinkField.TITLE;
import static org.contacts4j.domain.link.LinkField.URL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.contacts4j.application.Store;
import org.contacts4j.application.link.LinkService;
import org.contacts4j.application.link.LinkService.Saved;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link LinkService} with a real store. */
public interface LinkServiceContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void linksAContactAndLeavesTheContactAsItIs() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Saved saved = save(home, ada, aCompleteLink().fields());
        assertThat(saved.created()).isTrue();
        assertThat(links(home).list(home.ada(), ada.id())).containsExactly(saved.link());
        assertThat(saved.link().revision().createdBy()).isEqualTo(home.ada().member());
        assertThat(home.find(ada.id())).contains(ada);
        assertThat(home.eventsSinceCreation(ada.id())).isEmpty();
    }

    @Test
    default void changesWhatIsMentionedOfALinkThatIsThereAlready() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Link first = save(home, ada, aCompleteLink().fields()).link();
        Patch<Link> news = aCompleteLink().fields().clear(TITLE).set(STATUS, "lost");
        Saved second = save(home, ada, news.set(EXTERNAL_ID, "  C-100% _1 😀 "));
        assertThat(second.created()).isFalse();
        assertThat(second.link())
                .usingRecursiveComparison()
                .ignoringFields("title", "status", "revision")
                .isEqualTo(first);
        assertThat(second.link().title()).isNull();
        assertThat(second.link().status()).isEqualTo("lost");
        assertThat(second.link().revision().createdAt())
                .isEqualTo(first.revision().createdAt());
        assertThat(links(home).list(home.ada(), ada.id())).containsExactly(second.link());
    }

    @Test
    default void changesNothingByLinkingTheSameAgain() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Link first = save(home, ada, aCompleteLink().fields()).link();
        assertThat(save(home, ada, anOpportunity("006").fields()).created()).isTrue();
        assertThat(save(home, ada, aCompleteLink().fields())).isEqualTo(new Saved(first, false));
    }

    @Test
    default void reportsEveryFaultOfALinkAtOnce() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Patch<Link> bad = Patch.of(URL, "ftp://example.org")
                .set(CURRENCY, "EURO")
                .set(AMOUNT, new BigDecimal("0.12345678901"))
                .set(TITLE, "t".repeat(256))
                .withFault("type", "must be one of ...");
        assertThat(faultsOf(home, ada, bad))
                .containsExactlyInAnyOrder("type", "externalId", "url", "currency", "amount", "title");
        assertThat(links(home).list(home.ada(), ada.id())).isEmpty();
    }

    @Test
    default void wantsACurrencyWithAnAmountUnlessItHasOne() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Patch<Link> amount = anOpportunity("006").with(AMOUNT, BigDecimal.TEN).fields();
        assertThat(faultsOf(home, ada, amount)).containsExactly("currency");
        save(home, ada, anOpportunity("006").with(CURRENCY, "eur").fields());
        assertThat(save(home, ada, amount).link().currency()).isEqualTo("EUR");
        assertThat(faultsOf(home, ada, anOpportunity("006").fields().clear(CURRENCY)))
                .containsExactly("currency");
    }

    @Test
    default void keepsNoMoreLinksThanTheMost() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        keepAllButOne(home, ada);
        List<Throwable> failures = Parallel.failuresOf(
                16, i -> save(home, ada, anOpportunity("new " + i).fields()));
        assertThat(failures).hasSize(15).hasOnlyElementsOfType(ContactsFailure.Invalid.class);
        assertThat(links(home).list(home.ada(), ada.id())).hasSize(Link.MAX_PER_CONTACT);
        assertThat(save(home, ada, anOpportunity("0").with(TITLE, "Old").fields())
                        .created())
                .isFalse();
    }

    @Test
    default void keepsOneLinkToARecordThatManyLinkAtOnce() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        List<Boolean> created = Collections.synchronizedList(new ArrayList<>());
        List<Throwable> failures = Parallel.failuresOf(
                32,
                i -> created.add(save(
                                home,
                                ada,
                                anOpportunity("006").with(TITLE, "T" + i).fields())
                        .created()));
        assertThat(failures).isEmpty();
        assertThat(created).containsOnlyOnce(true);
        Link kept = links(home).list(home.ada(), ada.id()).get(0);
        assertThat(kept.revision().version()).isEqualTo(32);
    }

    @Test
    default void leavesNoLinkOfAContactThatIsRemovedMeanwhile() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        List<Throwable> failures = home.failuresWhileRemoving(
                ada, i -> save(home, ada, anOpportunity("of " + i).fields()));
        assertThat(failures).allMatch(ContactsFailure.ContactNotFound.class::isInstance);
        assertThat(home.find(ada.id())).isEmpty();
        assertThat(home.links(ada)).isEmpty();
    }

    @Test
    default void removesALinkOnce() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> two = home.keepAll(aContact(), aContact());
        Link link = save(home, two.get(0), anOpportunity("006").fields()).link();
        Link other = save(home, two.get(1), anOpportunity("006").fields()).link();
        for (LinkId id : List.of(other.id(), new LinkId(UUID.randomUUID()), LinkId.parse("nonsense"))) {
            assertThatThrownBy(() -> links(home).remove(home.ada(), two.get(0).id(), id))
                    .isInstanceOf(ContactsFailure.NotFound.class);
        }
        links(home).remove(home.ada(), two.get(0).id(), link.id());
        assertThat(links(home).list(home.ada(), two.get(0).id())).isEmpty();
        assertThat(links(home).list(home.ada(), two.get(1).id())).containsExactly(other);
        assertThatThrownBy(() -> links(home).remove(home.ada(), two.get(0).id(), link.id()))
                .isInstanceOf(ContactsFailure.NotFound.class);
    }

    @Test
    default void knowsNoLinksOfAContactThatTheCallerCannotSee() {
        TestOrganization home = TestOrganization.in(store());
        Contact hidden = home.keep(aContact().assignedTo("al"));
        Link link = home.keep(anOpportunity("006").of(hidden));
        Contact foreign = TestOrganization.in(store()).keep(aContact().assignedTo("bo"));
        Caller bo = home.restricted("bo");
        for (ContactId id : List.of(hidden.id(), foreign.id(), ContactId.parse("nonsense"))) {
            List<Consumer<LinkService>> attempts = List.of(
                    it -> it.list(bo, id),
                    it -> it.save(
                            bo, id, anOpportunity("006").with(TITLE, "Eve").fields()),
                    it -> it.remove(bo, id, link.id()));
            assertThat(attempts)
                    .allSatisfy(attempt -> assertThatThrownBy(() -> attempt.accept(links(home)))
                            .isInstanceOf(ContactsFailure.ContactNotFound.class));
        }
        assertThat(home.links(hidden)).containsExactly(link);
        assertThat(links(home).list(home.restricted("al"), hidden.id())).containsExactly(link);
    }

    @Test
    default void letsAViewerReadLinksOnly() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Link link = home.keep(anOpportunity("006").of(ada));
        assertThat(links(home).list(home.viewer(), ada.id())).containsExactly(link);
        assertThatThrownBy(() -> links(home)
                        .save(home.viewer(), ada.id(), anOpportunity("007").fields()))
                .isInstanceOf(ContactsFailure.Forbidden.class);
        assertThatThrownBy(() -> links(home).remove(home.viewer(), ada.id(), link.id()))
                .isInstanceOf(ContactsFailure.Forbidden.class);
        assertThat(home.links(ada)).containsExactly(link);
    }

    private static LinkService links(TestOrganization home) {
        return home.contacts4j().links();
    }

    private static Saved save(TestOrganization home, Contact contact, Patch<Link> fields) {
        return links(home).save(home.ada(), contact.id(), fields);
    }

    private static List<String> faultsOf(TestOrganization home, Contact contact, Patch<Link> fields) {
        ContactsFailure.Invalid refusal =
                catchThrowableOfType(ContactsFailure.Invalid.class, () -> save(home, contact, fields));
        return refusal.faults().stream().map(Fault::field).toList();
    }

    private static void keepAllButOne(TestOrganization home, Contact contact) {
        home.write(tx -> {
            for (int i = 0; i < Link.MAX_PER_CONTACT - 1; i++) {
                tx.links().insert(home.id(), anOpportunity(String.valueOf(i)).of(contact));
            }
        });
    }
}
