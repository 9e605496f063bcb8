package org.contacts4j.inmemory;

import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.application.importing.warning.ImportWarnings;
import org.contacts4j.application.importing.warning.WarningOfJob;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Key;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.jspecify.annotations.Nullable;

record InMemoryImportWarnings(StoredTransaction tx) implements ImportWarnings {

    @Override
    public void add(OrganizationId organization, ImportId job, int position, List<ImportWarning> warnings) {
        for (int i = 0; i < warnings.size(); i++) {
            WarningOfJob warning = new WarningOfJob(job, position + i, warnings.get(i));
            tx.changes().put(stored(organization), key(job, position + i), warning);
        }
    }

    @Override
    public List<ImportWarning> of(OrganizationId organization, ImportId job) {
        return Key.under(job.value(), stored(organization)).values().stream()
                .map(WarningOfJob::warning)
                .toList();
    }

    @Override
    public List<WarningOfJob> all(OrganizationId organization, @Nullable WarningOfJob after, int limit) {
        NavigableMap<Key, WarningOfJob> all = stored(organization);
        NavigableMap<Key, WarningOfJob> rest =
                after == null ? all : all.tailMap(key(after.job(), after.position()), false);
        return rest.values().stream().limit(limit).toList();
    }

    @Override
    public void delete(OrganizationId organization, ImportId job, int position) {
        tx.changes().remove(stored(organization), key(job, position));
    }

    @Override
    public void deleteAll(OrganizationId organization, ImportId job) {
        List.copyOf(Key.under(job.value(), stored(organization)).keySet())
                .forEach(key -> tx.changes().remove(stored(organization), key));
    }

    private NavigableMap<Key, WarningOfJob> stored(OrganizationId organization) {
        return tx.recordsOf(organization).importWarnings;
    }

    private static Key key(ImportId job, int position) {
        return new Key(job.value(), new UUID(0, position));
    }
}
