package org.contacts4j.inmemory.customfield;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.customfield.CustomFieldFolders;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.Uuids;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;

public record InMemoryCustomFieldFolders(StoredTransaction tx) implements CustomFieldFolders {

    private static final Comparator<CustomFieldFolder> ORDER = Comparator.comparingInt(CustomFieldFolder::position)
            .thenComparing(folder -> folder.id().value(), Uuids::compare);

    @Override
    public void insert(OrganizationId organization, CustomFieldFolder folder) {
        Records records = tx.recordsOf(organization);
        Constraints.require(!records.customFieldFolders.containsKey(folder.id()), "the folder is there already");
        tx.changes().put(records.customFieldFolders, folder.id(), folder);
    }

    @Override
    public List<CustomFieldFolder> list(OrganizationId organization) {
        return tx.recordsOf(organization).customFieldFolders.values().stream()
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Optional<CustomFieldFolder> lock(OrganizationId organization, CustomFieldFolderId id) {
        return Optional.ofNullable(tx.recordsOf(organization).customFieldFolders.get(id));
    }

    @Override
    public void update(OrganizationId organization, CustomFieldFolder folder) {
        Records records = tx.recordsOf(organization);
        Constraints.require(records.customFieldFolders.containsKey(folder.id()), "the folder is not there");
        tx.changes().put(records.customFieldFolders, folder.id(), folder);
    }

    @Override
    public void delete(OrganizationId organization, CustomFieldFolderId id) {
        tx.changes().remove(tx.recordsOf(organization).customFieldFolders, id);
    }
}
