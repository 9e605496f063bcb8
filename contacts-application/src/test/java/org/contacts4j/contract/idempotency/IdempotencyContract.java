package org.contacts4j.contract.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.idempotency.ClaimLost;
import org.contacts4j.application.idempotency.IdempotencyClaim;
import org.contacts4j.application.idempotency.IdempotencyClaim.AnswerRemoved;
import org.contacts4j.application.idempotency.IdempotencyClaim.Answered;
import org.contacts4j.application.idempotency.IdempotencyClaim.Granted;
import org.contacts4j.application.idempotency.IdempotencyClaim.InProgress;
import org.contacts4j.application.idempotency.IdempotencyClaim.OtherContent;
import org.contacts4j.application.idempotency.IdempotencyPurge;
import org.contacts4j.application.idempotency.IdempotencyService;
import org.contacts4j.application.idempotency.RecordedAnswer;
import org.contacts4j.application.idempotency.RepeatableRequest;
import org.contacts4j.contract.LostCommitResponseStore;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestClock;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of requests that are repeated, with a real store. */
public interface IdempotencyContract {

    Duration LEASE = IdempotencyService.LEASE;
    RepeatableRequest REQUEST = new RepeatableRequest("id", "content");
    RecordedAnswer ANSWER = new RecordedAnswer(
            201,
            7L,
            Map.of("Location", "/api/v1/contacts/1", "X-Other", "\"quoted\""),
            "{\"name\":\"Ada ä€\"}".getBytes(StandardCharsets.UTF_8));

    /** Returns the store under test. */
    Store store();

    @Test
    default void replaysTheAnswerWithAllItsParts() {
        Requests requests = new Requests(store());
        requests.service().answer(requests.home(), requests.granted(), ANSWER);
        assertThat(requests.answered()).usingRecursiveComparison().isEqualTo(ANSWER);
    }

    @Test
    default void replaysAnAnswerWithoutBodyAndVersion() {
        Requests requests = new Requests(store());
        RecordedAnswer empty = new RecordedAnswer(204, null, Map.of(), new byte[0]);
        requests.service().answer(requests.home(), requests.granted(), empty);
        assertThat(requests.answered()).usingRecursiveComparison().isEqualTo(empty);
    }

    @Test
    default void refusesOtherContentUnderTheSameId() {
        Requests requests = new Requests(store());
        RepeatableRequest other = new RepeatableRequest(REQUEST.id(), "other");
        Granted granted = requests.granted();
        assertThat(requests.claim(other)).isInstanceOf(OtherContent.class);
        requests.service().answer(requests.home(), granted, ANSWER);
        assertThat(requests.claim(other)).isInstanceOf(OtherContent.class);
    }

    @Test
    default void keepsOrganizationsAndIdsApart() {
        Requests requests = new Requests(store());
        requests.service().answer(requests.home(), requests.granted(), ANSWER);
        assertThat(requests.claim(new RepeatableRequest("other", "content"))).isInstanceOf(Granted.class);
        assertThat(new Requests(store()).claim(REQUEST)).isInstanceOf(Granted.class);
    }

    @Test
    default void grantsAClaimThatHasExpiredToTheNextAttempt() {
        Requests requests = new Requests(store());
        Granted first = requests.granted();
        requests.clock().pass(Duration.ofSeconds(9));
        assertThat(requests.claim(REQUEST)).isInstanceOf(InProgress.class);
        requests.clock().pass(Duration.ofSeconds(2));
        Granted second = requests.granted();
        assertThatThrownBy(() -> requests.service().answer(requests.home(), first, ANSWER))
                .isInstanceOf(ClaimLost.class);
        requests.service().release(requests.home(), first);
        assertThat(requests.claim(REQUEST)).isInstanceOf(InProgress.class);
        requests.service().answer(requests.home(), second, ANSWER);
        assertThat(requests.answered().status()).isEqualTo(201);
    }

    @Test
    default void storesTheAnswerOfASlowAttemptWhoseClaimNobodyHasTakenOver() {
        Requests requests = new Requests(store());
        requests.service().inOneTransaction(requests.home(), requests.granted(), () -> {
            requests.clock().pass(Duration.ofSeconds(11));
            return ANSWER;
        });
        assertThat(requests.answered().status()).isEqualTo(201);
    }

    @Test
    default void carriesOutARequestThatWasReleased() {
        Requests requests = new Requests(store());
        requests.service().release(requests.home(), requests.granted());
        Granted again = requests.granted();
        requests.service().answer(requests.home(), again, ANSWER);
        requests.service().release(requests.home(), again);
        assertThat(requests.answered().status()).as("an answer is not released").isEqualTo(201);
    }

    @Test
    default void forgetsARequestAfterADay() {
        Requests requests = new Requests(store());
        requests.service().answer(requests.home(), requests.granted(), ANSWER);
        requests.clock().pass(IdempotencyService.KEPT.minusSeconds(1));
        assertThat(requests.answered().status()).isEqualTo(201);
        requests.clock().pass(Duration.ofSeconds(1));
        RepeatableRequest other = new RepeatableRequest(REQUEST.id(), "other");
        assertThat(requests.claim(other)).isInstanceOf(Granted.class);
        assertThat(requests.claim(REQUEST)).isInstanceOf(OtherContent.class);
    }

