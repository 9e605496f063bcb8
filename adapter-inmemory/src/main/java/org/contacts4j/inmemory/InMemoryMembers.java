package org.contacts4j.inmemory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.member.Members;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

record InMemoryMembers(StoredTransaction tx) implements Members {

    @Override
    public List<Member> list(OrganizationId organization, @Nullable MemberId after, int limit) {
        return tx.recordsOf(organization).members.tailMap(after == null ? "" : after.value(), false).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<Member> find(OrganizationId organization, Collection<MemberId> ids) {
        return tx.recordsOf(organization).members.values().stream()
                .filter(member -> ids.contains(member.id()))
                .toList();
    }

    @Override
    public Optional<Member> lock(OrganizationId organization, MemberId id) {
        return find(organization, List.of(id)).stream().findFirst();
    }

    @Override
    public void save(OrganizationId organization, Member member) {
        tx.changes().put(tx.recordsOf(organization).members, member.id().value(), member);
    }

    @Override
    public void addMissing(OrganizationId organization, Collection<MemberId> ids) {
        ids.stream()
                .filter(id -> lock(organization, id).isEmpty())
                .forEach(id -> save(organization, Member.unknown(id)));
    }
}
