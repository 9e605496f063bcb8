package org.contacts4j.application.customfield;

import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.CustomFieldFolderId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.customfield.CustomFieldFolder;

/** The folders of custom fields that are kept. Those of another organisation are as good as not there. */
public interface CustomFieldFolders {

    /** Keeps a new folder. Its id must be free. */
    void insert(OrganizationId organization, CustomFieldFolder folder);

    /** Every folder, by position and then by id. */
    List<CustomFieldFolder> list(OrganizationId organization);

    /** The folder, for a change of it or of what is in it: held against other writers until the transaction ends. */
    Optional<CustomFieldFolder> lock(OrganizationId organization, CustomFieldFolderId id);

    /** Keeps the changed folder. */
    void update(OrganizationId organization, CustomFieldFolder folder);

    /** Forgets a folder that nothing is in any more. */
    void delete(OrganizationId organization, CustomFieldFolderId id);
}
