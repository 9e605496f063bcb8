package org.contacts4j.domain.member;

import java.util.List;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldTable;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;

/** The fields of a team that administrators can write. */
public final class TeamField {

    static final FieldTable<Team> TABLE = new FieldTable<>();

    public static final Field<Team, String> NAME = TABLE.field("name", Rules.trimmed(), Team::name);

    /** Replaced as a whole. */
    public static final Field<Team, List<MemberId>> MEMBERS =
            TABLE.withDefault("members", TeamField::checkedMembers, Team::members, List.of());

    private TeamField() {}

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
