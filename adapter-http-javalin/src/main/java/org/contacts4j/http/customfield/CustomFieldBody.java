package org.contacts4j.http.customfield;

import org.contacts4j.domain.CustomFieldFolderId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.customfield.CustomFieldProperty;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.customfield.FolderProperty;
import org.contacts4j.http.json.Json;
import org.contacts4j.http.json.Kinds;
import org.contacts4j.http.json.PatchReader;

/** The bodies that create and change custom fields and folders: which members they have, and of which kind. */
final class CustomFieldBody {

    private static final PatchReader<CustomField> FIELD = PatchReader.<CustomField>empty()
            .with(CustomFieldProperty.KEY, Kinds.TEXT)
            .with(CustomFieldProperty.LABEL, Kinds.TEXT)
            .with(CustomFieldProperty.TYPE, Kinds.word(CustomFieldType.class))
            .with(CustomFieldProperty.OPTIONS, Kinds.listOf(Kinds.TEXT))
            .with(CustomFieldProperty.REQUIRED, Kinds.BOOL)
            .with(CustomFieldProperty.FOLDER, Kinds.id(CustomFieldFolderId::parse))
            .with(CustomFieldProperty.POSITION, Kinds.WHOLE)
            .with(CustomFieldProperty.ARCHIVED, Kinds.BOOL);

    private static final PatchReader<CustomFieldFolder> FOLDER = PatchReader.<CustomFieldFolder>empty()
            .with(FolderProperty.NAME, Kinds.TEXT)
            .with(FolderProperty.POSITION, Kinds.WHOLE);

    private CustomFieldBody() {}

    static Patch<CustomField> readField(byte[] json) {
        return FIELD.read(Json.readObject(json));
    }

    static Patch<CustomFieldFolder> readFolder(byte[] json) {
        return FOLDER.read(Json.readObject(json));
    }
}
