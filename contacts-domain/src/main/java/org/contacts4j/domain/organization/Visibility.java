package org.contacts4j.domain.organization;

import java.util.Collection;
import java.util.Collections;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.TeamId;

/**
 * Which contacts of an organisation a caller can see. Part of every query a store answers, so that what is hidden is
 * neither found nor counted.
 */
public sealed interface Visibility {

    /** Every contact of the organisation. */
    record Everything() implements Visibility {}

    /** Only contacts assigned to this member, or to a team that the member is in. */
    record AssignedTo(MemberId member) implements Visibility {}

    static Visibility everything() {
        return new Everything();
    }

    /**
     * Whether a contact assigned to these members and teams can be seen.
     *
     * @param ofMember the teams that the member is in
     */
    default boolean shows(Collection<MemberId> members, Collection<TeamId> teams, Collection<TeamId> ofMember) {
        return !(this instanceof AssignedTo only)
                || members.contains(only.member())
                || !Collections.disjoint(teams, ofMember);
    }
}
