package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.member.Member;
import org.jspecify.annotations.Nullable;

/** The stored members. Members of other organizations are treated as absent. */
public interface Members {

    /**
     * Returns a page of members by id.
     *
     * @param after the member after which the page begins; null to begin with the first
     */
    List<Member> list(OrganizationId organization, @Nullable MemberId after, int limit);

    /** Returns the stored members with these ids, by id. */
    List<Member> find(OrganizationId organization, Collection<MemberId> ids);

    /** Returns the member and locks it until the transaction ends. */
    Optional<Member> lock(OrganizationId organization, MemberId id);

    /** Inserts a member, or replaces the stored one. */
    void save(OrganizationId organization, Member member);

    /** Inserts members with these ids. Stored members remain unchanged. */
    void addMissing(OrganizationId organization, Collection<MemberId> ids);
}
