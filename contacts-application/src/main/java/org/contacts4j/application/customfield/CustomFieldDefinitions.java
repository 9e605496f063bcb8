package org.contacts4j.application.customfield;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contacts4j.domain.CustomFieldFolderId;
import org.contacts4j.domain.CustomFieldId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.customfield.CustomFieldType;

/**
 * The definitions of custom fields that are kept. Those of another organisation are as good as not there, and so are
 * deleted ones, but for their keys: contacts do not show values under these ({@link
 * org.contacts4j.domain.contact.Contact#hiddenFields}).
 */
public interface CustomFieldDefinitions {

    /** Keeps a new definition. Its id and its key must be free, also of deleted definitions. */
    void insert(OrganizationId organization, CustomField field);

    /** Every definition, archived ones included, by position and then by key. */
    List<CustomField> list(OrganizationId organization);

    /** The type of every definition, archived ones included, by key. One small statement. */
    Map<String, CustomFieldType> types(OrganizationId organization);

    /** What all definitions ask of values. One small statement, good for any number of records. */
    CustomFieldRules rules(OrganizationId organization);

    /** The definition as it is. */
    Optional<CustomField> find(OrganizationId organization, CustomFieldId id);

    /** The definition, for a change of it: held against other writers until the transaction ends. */
    Optional<CustomField> lock(OrganizationId organization, CustomFieldId id);

    /** The definition that has this key, which is compared as it is. */
    Optional<CustomField> findByKey(OrganizationId organization, String key);

    /** Keeps the changed definition. */
    void update(OrganizationId organization, CustomField field);

    /** Takes every definition out of this folder. */
    void unfile(OrganizationId organization, CustomFieldFolderId folder);

    /** Deletes the definition. Contacts keep their values under its key, but show them no more. */
    void delete(OrganizationId organization, CustomFieldId id);

    /**
     * Frees the key of a deleted definition, so that contacts show their values under it again.
     *
     * @return the definition as it was when it was deleted; nothing when no deleted definition has the key
     */
    Optional<CustomField> release(OrganizationId organization, String key);
}
