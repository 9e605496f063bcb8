package org.contacts4j.application.customfield;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * The stored definitions of custom fields. Definitions of other organizations are treated as absent. So are deleted
 * definitions, but their keys are retained: contacts hide values under these keys ({@link
 * org.contacts4j.domain.contact.Contact#hiddenFields}).
 */
public interface CustomFieldDefinitions {

    /** Inserts a definition. Its id and its key must be unused, also by deleted definitions. */
    void insert(OrganizationId organization, CustomField field);

    /** Returns all definitions, including archived ones, by position and then by key. */
    List<CustomField> list(OrganizationId organization);

    /** Returns the type of each definition, including archived ones, by key. Takes one small statement. */
    Map<String, CustomFieldType> types(OrganizationId organization);

    /** Returns the rules for values. Takes one small statement, and the result serves any number of records. */
    CustomFieldRules rules(OrganizationId organization);

    /** Returns the definition with this id. */
    Optional<CustomField> find(OrganizationId organization, CustomFieldId id);

    /** Returns the definition and locks it until the transaction ends. */
    Optional<CustomField> lock(OrganizationId organization, CustomFieldId id);

    /** Returns the definition with this key. Keys are compared exactly. */
    Optional<CustomField> findByKey(OrganizationId organization, String key);

    /** Updates the definition. */
    void update(OrganizationId organization, CustomField field);

    /** Removes all definitions from this folder. */
    void removeAllFromFolder(OrganizationId organization, CustomFieldFolderId folder);

    /** Deletes the definition. Contacts retain their values under its key, but hide them. */
    void delete(OrganizationId organization, CustomFieldId id);

    /**
     * Releases the key of a deleted definition, so that contacts show their values under it again.
     *
     * @return the deleted definition; empty if no deleted definition has the key
     */
    Optional<CustomField> release(OrganizationId organization, String key);
}
