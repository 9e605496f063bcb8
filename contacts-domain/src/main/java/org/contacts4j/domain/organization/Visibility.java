package org.contacts4j.domain.organization;

import java.util.Collection;
import org.contacts4j.domain.MemberId;

/**
 * Which contacts of an organisation a caller can see. Part of every query a store answers, so that what is hidden is
 * neither found nor counted.
 */
public sealed interface Visibility {

    /** Every contact of the organisation. */
    record Everything() implements Visibility {}

    /** Only contacts assigned to this member. */
    record AssignedTo(MemberId member) implements Visibility {}

    static Visibility everything() {
        return new Everything();
    }

    /** Whether a contact assigned to these members can be seen. */
    default boolean shows(Collection<MemberId> assignedTo) {
        return !(this instanceof AssignedTo only) || assignedTo.contains(only.member());
    }
}
