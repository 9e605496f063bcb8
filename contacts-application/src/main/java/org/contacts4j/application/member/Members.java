package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.member.Member;
import org.jspecify.annotations.Nullable;

/** The members that are known. Those of another organisation are as good as not there. */
public interface Members {

    /**
     * A part of the members, by id.
     *
     * @param after the one that those wanted come behind; null to begin with the first
     */
    List<Member> list(OrganizationId organization, @Nullable MemberId after, int limit);

    /** Those of these that are known, by id. */
    List<Member> find(OrganizationId organization, Collection<MemberId> ids);

    /** The member, held against other writers until the transaction ends. */
    Optional<Member> lock(OrganizationId organization, MemberId id);

    /** Keeps a member, in place of what was known of them. */
    void save(OrganizationId organization, Member member);

    /** Makes these members known; those that are known already stay as they are. */
    void note(OrganizationId organization, Collection<MemberId> ids);
}
