package org.contacts4j.jdbi.member;

import java.util.List;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/** SQL conditions that restrict contacts, aliased {@code r}, to those that a caller can see. */
public record VisibilityClause(UnitOfWork unitOfWork, OrganizationId organization, Visibility visibility) {

    private static final String ROW = """
             and (:onlyOf = any(r.assigned_to) or exists (
                select 1 from team_member m
                where m.organization_id = :organization and m.member_id = :onlyOf and m.team_id = any(r.teams)))
            """;

    /** The contact id in a column of {@code r}, or null when that contact is hidden. */
    private static final String ID = """
            (select v.id from contact v where v.organization_id = :organization and v.id = %s
                and (:seenBy = any(v.assigned_to) or exists (
                    select 1 from team_member m
                    where m.organization_id = :organization and m.member_id = :seenBy and m.team_id = any(v.teams))))
            """;

    private static final String TEAMS =
            "select team_id from team_member where organization_id = :organization and member_id = :member";

    /** Returns an additional condition for rows that other conditions find; empty when every contact is visible. */
    public static String ofRow(Visibility visibility) {
        return visibility instanceof Visibility.AssignedTo ? ROW : "";
    }

    /**
     * Returns an expression for a column of {@code r} with a contact id, for members with restricted visibility. It is
     * null when the member cannot see that contact.
     */
    public static String ofId(String column) {
        return ID.formatted(column);
    }

    /** Binds the parameters of {@link #ofId}. */
    public static void bindId(Visibility visibility, StatementParameters parameters) {
        if (visibility instanceof Visibility.AssignedTo only) {
            parameters.text("seenBy", only.member().value());
        }
    }

    /** Binds the parameters of {@link #ofRow}. */
    public static void bind(Visibility visibility, StatementParameters parameters) {
        if (visibility instanceof Visibility.AssignedTo only) {
            parameters.text("onlyOf", only.member().value());
        }
    }

    /**
     * Narrows a list query to visible contacts. Reads the member's teams first, so that the planner knows their values.
     * Whether the index of assignments or filtering is faster depends on how many contacts these teams have.
     */
    public void narrow(ListQuery list) {
        if (visibility instanceof Visibility.AssignedTo only) {
            List<String> teams = teamsOf(only.member());
            list.whereIndexed(ofMany(teams), parameters -> bind(only, teams, parameters));
            list.useCustomPlan();
        }
    }

    /** Returns the condition for contacts of one member and these teams. Uses indexes where the database has them. */
    public String ofMany(List<String> teams) {
        String ofMember = unitOfWork.database().containsAll("r.assigned_to", "onlyOf");
        return teams.isEmpty()
                ? ofMember
                : "(" + ofMember + " or " + unitOfWork.database().containsAny("r.teams", "ofTeams") + ")";
    }

    /** Binds the parameters of {@link #ofMany}. */
    public static void bind(Visibility.AssignedTo only, List<String> teams, StatementParameters parameters) {
        parameters.texts("onlyOf", List.of(only.member().value()));
        if (!teams.isEmpty()) {
            parameters.texts("ofTeams", teams);
        }
    }

    /** Returns the ids of the member's teams. */
    public List<String> teamsOf(MemberId member) {
        try (Query query = unitOfWork.reading().createQuery(TEAMS)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .text("member", member.value());
            return Rows.all(query, (row, context) -> row.getString(1));
        }
    }
}
