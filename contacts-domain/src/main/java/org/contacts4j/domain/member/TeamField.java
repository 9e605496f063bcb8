package org.contacts4j.domain.member;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A field of a team that administrators can write.
 *
 * @param <T> the type of the field's value
 */
public final class TeamField<T> extends Field<Team, T> {

    public static final TeamField<String> NAME =
            new TeamField<>("name", Rules.trimmed(), Team::name, (t, v) -> new Team(t.id(), v, t.members()));

    /** Replaced as a whole. */
    public static final TeamField<List<MemberId>> MEMBERS = new TeamField<>(
            "members",
            TeamField::checkedMembers,
            Team::members,
            (t, v) -> new Team(t.id(), t.name(), v == null ? List.of() : v));

    private static final List<TeamField<?>> ALL = List.of(NAME, MEMBERS);

    private final BiFunction<Team, @Nullable T, Team> writer;

    private TeamField(
            String name, Rule<T> rule, Function<Team, @Nullable T> reader, BiFunction<Team, @Nullable T, Team> writer) {
        super(name, rule, reader);
        this.writer = writer;
    }

    /** Returns every field. */
    static List<TeamField<?>> all() {
        return ALL;
    }

    Team applyTo(Patch<Team> patch, Team team, Faults faults) {
        Change<T> change = checked(patch.changeOf(this), faults);
        return change instanceof Change.Keep ? team : writer.apply(team, change.valueOrNull());
    }

    private static List<MemberId> checkedMembers(List<MemberId> members, String field, Faults faults) {
        if (members.size() > Team.MAX_MEMBERS) {
            faults.add(field, "must not be more than " + Team.MAX_MEMBERS);
        }
        for (int i = 0; i < members.size() && i < Team.MAX_MEMBERS && !faults.isFull(); i++) {
            Rules.checkText(members.get(i).value(), Rules.TEXT, field, faults.item(i));
        }
        return members;
    }
}
