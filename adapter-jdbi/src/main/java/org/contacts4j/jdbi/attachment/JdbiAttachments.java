package org.contacts4j.jdbi.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.contacts4j.application.attachment.Attachments;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** {@link Attachments} in one table, and the total bytes used by each organization in another. */
public final class JdbiAttachments implements Attachments {

    private static final AttachmentRow ROW = new AttachmentRow();

    private static final String SELECT = "select " + AttachmentRow.COLUMNS + " from attachment r where ";
    private static final String BY_ID = "r.organization_id = :organization and r.id = :id";
    private static final String OF_CONTACT = """
            r.organization_id = :organization and r.contact_id = :contact
            order by r.organization_id desc, r.contact_id desc, r.uploaded_at desc, r.id desc
            """;

    private static final String INSERT = """
            insert into attachment (
                organization_id, id, contact_id, file_name, content_type, byte_count, sha256, uploaded_by, uploaded_at)
            values (
                :organization, :id, :contact, :fileName, :contentType, :byteCount, :sha256, :uploadedBy, :uploadedAt)
            """;

    private static final String USE = """
            update attachment_usage set byte_count = byte_count + :change where organization_id = :organization
            """;

    private static final String SELECT_USAGE =
            "select byte_count from attachment_usage where organization_id = :organization ";
    private static final String INSERT_USAGE =
            "insert into attachment_usage (organization_id, byte_count) values (:organization, 0)";

    private static final String ONE = "organization_id = :organization and id = :id";
    private static final String ALL = "organization_id = :organization and contact_id = :contact";

    private final UnitOfWork unitOfWork;

    public JdbiAttachments(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * Returns the statements that delete a contact's attachments before the contact itself is deleted. They mark the
     * content of the attachments for deletion.
     */
    public static StatementBatch deleteStatements(OrganizationId organization, ContactId contact, Instant now) {
        return deletion(organization, ALL, now, parameters -> parameters.uuid("contact", contact.value()));
    }

    @Override
    public void insert(OrganizationId organization, Attachment attachment) {
        lockBytesUsed(organization);
        unitOfWork.hold("contact", organization, attachment.contactId().value());
        unitOfWork.write(new StatementBatch(organization)
                .and(INSERT, parameters -> AttachmentRow.bind(parameters, attachment))
                .and(USE, parameters -> parameters.number("change", attachment.size())));
    }

    @Override
    public Optional<Attachment> find(OrganizationId organization, AttachmentId id) {
        try (Query query = unitOfWork.reading().createQuery(SELECT + BY_ID)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("id", id.value());
            return Rows.first(query, ROW);
        }
    }

    @Override
    public List<Attachment> of(OrganizationId organization, ContactId contact) {
        try (Query query = unitOfWork.reading().createQuery(SELECT + OF_CONTACT)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("contact", contact.value());
            return Rows.all(query, ROW);
        }
    }

    @Override
    public void delete(OrganizationId organization, Attachment attachment) {
        lockBytesUsed(organization);
        unitOfWork.write(deletion(
                organization,
                ONE,
                attachment.uploadedAt(),
                parameters -> parameters.uuid("id", attachment.id().value())));
    }

    @Override
    public long bytesUsed(OrganizationId organization) {
        return bytesUsed(unitOfWork.reading(), organization, "").orElse(0L);
    }

    @Override
    public long lockBytesUsed(OrganizationId organization) {
        Optional<Long> used = bytesUsed(unitOfWork.locking(), organization, "for update");
        if (used.isEmpty()) {
            unitOfWork.write(new StatementBatch(organization).and(INSERT_USAGE, parameters -> {}));
        }
        return used.orElse(0L);
    }

    private Optional<Long> bytesUsed(Handle handle, OrganizationId organization, String lock) {
        try (Query query = handle.createQuery(SELECT_USAGE + lock)) {
            new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            return Rows.first(query, (row, context) -> row.getLong(1));
        }
    }

    private static StatementBatch deletion(
            OrganizationId organization, String which, Instant now, Consumer<StatementParameters> binding) {
        return new StatementBatch(organization)
                .and(
                        "insert into unreferenced_content (organization_id, id, since, marked_for_deletion)"
                                + " select organization_id, id, :now, true from attachment where " + which,
                        binding.andThen(parameters -> parameters.time("now", now)))
                .and(
                        "update attachment_usage set byte_count = byte_count - ("
                                + "select coalesce(sum(byte_count), 0) from attachment where " + which
                                + ") where organization_id = :organization"
                                + " and exists (select 1 from attachment where " + which + ")",
                        binding)
                .and("delete from attachment where " + which, binding);
    }
}
