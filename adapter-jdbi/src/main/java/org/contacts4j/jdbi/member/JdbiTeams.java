package org.contacts4j.jdbi.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contacts4j.application.member.Teams;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.member.Team;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** {@link Teams} in a table, with the memberships in a second table. */
public final class JdbiTeams implements Teams {

    private static final RowMapper<Team> WITHOUT_MEMBERS =
            (row, context) -> new Team(new TeamId(row.getString(1)), row.getString(2), List.of());

    private static final String MEMBERS = """
            select team_id, member_id from team_member where organization_id = :organization and team_id = any(:ids)
            """;

    private final UnitOfWork unitOfWork;
    private final ExternalIdTable known;

    public JdbiTeams(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.known = new ExternalIdTable(unitOfWork, "team", "id, name");
    }

    @Override
    public List<Team> list(OrganizationId organization, @Nullable TeamId after, int limit) {
        return withMembers(
                organization, known.list(organization, after == null ? null : after.value(), limit, WITHOUT_MEMBERS));
    }

    @Override
    public List<Team> find(OrganizationId organization, Collection<TeamId> ids) {
        List<String> texts = ids.stream().map(TeamId::value).toList();
        return withMembers(organization, known.find(organization, texts, WITHOUT_MEMBERS));
    }

    @Override
    public Optional<Team> lock(OrganizationId organization, TeamId id) {
        return unitOfWork
                        .locking()
                        .attach(TeamSql.class)
                        .lock(organization.value(), id.value())
                        .isPresent()
                ? find(organization, List.of(id)).stream().findFirst()
                : Optional.empty();
    }

    @Override
    public void save(OrganizationId organization, Team team) {
        TeamSql sql = unitOfWork.writing().attach(TeamSql.class);
        String id = team.id().value();
        if (sql.update(organization.value(), id, team.name()) == 0) {
            sql.insert(organization.value(), id, team.name());
        }
        sql.clear(organization.value(), id);
        sql.join(
                organization.value(),
                id,
                team.members().stream().map(MemberId::value).toList());
    }

    @Override
    public void addMissing(OrganizationId organization, Collection<TeamId> ids) {
        known.addMissing(organization, ids.stream().map(TeamId::value).toList());
    }

    private List<Team> withMembers(OrganizationId organization, List<Team> teams) {
        if (teams.isEmpty()) {
            return teams;
        }
        Map<String, List<MemberId>> members = new HashMap<>();
        try (Query query = unitOfWork.reading().createQuery(MEMBERS)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .texts("ids", teams.stream().map(team -> team.id().value()).toList());
            Rows.all(
                    query,
                    (row, context) -> members.computeIfAbsent(row.getString(1), unknown -> new ArrayList<>())
                            .add(new MemberId(row.getString(2))));
        }
        return teams.stream()
                .map(team -> new Team(
                        team.id(), team.name(), members.getOrDefault(team.id().value(), List.of())))
                .toList();
    }
}
