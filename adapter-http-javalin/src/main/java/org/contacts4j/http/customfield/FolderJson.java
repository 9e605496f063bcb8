package org.contacts4j.http.customfield;

import java.util.UUID;
import org.contacts4j.domain.customfield.CustomFieldFolder;

/** The JSON of a custom field folder in the canonical API. */
record FolderJson(UUID id, String name, int position) {

    static FolderJson from(CustomFieldFolder folder) {
        return new FolderJson(folder.id().value(), folder.name(), folder.position());
    }
}
