package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.TeamId;
import org.contacts4j.domain.member.Team;
import org.jspecify.annotations.Nullable;

/** The teams that are known. Those of another organisation are as good as not there. */
public interface Teams {

    /**
     * A part of the teams, by id.
     *
     * @param after the one that those wanted come behind; null to begin with the first
     */
    List<Team> list(OrganizationId organization, @Nullable TeamId after, int limit);

    /** Those of these that are known, by id. */
    List<Team> find(OrganizationId organization, Collection<TeamId> ids);

    /** The team, held against other writers until the transaction ends. */
    Optional<Team> lock(OrganizationId organization, TeamId id);

    /** Keeps a team, in place of what was known of it. Who is in it sees what is assigned to it from then on. */
    void save(OrganizationId organization, Team team);

    /** Makes these teams known; those that are known already stay as they are. */
    void note(OrganizationId organization, Collection<TeamId> ids);
}
