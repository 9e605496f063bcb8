package org.contacts4j.contract.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.application.WorkerContexts.workerOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.audit.AuditQuery;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestClock;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Origin;
import org.junit.jupiter.api.Test;

/** Contract tests of storing, reading and deleting audit entries. */
public interface AuditLogContract {

    Instant NOON = Instant.parse("2026-01-02T12:00:00.678Z");

    /** Returns the store under test. */
    Store store();

    @Test
    default void givesBackAnEntryWithEveryFieldSetAndOneWithNone() {
        TestOrganization home = TestOrganization.in(store());
        AuditEntry complete = new AuditEntry(
                UUID.randomUUID(),
                NOON,
                new MemberId("O'Brien \\ 100% 😀"),
                AuditAction.CONTACT_DELETED,
                "id",
                new Origin("2001:db8::1", "request"),
                Map.of("code", "\"{}\\ 林", "count", "7"));
        AuditEntry bare = new AuditEntry(
                UUID.randomUUID(),
                NOON.minusSeconds(1),
                null,
                AuditAction.VIEWS_REPLACED,
                null,
                Origin.UNKNOWN,
                Map.of());
        keep(home, bare, complete);
        assertThat(list(home, AuditQuery.ALL)).containsExactly(complete, bare);
        assertThat(list(TestOrganization.in(store()), AuditQuery.ALL)).isEmpty();
    }

    @Test
    default void walksFromTheNewestEntryToTheOldest() {
        TestOrganization home = TestOrganization.in(store());
        List<UUID> ids = TestOrganization.orderedIds(3);
        AuditEntry oldest = entry(ids.get(2), NOON.minusSeconds(1), "ada", AuditAction.TAG_DELETED, "1");
        AuditEntry middle = entry(ids.get(0), NOON, "ada", AuditAction.TAG_DELETED, "1");
        AuditEntry newest = entry(ids.get(1), NOON, "ada", AuditAction.TAG_DELETED, "1");
        keep(home, middle, newest, oldest);
        Page<AuditEntry> first = page(home, AuditQuery.ALL, Slice.first(2));
        assertThat(first.items()).containsExactly(newest, middle);
        assertThat(first.total()).isNull();
        Page<AuditEntry> last = page(home, AuditQuery.ALL, Slice.after(Objects.requireNonNull(first.next()), 2));
        assertThat(last.items()).containsExactly(oldest);
        assertThat(last.next()).isNull();
        assertThat(page(home, AuditQuery.ALL, Slice.at(1, 1)).items()).containsExactly(middle);
    }

    @Test
    default void filtersByActorActionSubjectAndTime() {
        TestOrganization home = TestOrganization.in(store());
        AuditEntry one = entry(UUID.randomUUID(), NOON, "ada", AuditAction.TAG_DELETED, "1");
        AuditEntry two = entry(UUID.randomUUID(), NOON.plusSeconds(1), "bo", AuditAction.TAG_DELETED, "2");
        AuditEntry three = entry(UUID.randomUUID(), NOON.plusSeconds(2), "ada", AuditAction.COMPANY_DELETED, "1");
        keep(home, one, two, three);
        MemberId ada = new MemberId("ada");
        assertThat(list(home, new AuditQuery(ada, null, null, null, null))).containsExactly(three, one);
        assertThat(list(home, new AuditQuery(null, AuditAction.TAG_DELETED, null, null, null)))
                .containsExactly(two, one);
        assertThat(list(home, new AuditQuery(null, null, "1", null, null))).containsExactly(three, one);
        assertThat(list(home, new AuditQuery(null, null, null, two.at(), null))).containsExactly(three, two);
        assertThat(list(home, new AuditQuery(null, null, null, null, two.at()))).containsExactly(one);
        assertThat(list(home, new AuditQuery(ada, AuditAction.TAG_DELETED, "1", NOON, two.at())))
                .containsExactly(one);
        assertThat(list(home, new AuditQuery(new MemberId("eve"), null, null, null, null)))
                .isEmpty();
    }

    @Test
    default void deletesEntriesByAgeAlone() {
        TestOrganization home = TestOrganization.in(store());
        TestClock clock = new TestClock();
        Contacts4J contacts4j = Contacts4J.builder(store()).clock(clock).build();
        contacts4j.audit().signedIn(home.ada(), Map.of());
        clock.pass(Duration.ofDays(1));
        contacts4j.audit().refused(home.ada(), Map.of("code", "FORBIDDEN"));
        Runnable cleanup = () -> workerOf(contacts4j).auditRetention().run(Duration.ofDays(1), () -> {});
        cleanup.run();
        assertThat(list(home, AuditQuery.ALL)).hasSize(2);
        clock.pass(Duration.ofMillis(1));
        cleanup.run();
        assertThat(list(home, AuditQuery.ALL))
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.REQUEST_REFUSED);
    }

    @Test
    default void storesNoEntryOfWorkThatIsRolledBack() {
        TestOrganization home = TestOrganization.in(store());
        assertThatThrownBy(() -> home.write(tx -> {
                    tx.auditLog()
                            .append(home.id(), entry(UUID.randomUUID(), NOON, "ada", AuditAction.TAG_DELETED, "1"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(list(home, AuditQuery.ALL)).isEmpty();
    }

    @Test
    default void isReadByAdministratorsWhoSeeEverything() {
        TestOrganization home = TestOrganization.in(store());
        for (Caller other : List.of(home.ada(), home.viewer(), home.restrictedAdmin(), Caller.anonymous(home.id()))) {
            assertThatThrownBy(() -> home.contacts4j().audit().list(other, AuditQuery.ALL, Slice.first(1)))
                    .isInstanceOf(ContactsFailure.Forbidden.class);
        }
    }

    private static AuditEntry entry(UUID id, Instant at, String actor, AuditAction action, String subject) {
        return new AuditEntry(id, at, new MemberId(actor), action, subject, Origin.UNKNOWN, Map.of());
    }

    private static void keep(TestOrganization home, AuditEntry... entries) {
        home.write(tx -> List.of(entries).forEach(entry -> tx.auditLog().append(home.id(), entry)));
    }

    private static List<AuditEntry> list(TestOrganization home, AuditQuery query) {
        return page(home, query, Slice.first(100)).items();
    }

    private static Page<AuditEntry> page(TestOrganization home, AuditQuery query, Slice slice) {
        return home.contacts4j().audit().list(home.admin(), query, slice);
    }
}
