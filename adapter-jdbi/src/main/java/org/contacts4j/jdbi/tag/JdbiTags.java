package org.contacts4j.jdbi.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.contacts4j.application.tag.CountedTag;
import org.contacts4j.application.tag.Tags;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.TagId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.tag.Tag;
import org.contacts4j.jdbi.Columns;
import org.contacts4j.jdbi.Parameters;
import org.contacts4j.jdbi.RecordCounts;
import org.contacts4j.jdbi.Rows;
import org.contacts4j.jdbi.Session;
import org.contacts4j.jdbi.Writes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Tags in a table, one row each. */
public final class JdbiTags implements Tags {

    private static final RowMapper<Known> KNOWN = (row, context) -> {
        Columns columns = new Columns(row);
        return new Known(new Tag(new TagId(columns.uuid()), columns.text(), columns.time()), columns.flag());
    };

    private static final RowMapper<CountedTag> COUNTED = (row, context) -> {
        Columns columns = new Columns(row);
        return new CountedTag(new Tag(new TagId(columns.uuid()), columns.text(), columns.time()), columns.number());
    };

    private static final String SELECT =
            "select id, name, created_at, declared from tag where organization_id = :organization ";

    private static final String LIST = """
            select t.id, t.name, t.created_at, coalesce(counted.contacts, 0)
            from tag t
            left join (
                select kind, sum(change) as contacts
                from (
                    select kind, total as change from record_count
                    where organization_id = :organization and kind like 'tag.%'
                    union all
                    select kind, change from record_count_change
                    where organization_id = :organization and kind like 'tag.%') noted
                group by kind) counted on counted.kind = 'tag.' || t.tag_key
            where t.organization_id = :organization
            order by t.tag_key limit :limit
            """;

    private static final String VISIBLE = " from contact r where r.organization_id = :organization and ";

    private static final String INSERT = """
            insert into tag (organization_id, tag_key, id, name, declared, created_at)
            values (:organization, :key, :id, :name, true, :createdAt)
            """;

    private static final String DECLARE =
            "update tag set declared = true where organization_id = :organization and id = :id";

    private static final String DELETE = "delete from tag where organization_id = :organization and id = :id";

    private final Session session;

    public JdbiTags(Session session) {
        this.session = session;
    }

    @Override
    public List<CountedTag> list(OrganizationId organization, Visibility visibility, int limit) {
        return visibility instanceof Visibility.AssignedTo only
                ? listOf(organization, only.member(), limit)
                : select(organization, LIST, parameters -> parameters.number("limit", limit), COUNTED);
    }

    @Override
    public Optional<CountedTag> find(OrganizationId organization, Visibility visibility, TagId id) {
        Optional<Known> known = known(organization, id);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        long contacts = visibility instanceof Visibility.AssignedTo only
                ? countOf(organization, only.member(), known.get().tag())
                : new RecordCounts(session)
                        .total(
                                organization,
                                List.of(TagLedger.countedAs(known.get().tag().key())));
        return known.filter(tag -> tag.declared() || visibility instanceof Visibility.Everything || contacts > 0)
                .map(tag -> new CountedTag(tag.tag(), contacts));
    }

    @Override
    public void declare(OrganizationId organization, Tag tag) {
        Optional<Known> known = known(organization, tag.id());
        if (known.isEmpty()) {
            write(
                    organization,
                    INSERT,
                    parameters -> parameters
                            .text("key", tag.key())
                            .uuid("id", tag.id().value())
                            .text("name", tag.name())
                            .time("createdAt", tag.createdAt()));
        } else if (!known.get().declared()) {
            write(
                    organization,
                    DECLARE,
                    parameters -> parameters.uuid("id", tag.id().value()));
        }
    }

    @Override
    public void delete(OrganizationId organization, TagId id) {
        write(organization, DELETE, parameters -> parameters.uuid("id", id.value()));
    }

    /** What is assigned to one member is counted as it is read: nobody works with very many contacts. */
    private List<CountedTag> listOf(OrganizationId organization, MemberId member, int limit) {
        Map<String, Long> contacts = new HashMap<>();
        for (List<String> keys : select(
                organization,
                "select r.tag_keys" + VISIBLE + assigned(),
                parameters -> parameters.texts("onlyOf", List.of(member.value())),
                (row, context) -> new Columns(row).texts())) {
            keys.forEach(key -> contacts.merge(key, 1L, Long::sum));
        }
        return select(organization, SELECT + "order by tag_key", parameters -> {}, KNOWN).stream()
                .filter(known ->
                        known.declared() || contacts.containsKey(known.tag().key()))
                .limit(limit)
                .map(known -> new CountedTag(
                        known.tag(), contacts.getOrDefault(known.tag().key(), 0L)))
                .toList();
    }

    private long countOf(OrganizationId organization, MemberId member, Tag tag) {
        String tagged = session.database().containsAll("r.tag_keys", "tags");
        return select(
                        organization,
                        "select count(*)" + VISIBLE + assigned() + " and " + tagged,
                        parameters -> parameters
                                .texts("onlyOf", List.of(member.value()))
                                .texts("tags", List.of(tag.key())),
                        (row, context) -> row.getLong(1))
                .get(0);
    }

    private String assigned() {
        return session.database().containsAll("r.assigned_to", "onlyOf");
    }

    private Optional<Known> known(OrganizationId organization, TagId id) {
        return select(organization, SELECT + "and id = :id", parameters -> parameters.uuid("id", id.value()), KNOWN)
                .stream()
                .findFirst();
    }

    private void write(OrganizationId organization, String statement, Consumer<Parameters> binding) {
        session.write(new Writes(organization).and(statement, binding));
    }

    private <T> List<T> select(
            OrganizationId organization, String statement, Consumer<Parameters> binding, RowMapper<T> mapper) {
        try (Query query = session.reading().createQuery(statement)) {
            binding.accept(new Parameters(query, session.database()).text("organization", organization.value()));
            return Rows.all(query, mapper);
        }
    }

    /**
     * A tag in the table.
     *
     * @param declared whether it is known to everybody, not only to those who see a contact that has it
     */
    private record Known(Tag tag, boolean declared) {}
}
