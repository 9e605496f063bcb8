package org.contacts4j.domain.access;

import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.Uuids;

/** The identifier of an API key of an organization. */
public record ApiKeyId(UUID value) {

    private static final String MEMBER = "key:";

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static ApiKeyId parse(String text) {
        return new ApiKeyId(Uuids.parseOrNil(text));
    }

    /** Returns the id of the key that calls as this member; empty when the member is not a key. */
    public static Optional<ApiKeyId> ofMember(MemberId member) {
        return Optional.of(member.value())
                .filter(text -> text.startsWith(MEMBER))
                .map(text -> parse(text.substring(MEMBER.length())))
                .filter(id -> !id.value().equals(Uuids.NIL));
    }

    /** Returns the member that the key calls as, such as {@code key:0199…}. Contacts can be assigned to it. */
    public MemberId member() {
        return new MemberId(MEMBER + value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
