package org.contacts4j.http.customfield;

import java.util.UUID;
import org.contacts4j.domain.customfield.CustomFieldFolder;

/** A folder of custom fields as the canonical API shows it. */
record FolderJson(UUID id, String name, int position) {

    static FolderJson from(CustomFieldFolder folder) {
        return new FolderJson(folder.id().value(), folder.name(), folder.position());
    }
}
