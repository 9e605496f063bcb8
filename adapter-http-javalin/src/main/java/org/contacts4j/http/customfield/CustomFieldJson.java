package org.contacts4j.http.customfield;

import static org.contacts4j.json.JsonType.FLAG;
import static org.contacts4j.json.JsonType.TEXT;

import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.customfield.CustomFieldProperty;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.customfield.FolderProperty;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.json.JsonMembers;
import org.contacts4j.json.JsonType;

/** The JSON of custom field definitions and their folders in the canonical API, in requests and responses. */
final class CustomFieldJson {

    static final JsonMembers<CustomField> FIELD = new JsonMembers<CustomField>()
            .writing(json -> json.id("id", CustomField::id))
            .with(CustomFieldProperty.KEY, TEXT)
            .with(CustomFieldProperty.LABEL, TEXT)
            .with(CustomFieldProperty.TYPE, JsonType.word(CustomFieldType.class))
            .with(CustomFieldProperty.OPTIONS, JsonType.TEXTS)
            .with(CustomFieldProperty.REQUIRED, FLAG)
            .with(CustomFieldProperty.FOLDER, JsonType.id(CustomFieldFolderId::parse))
            .with(CustomFieldProperty.POSITION, JsonType.WHOLE)
            .with(CustomFieldProperty.ARCHIVED, FLAG);

    static final JsonMembers<CustomFieldFolder> FOLDER = new JsonMembers<CustomFieldFolder>()
            .writing(json -> json.id("id", CustomFieldFolder::id))
            .with(FolderProperty.NAME, TEXT)
            .with(FolderProperty.POSITION, JsonType.WHOLE);

    private CustomFieldJson() {}
}
