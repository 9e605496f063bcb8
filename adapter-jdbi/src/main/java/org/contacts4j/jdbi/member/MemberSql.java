package org.contacts4j.jdbi.member;

import java.util.Optional;
import org.contacts4j.domain.member.Member;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The SQL statements on single members. */
@RegisterRowMapper(MemberRow.class)
interface MemberSql {

    @SqlQuery("""
            select id, name, email, token_name, token_email from member
            where organization_id = :organization and id = :id for update
            """)
    Optional<Member> lock(@Bind("organization") String organization, @Bind("id") String id);

    /**
     * Updates a member.
     *
     * @return the number of updated rows; 0 when the member does not exist
     */
    @SqlUpdate("""
            update member set name = :name, email = :email, token_name = :tokenName, token_email = :tokenEmail
            where organization_id = :organization and id = :id
            """)
    int update(@Bind("organization") String organization, @BindMethods Row row);

    @SqlUpdate("""
            insert into member (organization_id, id, name, email, token_name, token_email)
            values (:organization, :id, :name, :email, :tokenName, :tokenEmail)
            """)
    void insert(@Bind("organization") String organization, @BindMethods Row row);

    /** The column values of a member. */
    record Row(
            String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String tokenName,
            @Nullable String tokenEmail) {

        static Row of(Member member) {
            return new Row(
                    member.id().value(),
                    member.edited().name(),
                    member.edited().email(),
                    member.signedIn().name(),
                    member.signedIn().email());
        }
    }
}
