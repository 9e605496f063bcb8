package org.contacts4j.jdbi.tag;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.contacts4j.application.tag.CountedTag;
import org.contacts4j.application.tag.Tags;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.tag.Tag;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** {@link Tags} in a table, combined with the journal entries that are not compacted into it yet. */
public final class JdbiTags implements Tags {

    private static final RowMapper<TagCatalog.Note> NOTE = (row, context) -> {
        ColumnReader columns = new ColumnReader(row);
        return new TagCatalog.Note(
                columns.number(), columns.time(), columns.flag(), columns.number(), columns.texts(), columns.texts());
    };

    /** One statement, so that concurrent compaction cannot cause an entry to be missed or counted twice. */
    private static final String NOTES = """
            select 0 as id, created_at, declared, contacts, array[name], array[name]
            from tag where organization_id = :organization
            union all
            select id, noted_at, false, 1, got, lost
            from counter_journal where organization_id = :organization and (cardinality(got) > 0 or cardinality(lost) > 0)
            order by id
            """;

    private static final String KEYS_OF_VISIBLE =
            "select r.tag_keys from contact r where r.organization_id = :organization and ";

    private final UnitOfWork unitOfWork;

    public JdbiTags(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public List<CountedTag> list(OrganizationId organization, Visibility visibility, int limit) {
        unitOfWork.acquireSearch(organization);
        return counted(organization, visibility, limit);
    }

    private List<CountedTag> counted(OrganizationId organization, Visibility visibility, int limit) {
        TagCatalog known = new TagCatalog(organization, select(organization, NOTES, parameters -> {}, NOTE));
        return visibility instanceof Visibility.AssignedTo only
                ? known.among(contactsOf(organization, only), limit)
                : known.all(limit);
    }

    @Override
    public Optional<CountedTag> find(OrganizationId organization, Visibility visibility, TagId id) {
        return counted(organization, visibility, Integer.MAX_VALUE).stream()
                .filter(counted -> counted.tag().id().equals(id))
                .findFirst();
    }

    @Override
    public void declare(OrganizationId organization, Tag tag) {
        TagSql sql = settled(organization);
        if (sql.change(organization.value(), tag.key(), 0, true) == 0) {
            sql.insert(
                    organization.value(),
                    tag.key(),
                    tag.id().value(),
                    tag.name(),
                    true,
                    0,
                    tag.createdAt().atOffset(ZoneOffset.UTC));
        }
    }

    @Override
    public void delete(OrganizationId organization, TagId id) {
        settled(organization).delete(organization.value(), id.value());
    }

    /** Compacts the organization's journal into the table, then returns the SQL statements. */
    private TagSql settled(OrganizationId organization) {
        Handle handle = unitOfWork.writing();
        TagCounters.compaction(unitOfWork.database()).compactOrganization(handle, organization);
        return handle.attach(TagSql.class);
    }

    /** Returns the number of the member's contacts per tag key. Counts in memory: no member has very many contacts. */
    private Map<String, Long> contactsOf(OrganizationId organization, Visibility.AssignedTo only) {
        Map<String, Long> contacts = new HashMap<>();
        VisibilityClause clause = new VisibilityClause(unitOfWork, organization, only);
        List<String> teams = clause.teamsOf(only.member());
        List<List<String>> keys = select(
                organization,
                KEYS_OF_VISIBLE + clause.ofMany(teams),
                parameters -> VisibilityClause.bind(only, teams, parameters),
                (row, context) -> new ColumnReader(row).texts());
        keys.forEach(tags -> tags.forEach(key -> contacts.merge(key, 1L, Long::sum)));
        return contacts;
    }

    private <T> List<T> select(
            OrganizationId organization, String statement, Consumer<StatementParameters> binding, RowMapper<T> mapper) {
        try (Query query = unitOfWork.reading().createQuery(statement)) {
            binding.accept(
                    new StatementParameters(query, unitOfWork.database()).text("organization", organization.value()));
            return Rows.all(query, mapper);
        }
    }
}
