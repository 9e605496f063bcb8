package org.contacts4j.http.member;

import java.util.List;
import java.util.function.Function;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.member.Team;
import org.contacts4j.domain.member.TeamField;
import org.contacts4j.json.JsonMembers;
import org.contacts4j.json.JsonType;
import org.jspecify.annotations.Nullable;

/** The JSON of the members and teams of an organization in the canonical API. */
final class DirectoryJson {

    /** A team, in requests and responses. */
    static final JsonMembers<Team> TEAM = new JsonMembers<Team>()
            .writing(json -> json.id("id", Team::id))
            .with(TeamField.NAME, JsonType.TEXT)
            .with(TeamField.MEMBERS, JsonType.MEMBERS);

    private DirectoryJson() {}

    /** A member. */
    record MemberJson(
            String id, @Nullable String name, @Nullable String email) {

        static MemberJson from(Member member) {
            return new MemberJson(member.id().value(), member.name(), member.email());
        }
    }

    /**
     * A part of the directory.
     *
     * @param truncated whether more records follow
     * @param <T> the JSON of a record
     */
    record PartJson<T>(List<T> data, boolean truncated) {

        static <R, T> PartJson<T> from(List<R> records, boolean truncated, Function<R, T> json) {
            return new PartJson<>(records.stream().map(json).toList(), truncated);
        }
    }
}
