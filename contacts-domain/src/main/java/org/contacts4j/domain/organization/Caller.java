package org.contacts4j.domain.organization;

import java.util.Objects;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and for which organisation: the first argument of everything that can be done with contacts.
 *
 * @param signedIn who is named for what is done; null for {@linkplain #anybody somebody who did not sign in}
 */
public record Caller(OrganizationId organization, @Nullable MemberId signedIn, Role role, DataScope data) {

    /** A member who sees and changes every contact of the organisation. */
    public static Caller member(String organization, String member) {
        return new Caller(new OrganizationId(organization), new MemberId(member), Role.MEMBER, DataScope.ALL);
    }

    /**
     * Somebody who did not sign in, where whoever serves the organisation's contacts lets them: for what contacts show and
     * take in public, and nothing that asks for a {@link #member}.
     */
    public static Caller anybody(OrganizationId organization) {
        return new Caller(organization, null, Role.MEMBER, DataScope.ALL);
    }

    /**
     * The member who is asking.
     *
     * @throws NullPointerException when nobody signed in
     */
    public MemberId member() {
        return Objects.requireNonNull(signedIn, "nobody signed in");
    }

    /** Which of the organisation's contacts the caller can see. */
    public Visibility visibility() {
        return isRestricted() ? new Visibility.AssignedTo(member()) : Visibility.everything();
    }

    /** Whether the caller works only with contacts assigned to them or to their teams. */
    public boolean isRestricted() {
        return data == DataScope.ASSIGNED;
    }

    /** Throws {@link ContactsFailure.Forbidden} for those who may only read. */
    public void mustBeAbleToWrite() {
        if (role == Role.VIEWER) {
            throw new ContactsFailure.Forbidden("A viewer can read but not change anything.");
        }
    }

    /** Throws {@link ContactsFailure.Forbidden} for those who are not administrators. */
    public void mustAdminister(String what) {
        if (role != Role.ADMIN) {
            throw new ContactsFailure.Forbidden("Changing " + what + " takes the role admin.");
        }
    }

    /** Throws {@link ContactsFailure.Forbidden} for callers who see only a part of the contacts. */
    public void mustSeeEverything(String action) {
        mustSeeEverything(action, "contacts that are not assigned to you or your teams");
    }

    /**
     * Throws {@link ContactsFailure.Forbidden} for callers who see only a part of the contacts.
     *
     * @param changed what the action changes that such callers may not change, for the message
     */
    public void mustSeeEverything(String action, String changed) {
        if (isRestricted()) {
            throw new ContactsFailure.Forbidden(
                    action + " changes " + changed + "; ask a member who sees all contacts.");
        }
    }
}
