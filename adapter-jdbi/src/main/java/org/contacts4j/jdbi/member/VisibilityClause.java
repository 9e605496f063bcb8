package org.contacts4j.jdbi.member;

import java.util.List;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.ListQuery;
import org.contacts4j.jdbi.Rows;
import org.contacts4j.jdbi.StatementParameters;
import org.contacts4j.jdbi.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/** What a caller can see, as conditions on contacts that are called {@code r}. */
public record VisibilityClause(UnitOfWork unitOfWork, OrganizationId organization, Visibility visibility) {

    private static final String ROW = """
             and (:onlyOf = any(r.assigned_to) or exists (
                select 1 from team_member m
                where m.organization_id = :organization and m.member_id = :onlyOf and m.team_id = any(r.teams)))
            """;

    /** The id in a column of {@code r}, or null where it is that of a contact that is hidden. */
    private static final String ID = """
            (select v.id from contact v where v.organization_id = r.organization_id and v.id = %s
                and (:seenBy = any(v.assigned_to) or exists (
                    select 1 from team_member m
                    where m.organization_id = v.organization_id and m.member_id = :seenBy and m.team_id = any(v.teams))))
            """;

    private static final String TEAMS =
            "select team_id from team_member where organization_id = :organization and member_id = :member";

    /** One more condition, for rows that are found by something else. */
    public static String ofRow(Visibility visibility) {
        return visibility instanceof Visibility.AssignedTo ? ROW : "";
    }

    /** The column of {@code r} with a contact's id as members see it who see only a part of the contacts. */
    public static String ofId(String column) {
        return ID.formatted(column);
    }

    /** Binds what {@link #ofId} asks for. */
    public static void bindId(Visibility visibility, StatementParameters parameters) {
        if (visibility instanceof Visibility.AssignedTo only) {
            parameters.text("seenBy", only.member().value());
        }
    }

    /** Binds what {@link #ofRow} asks for. */
    public static void bind(Visibility visibility, StatementParameters parameters) {
        if (visibility instanceof Visibility.AssignedTo only) {
            parameters.text("onlyOf", only.member().value());
        }
    }

    /**
     * Narrows a list to what is visible. Which teams the member is in is asked before: whether to go by an index of
     * assignments or to pass over what is hidden depends on how much is assigned to these very teams.
     */
    public void narrow(ListQuery list) {
        if (visibility instanceof Visibility.AssignedTo only) {
            List<String> teams = teamsOf(only.member());
            list.whereIndexed(ofMany(teams), parameters -> bind(only, teams, parameters));
            list.planByValues();
        }
    }

    /** The condition for contacts of one member and these teams, by indexes where the database has them. */
    public String ofMany(List<String> teams) {
        String ofMember = unitOfWork.database().containsAll("r.assigned_to", "onlyOf");
        return teams.isEmpty()
                ? ofMember
                : "(" + ofMember + " or " + unitOfWork.database().containsAny("r.teams", "ofTeams") + ")";
    }

    /** Binds what {@link #ofMany} asks for. */
    public static void bind(Visibility.AssignedTo only, List<String> teams, StatementParameters parameters) {
        parameters.texts("onlyOf", List.of(only.member().value()));
        if (!teams.isEmpty()) {
            parameters.texts("ofTeams", teams);
        }
    }

    /** The ids of the teams that a member is in. */
    public List<String> teamsOf(MemberId member) {
        try (Query query = unitOfWork.reading().createQuery(TEAMS)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .text("member", member.value());
            return Rows.all(query, (row, context) -> row.getString(1));
        }
    }
}
