package org.contacts4j.domain.member;

import org.contacts4j.domain.Faults;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in an organisation, as far as others want to know: by which name. Known from the moment their id is
 * seen in a token or an assignment.
 *
 * @param edited what administrators say; it goes before what tokens say
 * @param signedIn what the member's own token said last
 */
public record Member(MemberId id, Profile edited, Profile signedIn) {

    /**
     * A name and an address.
     *
     * @param name null when it is not known
     * @param email null when it is not known
     */
    public record Profile(@Nullable String name, @Nullable String email) {

        public static final Profile UNKNOWN = new Profile(null, null);
    }

    /** A member of whom nothing is known. */
    public static Member unknown(MemberId id) {
        return new Member(id, Profile.UNKNOWN, Profile.UNKNOWN);
    }

    /** As somebody edited it, else as the member's token says; null when it is not known. */
    public @Nullable String name() {
        return edited.name() != null ? edited.name() : signedIn.name();
    }

    /** As somebody edited it, else as the member's token says; null when it is not known. */
    public @Nullable String email() {
        return edited.email() != null ? edited.email() : signedIn.email();
    }

    /**
     * This member with the patch applied. What it clears is again as the member's token says.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid naming every fault
     */
    public Member apply(Patch<Member> patch) {
        Faults faults = new Faults();
        faults.addAll(patch.faults());
        Member patched = this;
        for (MemberField field : MemberField.all()) {
            patched = field.carriedOut(patch, patched, faults);
        }
        faults.throwIfAny();
        return patched;
    }

    /** This member, who came with a token that says this. */
    public Member withSignedIn(Profile profile) {
        return new Member(id, edited, profile);
    }
}
