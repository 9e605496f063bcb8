package org.contacts4j.inmemory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.member.Teams;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.member.Team;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

record InMemoryTeams(StoredTransaction tx) implements Teams {

    @Override
    public List<Team> list(OrganizationId organization, @Nullable TeamId after, int limit) {
        return tx.recordsOf(organization).teams.tailMap(after == null ? "" : after.value(), false).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<Team> find(OrganizationId organization, Collection<TeamId> ids) {
        return tx.recordsOf(organization).teams.values().stream()
                .filter(team -> ids.contains(team.id()))
                .toList();
    }

    @Override
    public Optional<Team> lock(OrganizationId organization, TeamId id) {
        return find(organization, List.of(id)).stream().findFirst();
    }

    @Override
    public void save(OrganizationId organization, Team team) {
        tx.changes().put(tx.recordsOf(organization).teams, team.id().value(), team);
    }

    @Override
    public void addMissing(OrganizationId organization, Collection<TeamId> ids) {
        ids.stream().filter(id -> lock(organization, id).isEmpty()).forEach(id -> save(organization, Team.unknown(id)));
    }
}
