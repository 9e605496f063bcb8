package org.contacts4j.inmemory.customfield;

import java.util.List;
import java.util.Optional;
import org.contacts4j.application.customvalue.CustomValues;
import org.contacts4j.domain.customvalue.CustomValue;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;

public record InMemoryCustomValues(StoredTransaction tx) implements CustomValues {

    @Override
    public List<CustomValue> list(OrganizationId organization) {
        return List.copyOf(tx.recordsOf(organization).customValues.values());
    }

    @Override
    public Optional<CustomValue> lock(OrganizationId organization, String key) {
        return Optional.ofNullable(tx.recordsOf(organization).customValues.get(key));
    }

    @Override
    public void insert(OrganizationId organization, CustomValue value) {
        Records records = tx.recordsOf(organization);
        Constraints.require(!records.customValues.containsKey(value.key()), "the custom value is there already");
        tx.changes().put(records.customValues, value.key(), value);
    }

    @Override
    public void update(OrganizationId organization, CustomValue value) {
        Records records = tx.recordsOf(organization);
        Constraints.require(records.customValues.containsKey(value.key()), "the custom value is not there");
        tx.changes().put(records.customValues, value.key(), value);
    }

    @Override
    public void delete(OrganizationId organization, String key) {
        tx.changes().remove(tx.recordsOf(organization).customValues, key);
    }
}