    @Test
    default void grantsOneOfManyConcurrentClaims() {
        Requests requests = new Requests(store());
        Queue<IdempotencyClaim> claims = new ConcurrentLinkedQueue<>();
        assertThat(Parallel.failuresOf(64, i -> claims.add(requests.claim(REQUEST))))
                .isEmpty();
        assertThat(claims).hasSize(64).filteredOn(Granted.class::isInstance).hasSize(1);
        assertThat(claims).hasOnlyElementsOfTypes(Granted.class, InProgress.class);
    }

    @Test
    default void extendsTheClaimWithEachTransaction() {
        Requests requests = new Requests(store());
        Granted first = requests.granted();
        IdempotencyService otherNode =
                Contacts4J.builder(store()).clock(requests.clock()).build().idempotency();
        requests.service().inSeveralTransactions(requests.home(), first, () -> {
            requests.clock().pass(Duration.ofSeconds(9));
            requests.createContact();
            requests.clock().pass(Duration.ofSeconds(100));
            assertThat(otherNode.claim(Caller.anonymous(requests.home()), REQUEST, LEASE))
                    .isInstanceOf(InProgress.class);
            requests.clock().pass(Duration.ofSeconds(21));
            assertThat(otherNode.claim(Caller.anonymous(requests.home()), REQUEST, LEASE))
                    .isInstanceOf(Granted.class);
            assertThatThrownBy(requests::createContact).isInstanceOf(ClaimLost.class);
            return first;
        });
    }

    @Test
    default void replaysAnAnswerWhoseCommitWasNotConfirmed() {
        Requests requests = new Requests(new LostCommitResponseStore(store(), 2));
        Granted granted = requests.granted();
        assertThatThrownBy(() -> requests.service().inOneTransaction(requests.home(), granted, () -> ANSWER))
                .isInstanceOf(ContactsFailure.Unavailable.class);
        requests.service().release(requests.home(), granted);
        assertThat(requests.answered().status()).isEqualTo(201);
    }

    @Test
    default void deletesRecordsThatAreNoLongerKept() {
        Requests requests = new Requests(store());
        requests.clock().pass(Duration.ofDays(-1_000)); // older than the records of other tests
        requests.service().answer(requests.home(), requests.granted(), ANSWER);
        requests.claim(new RepeatableRequest("unanswered", "content"));
        requests.clock().pass(Duration.ofHours(1));
        requests.claim(new RepeatableRequest("later", "content"));
        requests.clock().pass(IdempotencyService.KEPT.minusMinutes(59));
        new IdempotencyPurge(store(), requests.clock()).run(() -> {});
        assertThat(requests.recorded("id", "unanswered", "later")).containsExactly("later");
    }

    @Test
    default void removesAnswersThatContainATextInTheBodyOrAHeader() {
        Requests requests = new Requests(store());
        for (int i = 0; i < 50; i++) {
            RepeatableRequest request = new RepeatableRequest("id" + i, "content");
            byte[] body = ("{\"name\":\"" + (i % 2 == 0 ? "Ada ä€" : "Bo") + "\"}").getBytes(StandardCharsets.UTF_8);
            Map<String, String> headers = Map.of("Location", "/contacts/c" + i + ".");
            requests.service()
                    .answer(
                            requests.home(),
                            (Granted) requests.claim(request),
                            new RecordedAnswer(200, null, headers, body));
        }
        requests.claim(new RepeatableRequest("unanswered", "content"));
        assertThat(requests.removeContaining("Eve", "Ada x")).isZero();
        assertThat(requests.removeContaining("Ada ä€", "/c1.")).isEqualTo(26);
        assertThat(requests.claim(new RepeatableRequest("id0", "content"))).isInstanceOf(AnswerRemoved.class);
        assertThat(requests.claim(new RepeatableRequest("id1", "content"))).isInstanceOf(AnswerRemoved.class);
        assertThat(requests.claim(new RepeatableRequest("id3", "content"))).isInstanceOf(Answered.class);
        assertThat(requests.removeContaining("Bo")).isEqualTo(24);
        assertThat(requests.removeContaining("Bo", "Ada ä€", "/c1.")).isZero();
        assertThat(new Requests(store()).removeContaining("Bo")).isZero();
    }

    /** The requests of an organization with a clock of their own. */
    record Requests(Contacts4J contacts4j, TestClock clock, TestOrganization organization) {

        Requests(Store store) {
            this(store, new TestClock());
        }

        private Requests(Store store, TestClock clock) {
            this(Contacts4J.builder(store).clock(clock).build(), clock, TestOrganization.in(store));
        }

        IdempotencyService service() {
            return contacts4j.idempotency();
        }

        OrganizationId home() {
            return organization.id();
        }

        IdempotencyClaim claim(RepeatableRequest request) {
            return service().claim(Caller.anonymous(home()), request, LEASE);
        }

        Granted granted() {
            return (Granted) claim(REQUEST);
        }

        RecordedAnswer answered() {
            return ((Answered) claim(REQUEST)).answer();
        }

        List<String> recorded(String... ids) {
            return Stream.of(ids)
                    .filter(id -> organization.read(
                            tx -> tx.idempotencyRecords().find(home(), id).isPresent()))
                    .toList();
        }

        int removeContaining(String... texts) {
            return organization.writing(tx -> tx.idempotencyRecords().removeContaining(home(), List.of(texts)));
        }

        void createContact() {
            contacts4j.contacts().create(organization.ada(), Patch.of(ContactField.NAME, "Ada"));
        }
    }
}
