package org.contacts4j.domain.member;

import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * A member of an organization: an id with a display name and an e-mail address. The record exists from the first token
 * or assignment that contains the id.
 *
 * @param edited the profile that administrators set; it takes precedence over {@code signedIn}
 * @param signedIn the profile from the member's latest token
 */
public record Member(MemberId id, Profile edited, Profile signedIn) {

    /**
     * A name and an e-mail address.
     *
     * @param name null if unknown
     * @param email null if unknown
     */
    public record Profile(@Nullable String name, @Nullable String email) {

        public static final Profile UNKNOWN = new Profile(null, null);
    }

    /** Returns a member without a profile. */
    public static Member unknown(MemberId id) {
        return new Member(id, Profile.UNKNOWN, Profile.UNKNOWN);
    }

    /** Returns the name set by an administrator, otherwise the name from the member's token; null if unknown. */
    public @Nullable String name() {
        return edited.name() != null ? edited.name() : signedIn.name();
    }

    /**
     * Returns the e-mail address set by an administrator, otherwise the one from the member's token; null if unknown.
     */
    public @Nullable String email() {
        return edited.email() != null ? edited.email() : signedIn.email();
    }

    /**
     * Returns this member with the patch applied. A cleared field reverts to the value from the member's token.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public Member apply(Patch<Member> patch) {
        FieldValues<Member> values = MemberField.TABLE.apply(this, patch, draft -> {});
        return new Member(id, new Profile(values.get(MemberField.NAME), values.get(MemberField.EMAIL)), signedIn);
    }

    /** Returns this member with the profile from a new token. */
    public Member withSignedIn(Profile profile) {
        return new Member(id, edited, profile);
    }
}
