package org.contacts4j.http.member;

import java.util.List;
import java.util.function.Function;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.member.Team;
import org.jspecify.annotations.Nullable;

/** The JSON of the members and teams of an organization in the canonical API. */
final class DirectoryJson {

    private DirectoryJson() {}

    /** A member. */
    record MemberJson(
            String id, @Nullable String name, @Nullable String email) {

        static MemberJson from(Member member) {
            return new MemberJson(member.id().value(), member.name(), member.email());
        }
    }

    /** A team. */
    record TeamJson(String id, @Nullable String name, List<String> members) {

        static TeamJson from(Team team) {
            return new TeamJson(
                    team.id().value(),
                    team.name(),
                    team.members().stream().map(MemberId::value).toList());
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
