package org.contacts4j.contract.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.ContentsInStore;
import org.contacts4j.application.idempotency.ClaimLost;
import org.contacts4j.application.idempotency.IdempotencyClaim.Granted;
import org.contacts4j.application.idempotency.IdempotencyClaim.InProgress;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.idempotency.IdempotencyContract.Requests;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of the work of several services that is stored in one transaction. */
public interface OneTransactionContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void storesTheChangesOfAllServicesWithTheAnswer() {
        Requests requests = new Requests(store());
        run(requests, requests.granted(), () -> {
            Contact ada = create(requests, "Ada");
            comment(requests, ada);
            assertThat(requests.contacts4j()
                            .comments()
                            .list(requests.organization().ada(), ada.id(), Slice.first(10))
                            .items())
                    .as("later work sees earlier changes")
                    .hasSize(1);
        });
        assertThat(names(requests)).containsExactly("Ada");
        assertThat(requests.answered().status()).isEqualTo(201);
    }

    @Test
    default void storesNothingOfWorkThatFailsLater() {
        Requests requests = new Requests(store());
        Granted granted = requests.granted();
        IllegalStateException failure = new IllegalStateException("the test wants this failure");
        assertThat(catchThrowable(() -> run(requests, granted, () -> {
                    comment(requests, create(requests, "Ada"));
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(names(requests)).isEmpty();
        assertThat(requests.claim(IdempotencyContract.REQUEST)).isInstanceOf(InProgress.class);
    }

    @Test
    default void storesNothingForAnAttemptWhoseClaimAnotherHasTakenOver() {
        Requests requests = new Requests(store());
        Granted first = requests.granted();
        requests.clock().pass(Duration.ofSeconds(11));
        Granted second = requests.granted();
        assertThatThrownBy(() -> run(requests, first, () -> create(requests, "Ada")))
                .isInstanceOf(ClaimLost.class);
        assertThatThrownBy(() ->
                        requests.service().inSeveralTransactions(requests.home(), first, () -> create(requests, "Ada")))
                .isInstanceOf(ClaimLost.class);
        assertThat(names(requests)).isEmpty();
        run(requests, second, () -> create(requests, "Bo"));
        assertThat(names(requests)).containsExactly("Bo");
    }

    @Test
    default void tellsListenersAndTheDirectoryAfterTheCommit() {
        Requests requests = new Requests(store());
        List<String> heard = new ArrayList<>();
        requests.contacts4j().listeners().add((organization, event) -> heard.add(String.valueOf(names(requests))));
        Patch<Contact> assigned =
                Patch.of(ContactField.NAME, "Ada").set(ContactField.ASSIGNED_TO, List.of(new MemberId("bo")));
        run(requests, requests.granted(), () -> {
            requests.contacts4j().contacts().create(requests.organization().ada(), assigned);
            assertThat(heard).isEmpty();
        });
        assertThat(heard).containsExactly("[Ada]");
        assertThat(requests.contacts4j()
                        .members()
                        .list(requests.organization().ada(), null)
                        .members())
                .extracting(Member::id)
                .contains(new MemberId("bo"));
    }

    @Test
    default void goesOnAfterARefusalThatHasChangedNothing() {
        Requests requests = new Requests(store());
        run(requests, requests.granted(), () -> {
            assertThatThrownBy(() -> createAtUnknownCompany(requests))
                    .isInstanceOf(ContactsFailure.CompanyNotFound.class);
            create(requests, "Ada");
        });
        assertThat(names(requests)).containsExactly("Ada");
    }

    @Test
    default void failsAsAWholeAfterARefusalThatMayHaveChangedSomething() {
        Requests requests = new Requests(store());
        Granted granted = requests.granted();
        assertThatThrownBy(() -> run(requests, granted, () -> {
                    create(requests, "Ada");
                    assertThatThrownBy(() -> createAtUnknownCompany(requests))
                            .isInstanceOf(ContactsFailure.CompanyNotFound.class);
                }))
                .isInstanceOf(ContactsFailure.CompanyNotFound.class);
        assertThat(names(requests)).isEmpty();
    }

    @Test
    default void storesAFileWithTheAnswerOrNotAtAll() {
        Requests requests = new Requests(store());
        Contact ada = create(requests, "Ada");
        Granted granted = requests.granted();
        IllegalStateException failure = new IllegalStateException("the test wants this failure");
        assertThat(catchThrowable(() -> run(requests, granted, () -> {
                    attach(requests, ada);
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(attachments(requests, ada)).isEmpty();
        assertThatThrownBy(() -> run(requests, granted, () -> {
                    create(requests, "Eve");
                    attach(requests, ada);
                    createAtUnknownCompany(requests);
                }))
                .isInstanceOf(ContactsFailure.CompanyNotFound.class);
        assertThat(attachments(requests, ada)).isEmpty();
        run(requests, granted, () -> attach(requests, ada));
        assertThat(attachments(requests, ada)).hasSize(1);
        assertThat(requests.answered().status()).isEqualTo(201);
    }

    @Test
    default void removesTheContentOfAFileThatIsRefused() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Contacts4J limited = Contacts4J.builder(store())
                .attachments(new ContentsInStore(store()), new AttachmentLimits(10, 3))
                .build();
        Granted granted = (Granted)
                limited.idempotency().claim(home.ada(), IdempotencyContract.REQUEST, IdempotencyContract.LEASE);
        assertThatThrownBy(() -> limited.idempotency().inOneTransaction(home.id(), granted, () -> {
                    limited.attachments().add(home.ada(), ada.id(), "a.txt", new ByteArrayInputStream(new byte[5]));
                    return IdempotencyContract.ANSWER;
                }))
                .isInstanceOf(ContactsFailure.QuotaExceeded.class);
        assertThat(home.<List<AttachmentId>>writing(tx -> tx.unreferencedContents()
                        .markedForDeletion(home.id(), TestOrganization.LATER.plus(Duration.ofDays(10_000)), 10)))
                .isEmpty();
    }

    private static void attach(Requests requests, Contact contact) {
        InputStream content = new ByteArrayInputStream(new byte[] {1});
        requests.contacts4j().attachments().add(requests.organization().ada(), contact.id(), "a.txt", content);
    }

    private static List<Attachment> attachments(Requests requests, Contact contact) {
        return requests.contacts4j().attachments().list(requests.organization().ada(), contact.id());
    }

    private static void run(Requests requests, Granted granted, Runnable work) {
        requests.service().inOneTransaction(requests.home(), granted, () -> {
            work.run();
            return IdempotencyContract.ANSWER;
        });
    }

    private static Contact create(Requests requests, String name) {
        return requests.contacts4j()
                .contacts()
                .create(requests.organization().ada(), Patch.of(ContactField.NAME, name));
    }

    private static void createAtUnknownCompany(Requests requests) {
        Patch<Contact> fields =
                Patch.of(ContactField.NAME, "Eve").set(ContactField.COMPANY, new CompanyId(UUID.randomUUID()));
        requests.contacts4j().contacts().create(requests.organization().ada(), fields);
    }

    private static void comment(Requests requests, Contact contact) {
        requests.contacts4j().comments().add(requests.organization().ada(), contact.id(), "hello");
    }

    private static List<String> names(Requests requests) {
        return requests.organization().page(PageRequest.first(10)).items().stream()
                .map(contact -> contact.name().full())
                .toList();
    }
}
