package org.contacts4j.http.customfield;

import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.customfield.CustomFieldProperty;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.customfield.FolderProperty;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.json.Json;
import org.contacts4j.json.PatchReader;
import org.contacts4j.json.ValueReaders;

/** The request bodies that create and change custom fields and their folders. Unknown members are ignored. */
final class CustomFieldBody {

    private static final PatchReader<CustomField> FIELD = PatchReader.<CustomField>empty()
            .with(CustomFieldProperty.KEY, ValueReaders.TEXT)
            .with(CustomFieldProperty.LABEL, ValueReaders.TEXT)
            .with(CustomFieldProperty.TYPE, ValueReaders.word(CustomFieldType.class))
            .with(CustomFieldProperty.OPTIONS, ValueReaders.listOf(ValueReaders.TEXT))
            .with(CustomFieldProperty.REQUIRED, ValueReaders.BOOL)
            .with(CustomFieldProperty.FOLDER, ValueReaders.id(CustomFieldFolderId::parse))
            .with(CustomFieldProperty.POSITION, ValueReaders.WHOLE)
            .with(CustomFieldProperty.ARCHIVED, ValueReaders.BOOL);

    private static final PatchReader<CustomFieldFolder> FOLDER = PatchReader.<CustomFieldFolder>empty()
            .with(FolderProperty.NAME, ValueReaders.TEXT)
            .with(FolderProperty.POSITION, ValueReaders.WHOLE);

    private CustomFieldBody() {}

    static Patch<CustomField> readField(byte[] json) {
        return FIELD.read(Json.readObject(json));
    }

    static Patch<CustomFieldFolder> readFolder(byte[] json) {
        return FOLDER.read(Json.readObject(json));
    }
}
