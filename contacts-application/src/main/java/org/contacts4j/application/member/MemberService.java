package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** The people of an organisation by name. Everybody in it may look them up, administrators change what is said of them. */
public final class MemberService {

    /** The most members that are listed at once. */
    public static final int LIMIT = 1_000;

    private final Store store;
    private final Directory directory;

    public MemberService(Store store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** The caller has signed in, with a token that says this of them: known from now on, even if it is a viewer. */
    public void signedIn(Caller caller, Profile profile) {
        directory.signedIn(caller.organization(), caller.member(), profile);
    }

    /**
     * The next members by id, at most {@link #LIMIT} at once.
     *
     * @param after the one that those wanted come behind; null to begin with the first
     */
    public Found list(Caller caller, @Nullable MemberId after) {
        List<Member> found = store.read(tx -> tx.members().list(caller.organization(), after, LIMIT + 1));
        boolean truncated = found.size() > LIMIT;
        return new Found(truncated ? found.subList(0, LIMIT) : found, truncated);
    }

    /** Those of these that are known, by id. */
    public List<Member> find(Caller caller, Collection<MemberId> ids) {
        return ids.isEmpty() ? List.of() : store.read(tx -> tx.members().find(caller.organization(), ids));
    }

    /**
     * The member.
     *
     * @throws ContactsFailure.NotFound when they are not known
     */
    public Member get(Caller caller, MemberId id) {
        return find(caller, List.of(id)).stream().findFirst().orElseThrow(() -> new ContactsFailure.NotFound("member"));
    }

    /**
     * Changes what is said of a member; one who is not known yet becomes so.
     *
     * @throws ContactsFailure.Forbidden for callers who are not administrators
     * @throws ContactsFailure.Invalid naming every fault
     */
    public Member change(Caller caller, MemberId id, Patch<Member> patch) {
        mustAdminister(caller);
        return store.write(tx -> {
            Member before = tx.members().lock(caller.organization(), id).orElseGet(() -> Member.unknown(id));
            Member after = before.apply(patch);
            tx.members().save(caller.organization(), after);
            return after;
        });
    }

    /**
     * A part of the members.
     *
     * @param truncated whether there are more behind these
     */
    public record Found(List<Member> members, boolean truncated) {}

    /** Throws {@link ContactsFailure.Forbidden} for callers who may not change members. */
    public static void mustAdminister(Caller caller) {
        caller.mustAdminister("members");
    }
}
