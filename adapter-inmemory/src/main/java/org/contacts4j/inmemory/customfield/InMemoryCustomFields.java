package org.contacts4j.inmemory.customfield;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contacts4j.application.customfield.CustomFieldDefinitions;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

public record InMemoryCustomFields(StoredTransaction tx) implements CustomFieldDefinitions {

    private static final Comparator<CustomField> ORDER =
            Comparator.comparingInt(CustomField::position).thenComparing(CustomField::key);

    @Override
    public void insert(OrganizationId organization, CustomField field) {
        Records records = tx.recordsOf(organization);
        Constraints.require(!records.customFields.containsKey(field.id()), "the custom field is there already");
        Constraints.require(findByKey(organization, field.key()).isEmpty(), "the key is taken");
        Constraints.require(!records.deletedCustomFields.containsKey(field.key()), "the key is one of a deleted field");
        tx.changes().put(records.customFields, field.id(), field);
    }

    @Override
    public List<CustomField> list(OrganizationId organization) {
        return tx.recordsOf(organization).customFields.values().stream()
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Map<String, CustomFieldType> types(OrganizationId organization) {
        return tx.recordsOf(organization).customFields.values().stream()
                .collect(Collectors.toUnmodifiableMap(CustomField::key, CustomField::type));
    }

    @Override
    public CustomFieldRules rules(OrganizationId organization) {
        Records records = tx.recordsOf(organization);
        return new CustomFieldRules(records.customFields.values(), records.deletedCustomFields.keySet());
    }

    @Override
    public Optional<CustomField> find(OrganizationId organization, CustomFieldId id) {
        return Optional.ofNullable(tx.recordsOf(organization).customFields.get(id));
    }

    @Override
    public Optional<CustomField> lock(OrganizationId organization, CustomFieldId id) {
        return find(organization, id);
    }

    @Override
    public Optional<CustomField> findByKey(OrganizationId organization, String key) {
        return tx.recordsOf(organization).customFields.values().stream()
                .filter(field -> field.key().equals(key))
                .findFirst();
    }

    @Override
    public void update(OrganizationId organization, CustomField field) {
        Records records = tx.recordsOf(organization);
        Constraints.require(records.customFields.containsKey(field.id()), "the custom field is not there");
        tx.changes().put(records.customFields, field.id(), field);
    }

    @Override
    public void removeAllFromFolder(OrganizationId organization, CustomFieldFolderId folder) {
        list(organization).stream()
                .filter(field -> folder.equals(field.folder()))
                .forEach(field -> update(organization, field.withoutFolder()));
    }

    @Override
    public void delete(OrganizationId organization, CustomFieldId id) {
        Records records = tx.recordsOf(organization);
        @Nullable CustomField field = records.customFields.get(id);
        Constraints.require(field != null, "the custom field is not there");
        tx.changes().remove(records.customFields, id);
        tx.changes()
                .put(records.deletedCustomFields, Objects.requireNonNull(field).key(), field);
    }

    @Override
    public Optional<CustomField> release(OrganizationId organization, String key) {
        Records records = tx.recordsOf(organization);
        @Nullable CustomField deleted = records.deletedCustomFields.get(key);
        tx.changes().remove(records.deletedCustomFields, key);
        return Optional.ofNullable(deleted);
    }
}
