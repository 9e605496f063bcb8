package org.contacts4j.jdbi.attachment;

import java.util.Optional;
import org.contacts4j.application.attachment.ContentParts;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.transaction.UnitOfWork;

/** {@link ContentParts} in a table, with a few hundred kilobytes per row. */
public final class JdbiContentParts implements ContentParts {

    private final UnitOfWork unitOfWork;

    public JdbiContentParts(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, AttachmentId id, int number, byte[] part) {
        unitOfWork.writing().attach(ContentSql.class).insertPart(organization.value(), id.value(), number, part);
    }

    @Override
    public Optional<byte[]> find(OrganizationId organization, AttachmentId id, int number) {
        return unitOfWork.reading().attach(ContentSql.class).part(organization.value(), id.value(), number);
    }

    @Override
    public boolean delete(OrganizationId organization, AttachmentId id, int limit) {
        return unitOfWork.writing().attach(ContentSql.class).deleteParts(organization.value(), id.value(), limit) > 0;
    }
}
