package org.contacts4j.domain.organization;

import java.util.Objects;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * The caller of an operation and the caller's organization: the first argument of every service operation.
 *
 * @param signedIn the member recorded as author of changes; null for an {@linkplain #anonymous anonymous caller}
 * @param origin where the call came from, for the audit log
 * @param readPosition the position that lists must have reached, from an earlier write through another node
 */
public record Caller(
        OrganizationId organization,
        @Nullable MemberId signedIn,
        Role role,
        DataScope data,
        Origin origin,
        ReadPosition readPosition) {

    /** Creates a caller who has not written through another node. */
    public Caller(OrganizationId organization, @Nullable MemberId signedIn, Role role, DataScope data, Origin origin) {
        this(organization, signedIn, role, data, origin, ReadPosition.START);
    }

    /** Creates a caller of unknown origin. */
    public Caller(OrganizationId organization, @Nullable MemberId signedIn, Role role, DataScope data) {
        this(organization, signedIn, role, data, Origin.UNKNOWN);
    }

    /** Returns a caller with the role member who sees and changes every contact of the organization. */
    public static Caller member(String organization, String member) {
        return new Caller(new OrganizationId(organization), new MemberId(member), Role.MEMBER, DataScope.ALL);
    }

    /**
     * Returns an anonymous caller, for applications that expose public operations on contacts. An anonymous caller
     * cannot use operations that require a {@link #member}.
     */
    public static Caller anonymous(OrganizationId organization) {
        return new Caller(organization, null, Role.MEMBER, DataScope.ALL);
    }

    /** Returns this caller for reads that contain every write before a position. */
    public Caller readingFrom(ReadPosition position) {
        return new Caller(organization, signedIn, role, data, origin, position);
    }

    /**
     * Returns the signed-in member.
     *
     * @throws NullPointerException if the caller is anonymous
     */
    public MemberId member() {
        return Objects.requireNonNull(signedIn, "the caller is anonymous");
    }

    /** Returns the visibility of the organization's contacts for this caller. */
    public Visibility visibility() {
        return isRestricted() ? new Visibility.AssignedTo(member()) : Visibility.everything();
    }

    /** Returns whether the caller is restricted to contacts assigned to the caller or the caller's teams. */
    public boolean isRestricted() {
        return data == DataScope.ASSIGNED;
    }

    /**
     * Checks that the caller can write.
     *
     * @throws ContactsFailure.Forbidden if the caller is a viewer
     */
    public void requireWrite() {
        if (role == Role.VIEWER) {
            throw new ContactsFailure.Forbidden("A viewer can read but not change anything.");
        }
    }

    /**
     * Checks that the caller is an administrator.
     *
     * @param what the settings to be changed, for the message
     * @throws ContactsFailure.Forbidden if the caller is not an administrator
     */
    public void requireAdministrator(String what) {
        if (role != Role.ADMIN) {
            throw new ContactsFailure.Forbidden("Changing " + what + " takes the role admin.");
        }
    }

    /**
     * Checks that the caller sees every contact.
     *
     * @param action the action, for the message
     * @throws ContactsFailure.Forbidden if the caller is restricted to assigned contacts
     */
    public void requireFullVisibility(String action) {
        requireFullVisibility(action, "contacts that are not assigned to you or your teams");
    }

    /**
     * Checks that the caller sees every contact.
     *
     * @param action the action, for the message
     * @param changed the data that the action changes and restricted callers cannot change, for the message
     * @throws ContactsFailure.Forbidden if the caller is restricted to assigned contacts
     */
    public void requireFullVisibility(String action, String changed) {
        if (isRestricted()) {
            throw new ContactsFailure.Forbidden(
                    action + " changes " + changed + "; ask a member who sees all contacts.");
        }
    }
}
