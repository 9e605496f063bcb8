package org.contacts4j.application.view;

import java.util.List;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.filter.FilterService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.filter.reading.QueryFaults;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.view.SavedViews;
import org.contacts4j.domain.view.View;
import org.contacts4j.domain.view.ViewReader;

/** Manages the saved views of organizations. All members of an organization see all of its views. */
public final class ViewService {

    private final CurrentStore store;
    private final Ids ids;
    private final FilterService filters;
    private final AuditTrail trail;

    public ViewService(CurrentStore store, Ids ids, FilterService filters, AuditTrail trail) {
        this.store = store;
        this.ids = ids;
        this.filters = filters;
        this.trail = trail;
    }

    /** Returns the organization's views, in order. */
    public SavedViews list(Caller caller) {
        return store.read(tx -> tx.views().find(caller.organization()));
    }

    /**
     * Replaces the organization's views.
     *
     * @param views in order, each an object with {@code id, name, query, q, columns, sort} as plain data
     * @throws ContactsFailure.InvalidFilter listing every validation error, if a search with one of the views would be
     *     rejected
     * @throws ContactsFailure.Invalid listing every validation error, if any other part is invalid
     * @throws ContactsFailure.Stale if the list's version does not meet the precondition
     * @throws ContactsFailure.Forbidden if the caller cannot see all contacts, because all members share the views
     */
    public SavedViews replace(Caller caller, List<?> views, Precondition precondition) {
        caller.requireWrite();
        caller.requireFullVisibility("Replacing the saved views", "what all members of the organization share");
        List<View> read = read(caller, views);
        return store.write(caller, tx -> {
            SavedViews before = tx.views().lock(caller.organization());
            precondition.check(before.version());
            SavedViews after = before.replacedBy(read);
            if (after.version() != before.version()) {
                tx.views().replace(caller.organization(), before, after);
                trail.append(tx, caller, AuditAction.VIEWS_REPLACED, null);
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
