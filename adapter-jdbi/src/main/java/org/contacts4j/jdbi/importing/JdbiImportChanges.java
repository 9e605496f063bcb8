package org.contacts4j.jdbi.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.undo.ImportChanges;
import org.contacts4j.application.importing.undo.KeptContact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** {@link ImportChanges} in four tables. */
public final class JdbiImportChanges implements ImportChanges {

    /** Has parameters with names of its own, because it is sent together with other statements. */
    private static final String ADD_CREATED = """
            insert into import_creation (organization_id, import_id, first_id, contact_ids)
            values (:organization, :creating, :firstCreated, :allCreated)
            """;

    private static final String ADD_UPDATED = """
            insert into import_update (organization_id, import_id, contact_id, event_id)
            values (:organization, :id, :contact, :event)
            """;

    private static final String ADD_UNDONE = """
            insert into import_undone_event (organization_id, contact_id, event_id, import_id)
            values (:organization, :contact, :event, :id)
            """;

    private static final String NEXT_CREATED = """
            select first_id, contact_ids from import_creation where organization_id = :organization and import_id = :id
            order by organization_id desc, import_id desc, first_id desc limit 1
            """;

    private static final String SHORTEN_CREATED = """
            update import_creation set contact_ids = trim_array(contact_ids, cast(:count as integer))
            where organization_id = :organization and import_id = :id and first_id = :first
            """;

    private static final String DELETE_EMPTY = """
            delete from import_creation
            where organization_id = :organization and import_id = :id and first_id = :first
            and cardinality(contact_ids) = 0
            """;

    private static final String NEXT_UPDATED = """
            select distinct organization_id, import_id, contact_id from import_update
            where organization_id = :organization and import_id = :id
            order by organization_id desc, import_id desc, contact_id desc limit :limit
            """;

    private static final String DELETE_UPDATED = """
            delete from import_update
            where organization_id = :organization and import_id = :id and contact_id = :contact
            """;

    /** A condition on all columns of the key, so that both databases look each contact up. */
    private static final String CONTACT_OF_IMPORT = "import_id = :id and r.contact_id";

    /** Conflicts with the locks of statements that insert references to the rows. */
    private static final String LOCK = " order by r.id for update";

    private static final String IS_UNUSED = """
             and not exists (select 1 from contact_comment c
                where c.organization_id = :organization and c.contact_id = r.id)
            and not exists (select 1 from attachment a
                where a.organization_id = :organization and a.contact_id = r.id and a.uploaded_at > r.created_at)
            and not exists (select 1 from contact_link l
                where l.organization_id = :organization and l.contact_id = r.id)
            and not exists (select 1 from contact m
                where m.organization_id = :organization and m.reports_to = r.id)
            and not exists (select 1 from company c
                where c.organization_id = :organization and c.id = r.company_id and c.primary_contact_id = r.id)
            """;

    private final UnitOfWork unitOfWork;

