package org.contacts4j.application.customfield;

import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.OrganizationId;

/** The stored folders of custom fields. Folders of other organizations are treated as absent. */
public interface CustomFieldFolders {

    /** Inserts a folder. Its id must be unused. */
    void insert(OrganizationId organization, CustomFieldFolder folder);

    /** Returns all folders, by position and then by id. */
    List<CustomFieldFolder> list(OrganizationId organization);

    /** Returns the folder and locks it until the transaction ends, to change the folder or its contents. */
    Optional<CustomFieldFolder> lock(OrganizationId organization, CustomFieldFolderId id);

    /** Updates the folder. */
    void update(OrganizationId organization, CustomFieldFolder folder);

    /** Deletes an empty folder. */
    void delete(OrganizationId organization, CustomFieldFolderId id);
}
