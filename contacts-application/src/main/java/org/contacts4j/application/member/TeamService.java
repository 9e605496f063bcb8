package org.contacts4j.application.member;

import java.util.Collection;
import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.TeamId;
import org.contacts4j.domain.member.Team;
import org.contacts4j.domain.organization.Caller;

/** The teams of an organisation, and who is in them. Everybody in it may look them up, administrators change them. */
public final class TeamService {

    /** The most teams that are listed. */
    public static final int LIMIT = 10_000;

    private final Store store;

    public TeamService(Store store) {
        this.store = store;
    }

    /** At most {@code limit} teams, by id; no more than {@link #LIMIT} and one. */
    public List<Team> list(Caller caller, int limit) {
        return store.read(tx -> tx.teams().list(caller.organization(), Math.min(limit, LIMIT + 1)));
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
     * @throws ContactsFailure.Forbidden for callers who are not administrators
     * @throws ContactsFailure.Invalid naming every fault
     */
    public Team change(Caller caller, TeamId id, Patch<Team> patch) {
        caller.mustAdminister("teams");
        return store.write(tx -> {
            Team before = tx.teams().lock(caller.organization(), id).orElseGet(() -> Team.unknown(id));
            Team after = before.apply(patch);
            tx.teams().save(caller.organization(), after);
            tx.members().note(caller.organization(), after.members());
            return after;
        });
    }
}
