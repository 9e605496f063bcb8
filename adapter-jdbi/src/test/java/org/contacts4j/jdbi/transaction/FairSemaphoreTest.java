package org.contacts4j.jdbi.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.transaction.FairSemaphore.Limits;
import org.contacts4j.jdbi.transaction.FairSemaphore.Permit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests which organizations get permits, in which order, and which callers are rejected. */
@Timeout(60)
final class FairSemaphoreTest {

    private static final OrganizationId LOUD = new OrganizationId("loud");
    private static final OrganizationId QUIET = new OrganizationId("quiet");
    private static final OrganizationId THIRD = new OrganizationId("third");
    private static final long LONG = 50_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void leavesAPermitToAnotherOrganization() {
        FairSemaphore permits = permits(2, 1, 5, LONG);
        Permit loud = permits.acquire(LOUD);
        CompletableFuture<Permit> more = later(permits, LOUD, 1);
        permits.acquire(QUIET).close();
        assertThat(more).isNotDone();
        loud.close();
        assertThat(more.join()).isNotNull();
    }

    @Test
    void servesOrganizationsInTurn() {
        FairSemaphore permits = permits(1, 1, 5, LONG);
        Permit first = permits.acquire(LOUD);
        List<String> order = new ArrayList<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        int waiting = 0;
        for (OrganizationId organization : List.of(LOUD, LOUD, LOUD, QUIET, THIRD)) {
            all.add(later(permits, organization, ++waiting).thenAccept(permit -> {
                order.add(organization.value());
                permit.close();
            }));
        }
        first.close();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertThat(order).containsExactly("loud", "quiet", "third", "loud", "loud");
    }

    @Test
    void refusesMoreThanMayWaitAtOnce() {
        FairSemaphore permits = permits(1, 1, 1, LONG);
        Permit held = permits.acquire(LOUD);
        CompletableFuture<Permit> waiting = later(permits, LOUD, 1);
        assertThatThrownBy(() -> permits.acquire(LOUD))
                .isInstanceOf(ContactsFailure.Unavailable.class)
                .hasMessage("Try again.");
        held.close();
        waiting.join().close();
    }

    @Test
    void letsAnyNumberWaitForQuickWork() {
        FairSemaphore permits = new FairSemaphore(new Limits(1, 1, 0, 1, LONG, LONG), "Try again.");
        Permit held = permits.acquire(LOUD);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            all.add(later(permits, LOUD, i).thenAccept(Permit::close));
        }
        held.close();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    @Test
    void refusesAfterTheLongestWaitAndForgetsWhoWaited() {
        FairSemaphore permits = permits(1, 1, 1, 1);
        Permit held = permits.acquire(LOUD);
        assertThatThrownBy(() -> permits.acquire(LOUD)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(permits.waiting()).isZero();
        held.close();
        permits.acquire(LOUD).close();
    }

    @Test
    void givesAllPermitsToAnOrganizationWhoseWorkIsQuick() {
        FairSemaphore permits = new FairSemaphore(new Limits(2, 1, LONG, 5, LONG, LONG), "Try again.");
        Permit first = permits.acquire(LOUD);
        CompletableFuture<Permit> more = later(permits, LOUD, 1);
        CompletableFuture<Permit> most = later(permits, LOUD, 2);
        CompletableFuture<Permit> quiet = later(permits, LOUD, 3);
        first.close();
        Permit second = more.join();
        most.join();
        assertThat(quiet).isNotDone();
        second.close();
        quiet.join();
    }

    @Test
    void givesAPermitWithoutAWaitOnlyIfOneIsFree() {
        FairSemaphore permits = permits(2, 1, 5, LONG);
        Permit held = permits.tryAcquire(LOUD).orElseThrow();
        assertThat(permits.tryAcquire(LOUD)).isEmpty();
        assertThat(permits.tryAcquire(QUIET)).isPresent();
        assertThat(permits.tryAcquire(THIRD)).isEmpty();
        held.close();
        assertThat(permits.tryAcquire(THIRD)).isPresent();
    }

    @Test
    void losesNoPermitWhenWaitsEndAtTheSameMomentAsWork() {
        FairSemaphore permits = permits(2, 2, 100, 1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(CompletableFuture.runAsync(() -> takeAndGiveBack(permits), threads));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        permits.acquire(LOUD);
        permits.acquire(QUIET);
        assertThat(permits.waiting()).isZero();
    }

    private static void takeAndGiveBack(FairSemaphore permits) {
        for (int i = 0; i < 2_000; i++) {
            try {
                permits.acquire(LOUD).close();
            } catch (ContactsFailure.Unavailable refused) {
                assertThat(refused).hasMessage("Try again.");
            }
        }
    }

    /** Acquires a permit on another thread, and waits until this many threads wait. */
    private CompletableFuture<Permit> later(FairSemaphore permits, OrganizationId organization, int waiting) {
        CompletableFuture<Permit> permit = CompletableFuture.supplyAsync(() -> permits.acquire(organization), threads);
        while (permits.waiting() < waiting) {
            Thread.onSpinWait();
        }
        return permit;
    }

    private static FairSemaphore permits(int all, int perOrganization, int waiting, long waitMillis) {
        return new FairSemaphore(new Limits(all, perOrganization, 0, waiting, 0, waitMillis), "Try again.");
    }
}
