package org.contacts4j.jdbi.attachment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.contacts4j.application.attachment.UnreferencedContents;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.transaction.UnitOfWork;

/** {@link UnreferencedContents} in a table, one row per content. */
public final class JdbiUnreferencedContents implements UnreferencedContents {

    private final UnitOfWork unitOfWork;

    public JdbiUnreferencedContents(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void add(OrganizationId organization, AttachmentId id, Instant since) {
        sql().add(organization.value(), id.value(), since.atOffset(ZoneOffset.UTC));
    }

    @Override
    public boolean claim(OrganizationId organization, AttachmentId id) {
        return sql().claim(organization.value(), id.value()) == 1;
    }

    @Override
    public boolean markForDeletion(OrganizationId organization, AttachmentId id) {
        return sql().markForDeletion(organization.value(), id.value()) == 1;
    }

    @Override
    public List<AttachmentId> markedForDeletion(OrganizationId organization, Instant before, int limit) {
        ContentSql sql = sql();
        sql.markForDeletionBefore(organization.value(), before.atOffset(ZoneOffset.UTC));
        return sql.markedForDeletion(organization.value(), limit).stream()
                .map(AttachmentId::new)
                .toList();
    }

    @Override
    public void forget(OrganizationId organization, AttachmentId id) {
        sql().forget(organization.value(), id.value());
    }

    private ContentSql sql() {
        return unitOfWork.writing().attach(ContentSql.class);
    }
}