    public JdbiImportChanges(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void add(OrganizationId organization, ImportId id, List<ContactEvent> events) {
        List<ContactId> created = events.stream()
                .filter(event -> event.type() == ContactEvent.Type.CREATED)
                .map(event -> event.contact().id())
                .toList();
        if (!created.isEmpty()) {
            unitOfWork.writeTogether(
                    organization,
                    ADD_CREATED,
                    row -> row.uuid("creating", id.value())
                            .uuid("firstCreated", created.get(0).value())
                            .texts(
                                    "allCreated",
                                    created.stream().map(ContactId::toString).toList()));
        }
        List<ContactEvent> updates = events.stream()
                .filter(event -> event.type() == ContactEvent.Type.UPDATED)
                .toList();
        unitOfWork.writeEach(
                organization,
                ADD_UPDATED,
                updates,
                (row, event) -> row.uuid("id", id.value())
                        .uuid("contact", event.contact().id().value())
                        .uuid("event", event.id()));
    }

    @Override
    public Optional<Created> nextCreated(OrganizationId organization, ImportId id, int limit) {
        try (Query query = unitOfWork.reading().createQuery(NEXT_CREATED)) {
            of(query, organization, id);
            return Rows.first(query, (row, context) -> {
                ColumnReader columns = new ColumnReader(row);
                ContactId first = new ContactId(columns.uuid());
                List<ContactId> all = columns.texts(ContactId::parse);
                return new Created(first, all.subList(Math.max(0, all.size() - limit), all.size()));
            });
        }
    }

    @Override
    public void deleteCreated(OrganizationId organization, ImportId id, Created created) {
        List<UUID> first = List.of(created.first().value());
        int count = created.contacts().size();
        unitOfWork.writeEach(
                organization,
                SHORTEN_CREATED,
                first,
                (row, batch) -> row.uuid("id", id.value()).uuid("first", batch).number("count", count));
        unitOfWork.writeEach(
                organization,
                DELETE_EMPTY,
                first,
                (row, batch) -> row.uuid("id", id.value()).uuid("first", batch));
    }

    @Override
    public Map<ContactId, List<UUID>> nextUpdated(OrganizationId organization, ImportId id, int limit) {
        List<ContactId> next;
        try (Query query = unitOfWork.reading().createQuery(NEXT_UPDATED)) {
            of(query, organization, id).number("limit", limit);
            next = Rows.all(query, (row, context) -> new ContactId(row.getObject(3, UUID.class)));
        }
        Map<ContactId, List<UUID>> latestFirst = new LinkedHashMap<>();
        next.forEach(contact -> latestFirst.put(contact, List.of()));
        latestFirst.putAll(updatesOf(organization, id, next));
        return latestFirst;
    }

    @Override
    public Map<ContactId, List<UUID>> updatesOf(
            OrganizationId organization, ImportId id, Collection<ContactId> contacts) {
        String table = unitOfWork.database().lookUp("import_update", CONTACT_OF_IMPORT, "uuid");
        try (Query query = unitOfWork.reading().createQuery("select r.contact_id, r.event_id" + table)) {
            wanted(of(query, organization, id), contacts);
            return byContact(query);
        }
    }

    @Override
    public void deleteUpdated(OrganizationId organization, ImportId id, Collection<ContactId> contacts) {
        unitOfWork.writeEach(
                organization,
                DELETE_UPDATED,
                List.copyOf(contacts),
                (row, contact) -> row.uuid("id", id.value()).uuid("contact", contact.value()));
    }

    @Override
    public void addUndone(OrganizationId organization, ImportId id, Map<ContactId, List<UUID>> events) {
        events.forEach((contact, ids) -> unitOfWork.writeEach(
                organization,
                ADD_UNDONE,
                ids,
                (row, event) -> row.uuid("contact", contact.value())
                        .uuid("event", event)
                        .uuid("id", id.value())));
    }

    @Override
    public Map<ContactId, List<UUID>> undoneOf(OrganizationId organization, Collection<ContactId> contacts) {
        String table = unitOfWork.database().lookUp("import_undone_event", "contact_id", "uuid");
        try (Query query = unitOfWork.reading().createQuery("select r.contact_id, r.event_id" + table)) {
            wanted(of(query, organization), contacts);
            return byContact(query);
        }
    }

    @Override
    public Set<ContactId> lockUnused(OrganizationId organization, Collection<ContactId> contacts) {
        String table = "select r.id" + unitOfWork.database().lookUp("contact", "id", "uuid");
        ids(unitOfWork.locking(), table + LOCK, organization, contacts);
        return new HashSet<>(ids(unitOfWork.reading(), table + IS_UNUSED, organization, contacts));
    }

    private List<ContactId> ids(
            Handle handle, String sql, OrganizationId organization, Collection<ContactId> contacts) {
        try (Query query = handle.createQuery(sql)) {
            wanted(of(query, organization), contacts);
            return Rows.all(query, (row, context) -> new ContactId(row.getObject(1, UUID.class)));
        }
    }

    @Override
    public void addKept(OrganizationId organization, ImportId id, Map<ContactId, KeptContact.Reason> reasons) {
        new KeptContacts(unitOfWork, organization).add(id, reasons);
    }

    @Override
    public List<KeptContact> kept(OrganizationId organization, Visibility visibility, ImportId id, int limit) {
        return new KeptContacts(unitOfWork, organization).of(id, visibility, limit);
    }

    @Override
    public boolean delete(OrganizationId organization, ImportId id, int limit) {
        ImportSql sql = unitOfWork.writing().attach(ImportSql.class);
        String of = organization.value();
        return Math.max(
                        Math.max(sql.deleteCreations(of, id.value(), limit), sql.deleteUpdates(of, id.value(), limit)),
                        Math.max(sql.deleteUndone(of, id.value(), limit), sql.deleteKept(of, id.value(), limit)))
                >= limit;
    }

    private StatementParameters of(Query query, OrganizationId organization, ImportId id) {
        return of(query, organization).uuid("id", id.value());
    }

    private StatementParameters of(Query query, OrganizationId organization) {
        return new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
    }

    private static void wanted(StatementParameters parameters, Collection<ContactId> contacts) {
        parameters.uuids("wanted", contacts.stream().map(ContactId::toString).toList());
    }

    private static Map<ContactId, List<UUID>> byContact(Query query) {
        Map<ContactId, List<UUID>> events = new LinkedHashMap<>();
        Rows.all(
                query,
                (row, context) -> events.computeIfAbsent(
                                new ContactId(row.getObject(1, UUID.class)), none -> new ArrayList<>())
                        .add(row.getObject(2, UUID.class)));
        return events;
    }
}
