package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/** The members of an organization and their names. All members may read them. Administrators may change them. */
public final class MemberService {

    /** The maximum number of members on a page. */
    public static final int LIMIT = 1_000;

    private final CurrentStore store;
    private final Directory directory;
    private final AuditTrail trail;

    public MemberService(CurrentStore store, Directory directory, AuditTrail trail) {
        this.store = store;
        this.directory = directory;
        this.trail = trail;
    }

    /** Records that the caller has signed in with a token that has this profile. Viewers are recorded too. */
    public void signedIn(Caller caller, Profile profile) {
        directory.signedIn(caller, profile);
    }

    /**
     * Returns the next members by id, at most {@link #LIMIT}.
     *
     * @param after the member after which the page begins; null to begin with the first
     */
    public Found list(Caller caller, @Nullable MemberId after) {
        List<Member> found =
                store.readReplica(caller, tx -> tx.members().list(caller.organization(), after, LIMIT + 1));
        boolean truncated = found.size() > LIMIT;
        return new Found(truncated ? found.subList(0, LIMIT) : found, truncated);
    }

    /** Returns the known members with these ids, by id. */
    public List<Member> find(Caller caller, Collection<MemberId> ids) {
        return ids.isEmpty() ? List.of() : store.read(tx -> tx.members().find(caller.organization(), ids));
    }

    /**
     * Returns the member with this id.
     *
     * @throws ContactsFailure.NotFound if the member is unknown
     */
    public Member get(Caller caller, MemberId id) {
        return find(caller, List.of(id)).stream().findFirst().orElseThrow(() -> new ContactsFailure.NotFound("member"));
    }

    /**
     * Changes the properties of a member, or creates the member if unknown.
     *
     * @throws ContactsFailure.Forbidden unless the caller is an administrator
     * @throws ContactsFailure.Invalid listing every validation error
     */
    public Member update(Caller caller, MemberId id, Patch<Member> patch) {
        requireAdministrator(caller);
        return store.write(caller, tx -> {
            Member before = tx.members().lock(caller.organization(), id).orElseGet(() -> Member.unknown(id));
            Member after = before.apply(patch);
            tx.members().save(caller.organization(), after);
            trail.append(tx, caller, AuditAction.MEMBER_UPDATED, id);
            return after;
        });
    }

    /**
     * A page of members.
     *
     * @param truncated whether more members follow
     */
    public record Found(List<Member> members, boolean truncated) {}

    /** Throws {@link ContactsFailure.Forbidden} if the caller may not change members. */
    public static void requireAdministrator(Caller caller) {
        caller.requireAdministrator("members");
    }
}
