package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.member.Team;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/** The teams of an organization and their members. All members may read them. Administrators may change them. */
public final class TeamService {

    /** The maximum number of teams on a page. */
    public static final int LIMIT = 100;

    private final CurrentStore store;
    private final AuditTrail trail;

    public TeamService(CurrentStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /**
     * Returns the next teams by id, at most {@link #LIMIT}.
     *
     * @param after the team after which the page begins; null to begin with the first
     */
    public Found list(Caller caller, @Nullable TeamId after) {
        List<Team> found = store.readReplica(caller, tx -> tx.teams().list(caller.organization(), after, LIMIT + 1));
        boolean truncated = found.size() > LIMIT;
        return new Found(truncated ? found.subList(0, LIMIT) : found, truncated);
    }

    /** Returns the known teams with these ids, by id. */
    public List<Team> find(Caller caller, Collection<TeamId> ids) {
        return ids.isEmpty() ? List.of() : store.read(tx -> tx.teams().find(caller.organization(), ids));
    }

    /**
     * Returns the team with this id.
     *
     * @throws ContactsFailure.NotFound if the team is unknown
     */
    public Team get(Caller caller, TeamId id) {
        return find(caller, List.of(id)).stream().findFirst().orElseThrow(() -> new ContactsFailure.NotFound("team"));
    }

    /**
     * Changes a team, or creates it if it is unknown. From the next request on, restricted members see the contacts
     * that are assigned to their teams.
     *
     * @throws ContactsFailure.Forbidden unless the caller is an administrator who sees all contacts; a restricted
     *     administrator could otherwise extend their own visibility
     * @throws ContactsFailure.Invalid listing every validation error
     */
    public Team update(Caller caller, TeamId id, Patch<Team> patch) {
        requireAdministrator(caller);
        return store.write(caller, tx -> {
            Team before = tx.teams().lock(caller.organization(), id).orElseGet(() -> Team.unknown(id));
            Team after = before.apply(patch);
            tx.teams().save(caller.organization(), after);
            tx.members().addMissing(caller.organization(), after.members());
            trail.append(tx, caller, AuditAction.TEAM_UPDATED, id);
            return after;
        });
    }

    /**
     * A page of teams.
     *
     * @param truncated whether more teams follow
     */
    public record Found(List<Team> teams, boolean truncated) {}

    /** Throws {@link ContactsFailure.Forbidden} if the caller may not change teams. */
    public static void requireAdministrator(Caller caller) {
        caller.requireAdministrator("teams");
        caller.requireFullVisibility("Changing a team", "which contacts its members see");
    }
}
