package org.contacts4j.jdbi.importing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchCandidates;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.contact.MatchKeyQuery;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/** Finds match candidates for many rows at once, with one statement per kind of key. */
public final class JdbiMatchCandidates implements MatchCandidates {

    private static final String SELECT = "select " + MatchCandidateRow.COLUMNS;
    private static final String NAME_ALONE = " and r.code is null and cardinality(r.match_keys) = 0";

    private final UnitOfWork unitOfWork;

    public JdbiMatchCandidates(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void lock(OrganizationId organization) {
        ImportSql sql = unitOfWork.locking().attach(ImportSql.class);
        if (sql.lock(organization.value()).isEmpty()) {
            sql.insertLock(organization.value());
        }
    }

    @Override
    public List<MatchCandidate> find(OrganizationId organization, Visibility visibility, Wanted wanted) {
        Map<ContactId, MatchCandidate> found = new HashMap<>();
        for (Lookup lookup : List.of(
                byKeys(organization, wanted.matchKeys()),
                new Lookup(contactsBy("code", "varchar"), wanted.codes(), StatementParameters::texts),
                new Lookup(contactsBy("id", "uuid"), ids(wanted.ids()), StatementParameters::uuids),
                new Lookup(
                        contactsBy("sort_name", "varbinary") + NAME_ALONE,
                        wanted.sortKeys(),
                        StatementParameters::sortKeys))) {
            find(organization, visibility, lookup).forEach(contact -> found.put(contact.id(), contact));
        }
        return found.values().stream()
                .sorted(Comparator.comparing(MatchCandidate::id))
                .toList();
    }

    @Override
    public Map<String, MatchCandidate> remembered(
            OrganizationId organization, Visibility visibility, Set<String> matchKeys) {
        return new FormerMatchKeys(unitOfWork, organization).of(matchKeys, visibility);
    }

    @Override
    public Set<String> remembered(OrganizationId organization, ContactId contact) {
        return new FormerMatchKeys(unitOfWork, organization).ofContact(contact);
    }

    @Override
    public void forget(OrganizationId organization, Map<ContactId, Set<String>> matchKeys) {
        new FormerMatchKeys(unitOfWork, organization).delete(matchKeys);
    }

    @Override
    public void remember(OrganizationId organization, Map<ContactId, Set<String>> matchKeys) {
        new FormerMatchKeys(unitOfWork, organization).add(matchKeys);
    }

    private String contactsBy(String column, String type) {
        return unitOfWork.database().lookUp("contact", column, type);
    }

    private Lookup byKeys(OrganizationId organization, Set<String> keys) {
        Collection<String> wanted = new MatchKeyQuery(unitOfWork, organization).wanted(keys);
        return new Lookup(MatchKeyQuery.from(unitOfWork.database()), wanted, StatementParameters::texts);
    }

    private List<MatchCandidate> find(OrganizationId organization, Visibility visibility, Lookup lookup) {
        if (lookup.wanted().isEmpty()) {
            return List.of();
        }
        try (Query query =
                unitOfWork.reading().createQuery(SELECT + lookup.from() + VisibilityClause.ofRow(visibility))) {
            StatementParameters parameters =
                    new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            lookup.binding().bind(parameters, "wanted", lookup.wanted());
            VisibilityClause.bind(visibility, parameters);
            return Rows.all(query, (row, context) -> MatchCandidateRow.read(row, 0));
        }
    }

    private static List<String> ids(Set<ContactId> ids) {
        return ids.stream().map(ContactId::toString).toList();
    }

    /** A lookup of contacts: the from clause, the values to compare with, and their binding. */
    private record Lookup(String from, Collection<String> wanted, Binding binding) {}

    @FunctionalInterface
    private interface Binding {
        StatementParameters bind(StatementParameters parameters, String name, Collection<String> wanted);
    }
}
