package org.contacts4j.jdbi.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.contact.event.ContactEvent.FieldChange;
import org.contacts4j.domain.contact.event.ContactEvent.Subject;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.ColumnWriter;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.contacts4j.jdbi.webhook.DeliveryFanOut;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The event log in a table. Its rows are inserted and erased, never updated. */
public final class JdbiContactEvents implements ContactEvents {

    static final String INSERT = """
            insert into contact_event (
                organization_id, contact_id, version, id, type, occurred_at, member_id,
                name, email, company_id, status, changes)
            values (
                :organization, :eventContact, :eventVersion, :eventId, :eventType, :eventAt, :eventBy,
                :eventName, :eventEmail, :eventCompany, :eventStatus, :eventChanges)
            """;

    private static final String COLUMNS =
            "id, type, contact_id, name, email, company_id, status, version, occurred_at, member_id, changes ";

    private static final String SELECT = "select " + COLUMNS + """
            from contact_event
            where organization_id = :organization and contact_id = :contact
            order by organization_id desc, contact_id desc, version desc, id desc
            limit :limit
            """;

    private static final String DELETE =
            "delete from contact_event where organization_id = :organization and contact_id = :contact";

    private final UnitOfWork unitOfWork;

    public JdbiContactEvents(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(OrganizationId organization, ContactEvent event) {
        StatementBatch writes = new StatementBatch(organization);
        append(unitOfWork, organization, writes, event);
        unitOfWork.write(writes);
    }

    static void append(UnitOfWork unitOfWork, OrganizationId organization, StatementBatch writes, ContactEvent event) {
        writes.and(INSERT, parameters -> bind(parameters, event));
        DeliveryFanOut.add(unitOfWork, organization, writes, event);
        unitOfWork.appended(organization, event);
    }

    /** The columns of a row, in the order of {@link #write}. */
    static final String NAMES = "organization_id, contact_id, version, id, type, occurred_at, member_id,"
            + " name, email, company_id, status, changes";

    /** Writes the values of a complete row. */
    static void write(ColumnWriter values, OrganizationId organization, ContactEvent event) {
        values.text("organization", organization.value());
        bind(values, event);
    }

    private static void bind(ColumnWriter values, ContactEvent event) {
        Subject contact = event.contact();
        @Nullable MemberId by = event.by();
        @Nullable CompanyId company = contact.company();
        values.uuid("eventContact", contact.id().value())
                .number("eventVersion", event.version())
                .uuid("eventId", event.id())
                .word("eventType", event.type())
                .time("eventAt", event.at())
                .text("eventBy", by == null ? null : by.value())
                .text("eventName", contact.name())
                .text("eventEmail", contact.email())
                .uuid("eventCompany", company == null ? null : company.value())
                .word("eventStatus", contact.status())
                .text("eventChanges", Json.write(event.changes()));
    }

    @Override
    public List<ContactEvent> latest(OrganizationId organization, ContactId contact, int limit) {
        return unitOfWork
                .reading()
                .createQuery(SELECT)
                .bind("organization", organization.value())
                .bind("contact", contact.value())
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list();
    }

    @Override
    public List<ContactEvent> find(OrganizationId organization, Collection<ContactId> contacts, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String find = "select " + COLUMNS + unitOfWork.database().lookUp("contact_event", "contact_id", "uuid")
                + " and id = any(:ids)";
        try (Query query = unitOfWork.reading().createQuery(find)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuids(
                            "wanted",
                            contacts.stream()
                                    .map(ContactId::toString)
                                    .distinct()
                                    .toList())
                    .uuids("ids", ids.stream().map(UUID::toString).toList());
            return Rows.all(query, (row, context) -> event(row));
        }
    }

    @Override
    public int erase(OrganizationId organization, ContactId contact) {
        try (Update delete = unitOfWork.writing().createUpdate(DELETE)) {
            new StatementParameters(delete, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("contact", contact.value());
            int deleted = delete.execute();
            unitOfWork.database().requestForFileRewrite().ifPresent(unitOfWork.writing()::execute);
            return deleted;
        }
    }

    private static ContactEvent event(ResultSet row) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        UUID id = columns.uuid();
        ContactEvent.Type type =
                EnumNames.find(ContactEvent.Type.class, columns.text()).orElseThrow();
        Subject contact = new Subject(
                new ContactId(columns.uuid()),
                columns.text(),
                columns.textOrNull(),
                columns.idOrNull(CompanyId::new),
                EnumNames.find(ContactStatus.class, columns.text()).orElseThrow());
        return new ContactEvent(
                id, type, contact, columns.number(), columns.time(), columns.memberOrNull(), changes(columns.text()));
    }

    private static Map<String, FieldChange> changes(String json) {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        Json.readData(json).forEach((field, change) -> {
            if (change instanceof Map<?, ?> values) {
                changes.put(field, new FieldChange(values.get("before"), values.get("after")));
            }
        });
        return changes;
    }
}
