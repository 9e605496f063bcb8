package org.contacts4j.jdbi.member;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The SQL statements on single teams and their memberships. */
interface TeamSql {

    @SqlQuery("select id from team where organization_id = :organization and id = :id for update")
    Optional<String> lock(@Bind("organization") String organization, @Bind("id") String id);

    /**
     * Updates a team.
     *
     * @return the number of updated rows; 0 when the team does not exist
     */
    @SqlUpdate("update team set name = :name where organization_id = :organization and id = :id")
    int update(@Bind("organization") String organization, @Bind("id") String id, @Bind("name") @Nullable String name);

    @SqlUpdate("insert into team (organization_id, id, name) values (:organization, :id, :name)")
    void insert(@Bind("organization") String organization, @Bind("id") String id, @Bind("name") @Nullable String name);

    @SqlUpdate("delete from team_member where organization_id = :organization and team_id = :id")
    void clear(@Bind("organization") String organization, @Bind("id") String id);

    @SqlBatch("""
            insert into team_member (organization_id, member_id, team_id) values (:organization, :member, :id)
            """)
    void join(@Bind("organization") String organization, @Bind("id") String id, @Bind("member") List<String> members);
}
