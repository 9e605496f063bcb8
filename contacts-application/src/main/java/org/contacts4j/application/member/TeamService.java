package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.TeamId;
import org.contacts4j.domain.member.Team;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** The teams of an organisation, and who is in them. Everybody in it may look them up, administrators change them. */
public final class TeamService {

    /** The most teams that are listed at once. */
    public static final int LIMIT = 100;

    private final Store store;

    public TeamService(Store store) {
        this.store = store;
    }

    /**
     * The next teams by id, at most {@link #LIMIT} at once.
     *
     * @param after the one that those wanted come behind; null to begin with the first
     */
    public Found list(Caller caller, @Nullable TeamId after) {
        List<Team> found = store.read(tx -> tx.teams().list(caller.organization(), after, LIMIT + 1));
        boolean truncated = found.size() > LIMIT;
        return new Found(truncated ? found.subList(0, LIMIT) : found, truncated);
    }

    /** Those of these that are known, by id. */
    public List<Team> find(Caller caller, Collection<TeamId> ids) {
        return ids.isEmpty() ? List.of() : store.read(tx -> tx.teams().find(caller.organization(), ids));
    }

    /**
     * The team.
     *
     * @throws ContactsFailure.NotFound when it is not known
     */
    public Team get(Caller caller, TeamId id) {
        return find(caller, List.of(id)).stream().findFirst().orElseThrow(() -> new ContactsFailure.NotFound("team"));
    }

    /**
     * Changes a team; one that is not known yet becomes so. Restricted members see what is assigned to the teams they are
     * in, from the next request on.
     *
     * @throws ContactsFailure.Forbidden for callers who are not administrators, or do not see all contacts: they could let
     *     themselves see more
     * @throws ContactsFailure.Invalid naming every fault
     */
    public Team change(Caller caller, TeamId id, Patch<Team> patch) {
        mustAdminister(caller);
        return store.write(tx -> {
            Team before = tx.teams().lock(caller.organization(), id).orElseGet(() -> Team.unknown(id));
            Team after = before.apply(patch);
            tx.teams().save(caller.organization(), after);
            tx.members().note(caller.organization(), after.members());
            return after;
        });
    }

    /**
     * A part of the teams.
     *
     * @param truncated whether there are more behind these
     */
    public record Found(List<Team> teams, boolean truncated) {}

    /** Throws {@link ContactsFailure.Forbidden} for callers who may not change teams. */
    public static void mustAdminister(Caller caller) {
        caller.mustAdminister("teams");
        caller.mustSeeEverything("Changing a team", "which contacts its members see");
    }
}
