package org.contacts4j.domain.member;

import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldTable;
import org.contacts4j.domain.validation.Rules;

/** The fields of a member that administrators can write. A field that is unset shows the value of the token. */
public final class MemberField {

    static final FieldTable<Member> TABLE = new FieldTable<>();

    public static final Field<Member, String> NAME =
            TABLE.field("name", Rules.trimmed(), member -> member.edited().name());
    public static final Field<Member, String> EMAIL =
            TABLE.field("email", Rules.email(), member -> member.edited().email());

    private MemberField() {}
}
