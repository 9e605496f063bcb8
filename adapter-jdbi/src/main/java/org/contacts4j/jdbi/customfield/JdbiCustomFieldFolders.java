package org.contacts4j.jdbi.customfield;

import java.util.List;
import java.util.Optional;
import org.contacts4j.application.customfield.CustomFieldFolders;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;

/** {@link CustomFieldFolders} in a table, one row per folder. */
public final class JdbiCustomFieldFolders implements CustomFieldFolders {

    private static final String INSERT = """
            insert into custom_field_folder (organization_id, id, name, position)
            values (:organization, :id, :name, :position)
            """;

    private static final String UPDATE = """
            update custom_field_folder set name = :name, position = :position
            where organization_id = :organization and id = :id
            """;

    private static final String DELETE =
            "delete from custom_field_folder where organization_id = :organization and id = :id";

    private final UnitOfWork unitOfWork;

    public JdbiCustomFieldFolders(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, CustomFieldFolder folder) {
        write(organization, INSERT, folder);
    }

    @Override
    public List<CustomFieldFolder> list(OrganizationId organization) {
        return unitOfWork.reading().attach(FolderSql.class).list(organization.value());
    }

    @Override
    public Optional<CustomFieldFolder> lock(OrganizationId organization, CustomFieldFolderId id) {
        return unitOfWork.locking().attach(FolderSql.class).lock(organization.value(), id.value());
    }

    @Override
    public void update(OrganizationId organization, CustomFieldFolder folder) {
        write(organization, UPDATE, folder);
    }

    @Override
    public void delete(OrganizationId organization, CustomFieldFolderId id) {
        unitOfWork.write(new StatementBatch(organization).and(DELETE, parameters -> parameters.uuid("id", id.value())));
    }

    private void write(OrganizationId organization, String statement, CustomFieldFolder folder) {
        unitOfWork.write(new StatementBatch(organization)
                .and(
                        statement,
                        parameters -> parameters
                                .uuid("id", folder.id().value())
                                .text("name", folder.name())
                                .number("position", folder.position())));
    }
}
