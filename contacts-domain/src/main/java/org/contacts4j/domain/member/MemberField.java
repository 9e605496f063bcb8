package org.contacts4j.domain.member;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** A field of a member that administrators can write. */
public final class MemberField extends Field<Member, String> {

    public static final MemberField NAME =
            new MemberField("name", Rules.trimmed(), Member::name, (profile, v) -> new Profile(v, profile.email()));
    public static final MemberField EMAIL =
            new MemberField("email", Rules.email(), Member::email, (profile, v) -> new Profile(profile.name(), v));

    private static final List<MemberField> ALL = List.of(NAME, EMAIL);

    private final BiFunction<Profile, @Nullable String, Profile> writer;

    private MemberField(
            String name,
            Rule<String> rule,
            Function<Member, @Nullable String> reader,
            BiFunction<Profile, @Nullable String, Profile> writer) {
        super(name, rule, reader);
        this.writer = writer;
    }

    /** Returns every field. */
    static List<MemberField> all() {
        return ALL;
    }

    Member applyTo(Patch<Member> patch, Member member, Faults faults) {
        Change<String> change = checked(patch.changeOf(this), faults);
        return change instanceof Change.Keep
                ? member
                : new Member(member.id(), writer.apply(member.edited(), change.valueOrNull()), member.signedIn());
    }
}
