package org.contacts4j.jdbi.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.member.Members;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** {@link Members} in a table, one row per member. */
public final class JdbiMembers implements Members {

    private static final MemberRow ROW = new MemberRow();

    private final UnitOfWork unitOfWork;
    private final ExternalIdTable known;

    public JdbiMembers(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.known = new ExternalIdTable(unitOfWork, "member", "id, name, email, token_name, token_email");
    }

    @Override
    public List<Member> list(OrganizationId organization, @Nullable MemberId after, int limit) {
        return known.list(organization, after == null ? null : after.value(), limit, ROW);
    }

    @Override
    public List<Member> find(OrganizationId organization, Collection<MemberId> ids) {
        return known.find(organization, ids.stream().map(MemberId::value).toList(), ROW);
    }

    @Override
    public Optional<Member> lock(OrganizationId organization, MemberId id) {
        return unitOfWork.locking().attach(MemberSql.class).lock(organization.value(), id.value());
    }

    @Override
    public void save(OrganizationId organization, Member member) {
        MemberSql sql = unitOfWork.writing().attach(MemberSql.class);
        MemberSql.Row row = MemberSql.Row.of(member);
        if (sql.update(organization.value(), row) == 0) {
            sql.insert(organization.value(), row);
        }
    }

    @Override
    public void addMissing(OrganizationId organization, Collection<MemberId> ids) {
        known.addMissing(organization, ids.stream().map(MemberId::value).toList());
    }
}
