package org.contacts4j.jdbi.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps member rows with the columns id, name, e-mail address, and the name and e-mail address from the token. */
public final class MemberRow implements RowMapper<Member> {

    @Override
    public Member map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new Member(
                new MemberId(columns.text()),
                new Profile(columns.textOrNull(), columns.textOrNull()),
                new Profile(columns.textOrNull(), columns.textOrNull()));
    }
}
