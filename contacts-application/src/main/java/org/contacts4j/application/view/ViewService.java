package org.contacts4j.application.view;

import java.util.List;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.filter.FilterService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Precondition;
import org.contacts4j.domain.filter.QueryFaults;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.view.SavedViews;
import org.contacts4j.domain.view.View;
import org.contacts4j.domain.view.ViewReader;

/** Keeps the views of organisations. Everybody in an organisation sees them all. */
public final class ViewService {

    private final Store store;
    private final Ids ids;
    private final FilterService filters;

    public ViewService(Store store, Ids ids, FilterService filters) {
        this.store = store;
        this.ids = ids;
        this.filters = filters;
    }

    /** The organisation's views, in order. */
    public SavedViews list(Caller caller) {
        return store.read(tx -> tx.views().find(caller.organization()));
    }

    /**
     * Replaces the organisation's views.
     *
     * @param views in order, each an object with {@code id, name, query, q, columns, sort} as plain data
     * @throws ContactsFailure.InvalidFilter naming every fault, when a search with one of them would be refused
     * @throws ContactsFailure.Invalid naming every fault, when anything else is wrong
     * @throws ContactsFailure.Stale when the list is at another version than the precondition wants
     * @throws ContactsFailure.Forbidden for callers who do not see all contacts: the views belong to all members
     */
    public SavedViews replace(Caller caller, List<?> views, Precondition precondition) {
        caller.mustBeAbleToWrite();
        caller.mustSeeEverything("Replacing the saved views", "what all members of the organization share");
        List<View> read = read(caller, views);
        return store.write(tx -> {
            SavedViews before = tx.views().lock(caller.organization());
            precondition.check(before.version());
            SavedViews after = before.replacedBy(read);
            if (after.version() != before.version()) {
                tx.views().replace(caller.organization(), before, after);
            }
            return after;
        });
    }

    private List<View> read(Caller caller, List<?> views) {
        QueryFaults faults = new QueryFaults();
        List<View> read = filters.withTypes(
                caller, types -> new ViewReader(types, () -> ids.next().toString(), faults).read(views));
        faults.throwIfAny();
        return read;
    }
}
