package org.contacts4j.http.bottlecrm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contacts4j.application.member.MemberService;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.json.EncodedJson;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the members of each organization. BottleCRM's clients offer them as choices. Every response contains them
 * and they rarely change, so they are read again only after two seconds.
 */
final class Users {

    private static final JsonWriter<Member> USER =
            new JsonWriter<Member>().id("id", Member::id).text("user__email", Member::email);
    private static final JsonWriter<Member> MENTION = new JsonWriter<Member>().text("user__email", Member::email);

    /** The JSON of a member that a contact is assigned to. */
    static final JsonWriter<Assignee> ASSIGNEE =
            new JsonWriter<Assignee>().id("id", Assignee::id).text("name", Assignee::name);

    private final MemberService members;
    private final Cache<OrganizationId, Known> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    Users(MemberService members) {
        this.members = members;
    }

    /** Returns the members of the caller's organization, at most two seconds old. */
    Known of(Caller caller) {
        @Nullable Known last = known.getIfPresent(caller.organization());
        if (last != null) {
            return last;
        }
        Known now = Known.of(members.list(caller, null).members());
        known.put(caller.organization(), now);
        return now;
    }

    /**
     * A snapshot of the members of an organization.
     *
     * @param all all members, with their e-mail addresses
     * @param mentions the members that have an e-mail address, by address
     */
    record Known(EncodedJson all, EncodedJson mentions, Map<MemberId, String> names) {

        private static Known of(List<Member> members) {
            List<Member> reachable =
                    members.stream().filter(member -> member.email() != null).toList();
            return new Known(
                    Json.items(members, USER),
                    Json.items(reachable, MENTION),
                    members.stream().collect(Collectors.toMap(Member::id, Known::nameOf)));
        }

        /** Returns these members with their names. A member without a name is shown under its id. */
        List<Assignee> assignees(List<MemberId> ids) {
            return ids.stream()
                    .map(id -> new Assignee(id, names.getOrDefault(id, id.value())))
                    .toList();
        }

        private static String nameOf(Member member) {
            @Nullable String name = member.name() != null ? member.name() : member.email();
            return name != null ? name : member.id().value();
        }
    }

    /** A member under its display name. */
    record Assignee(MemberId id, String name) {}
}
