package org.contacts4j.domain.organization;

import java.util.Collection;
import java.util.Collections;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;

/**
 * The contacts of an organization that a caller can see. It is part of every query of a store, so hidden contacts are
 * neither returned nor counted.
 */
public sealed interface Visibility {

    /** Every contact of the organization. */
    record Everything() implements Visibility {}

    /** Only contacts assigned to this member or to one of the member's teams. */
    record AssignedTo(MemberId member) implements Visibility {}

    static Visibility everything() {
        return new Everything();
    }

    /**
     * Returns whether a contact assigned to these members and teams is visible.
     *
     * @param members the members the contact is assigned to
     * @param teams the teams the contact is assigned to
     * @param ofMember the teams of the restricted member
     */
    default boolean shows(Collection<MemberId> members, Collection<TeamId> teams, Collection<TeamId> ofMember) {
        return !(this instanceof AssignedTo only)
                || members.contains(only.member())
                || !Collections.disjoint(teams, ofMember);
    }
}
