package org.contacts4j.jdbi.contact;

import java.util.List;
import org.contacts4j.application.contact.query.Selection;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.jdbi.query.ListQuery;
import org.jspecify.annotations.Nullable;

/** SQL conditions for a selection of contacts by name or id. */
record SelectionClause(Selection selection) {

    /** Adds the conditions of the selection to the list query. */
    void narrow(ListQuery list) {
        if (!selection.ids().isEmpty()) {
            List<String> ids = selection.ids().stream().map(ContactId::toString).toList();
            list.whereIndexed("r.id = any(:ids)", parameters -> parameters.uuids("ids", ids));
        }
        @Nullable ContactId after = selection.after();
        if (after != null) {
            list.whereUnselective("r.id > :idAfter", parameters -> parameters.uuid("idAfter", after.value()));
        }
        @Nullable ContactId before = selection.before();
        if (before != null) {
            list.whereUnselective("r.id < :idBefore", parameters -> parameters.uuid("idBefore", before.value()));
        }
        if (!selection.names().isEmpty()) {
            narrowByNames(list);
        }
    }

    /** Narrows by the folded sort key, which is indexed, and then by the exact name. */
    private void narrowByNames(ListQuery list) {
        List<String> keys =
                selection.names().stream().map(Folded::sortKey).distinct().toList();
        list.whereIndexed(
                "r.sort_name = any(:sortKeys) and r.name = any(:names)",
                parameters -> parameters.sortKeys("sortKeys", keys).texts("names", selection.names()));
    }
}
