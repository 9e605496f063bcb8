package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Assignment;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;

/**
 * Stores members and teams when they first appear. A cache of known ids and profiles makes repeated calls cheap. Names
 * are only for display, so an unavailable store does not cause an error.
 */
public final class Directory {

    private final CurrentStore store;
    private final RecentlySeen seen = new RecentlySeen(50_000);

    public Directory(CurrentStore store) {
        this.store = store;
    }

    /** Records the sign-in of a member whose token has this profile. */
    public void signedIn(Caller caller, Profile profile) {
        SignedIn now = new SignedIn(caller.organization(), caller.member(), profile);
        if (!seen.contains(now)) {
            write(caller, tx -> save(tx, now), List.of(now));
        }
    }

    /** Records the members and teams that the caller assigned a contact to, after the commit of that contact. */
    public void assigned(Caller caller, Assignment assignment) {
        store.afterCommit(() -> addMissing(caller, assignment));
    }

    private void addMissing(Caller caller, Assignment assignment) {
        OrganizationId organization = caller.organization();
        List<Assigned> members = unseen(organization, assignment.members());
        List<Assigned> teams = unseen(organization, assignment.teams());
        if (!members.isEmpty()) {
            write(caller, tx -> tx.members().addMissing(organization, assignment.members()), members);
        }
        if (!teams.isEmpty()) {
            write(caller, tx -> tx.teams().addMissing(organization, assignment.teams()), teams);
        }
    }

    private static void save(Transaction tx, SignedIn now) {
        Member known =
                tx.members().lock(now.organization(), now.member()).orElseGet(() -> Member.unknown(now.member()));
        if (!known.signedIn().equals(now.profile()) || known.equals(Member.unknown(now.member()))) {
            tx.members().save(now.organization(), known.withSignedIn(now.profile()));
        }
    }

    private List<Assigned> unseen(OrganizationId organization, Collection<?> ids) {
        return ids.stream()
                .map(id -> new Assigned(organization, id))
                .filter(assigned -> !seen.contains(assigned))
                .toList();
    }

    private void write(Caller caller, Consumer<Transaction> work, Collection<?> nowSeen) {
        try {
            store.write(caller, tx -> {
                work.accept(tx);
                return tx;
            });
            seen.addAll(nowSeen);
        } catch (ContactsFailure.Unavailable e) {
            // The next call tries again.
            return;
        }
    }

    private record SignedIn(OrganizationId organization, MemberId member, Profile profile) {}

    private record Assigned(OrganizationId organization, Object id) {}
}
