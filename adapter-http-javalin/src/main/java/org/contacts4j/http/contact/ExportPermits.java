package org.contacts4j.http.contact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.error.Refusal;

/** Limits the exports that run at once, since each of them holds two pages in memory. */
final class ExportPermits {

    private static final int MAX_CONCURRENT = 8;
    private static final int MAX_OF_ORGANIZATION = 4;

    private final Set<Member> exporting = new HashSet<>();
    private final Map<OrganizationId, Integer> byOrganization = new HashMap<>();

    /**
     * Returns a permit for an export of this caller. Running it releases the permit; only the first run has an effect.
     *
     * @throws Refusal if the caller has an export, or too many exports are running
     */
    synchronized Runnable acquire(Caller caller) {
        Member member = new Member(caller.organization(), caller.member());
        int ofOrganization = byOrganization.getOrDefault(caller.organization(), 0);
        if (exporting.contains(member)) {
            throw Refusal.busy("An export of yours is running already. Try again when it has ended.");
        }
        if (ofOrganization >= MAX_OF_ORGANIZATION || exporting.size() >= MAX_CONCURRENT) {
            throw Refusal.busy("Too many exports are running. Try again in a while.");
        }
        exporting.add(member);
        byOrganization.put(caller.organization(), ofOrganization + 1);
        AtomicBoolean released = new AtomicBoolean();
        return () -> {
            if (released.compareAndSet(false, true)) {
                release(member);
            }
        };
    }

    private synchronized void release(Member member) {
        exporting.remove(member);
        byOrganization.computeIfPresent(member.organization(), (organization, count) -> count == 1 ? null : count - 1);
    }

    private record Member(OrganizationId organization, MemberId id) {}
}
