package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.member.Team;
import org.jspecify.annotations.Nullable;

/** The stored teams. Teams of other organizations are treated as absent. */
public interface Teams {

    /**
     * Returns a page of teams by id.
     *
     * @param after the team after which the page begins; null to begin with the first
     */
    List<Team> list(OrganizationId organization, @Nullable TeamId after, int limit);

    /** Returns the stored teams with these ids, by id. */
    List<Team> find(OrganizationId organization, Collection<TeamId> ids);

    /** Returns the team and locks it until the transaction ends. */
    Optional<Team> lock(OrganizationId organization, TeamId id);

    /** Inserts a team, or replaces the stored one. Its members then see the contacts that are assigned to it. */
    void save(OrganizationId organization, Team team);

    /** Inserts teams with these ids. Stored teams remain unchanged. */
    void addMissing(OrganizationId organization, Collection<TeamId> ids);
}
