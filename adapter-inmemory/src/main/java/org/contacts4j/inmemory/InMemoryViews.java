package org.contacts4j.inmemory;

import org.contacts4j.application.view.Views;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.view.SavedViews;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.StoredTransaction;

record InMemoryViews(StoredTransaction tx) implements Views {

    @Override
    public SavedViews find(OrganizationId organization) {
        return tx.recordsOf(organization).views.getOrDefault(organization, SavedViews.NONE);
    }

    @Override
    public SavedViews lock(OrganizationId organization) {
        return find(organization);
    }

    @Override
    public void replace(OrganizationId organization, SavedViews before, SavedViews after) {
        Constraints.require(find(organization).version() == before.version(), "the views were changed meanwhile");
        tx.changes().put(tx.recordsOf(organization).views, organization, after);
    }
}
