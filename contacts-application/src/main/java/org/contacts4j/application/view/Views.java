package org.contacts4j.application.view;

import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.view.SavedViews;

/** The views that are kept, one list for each organisation. */
public interface Views {

    /** The organisation's list; {@link SavedViews#NONE} when none was ever saved. */
    SavedViews find(OrganizationId organization);

    /** The organisation's list, for a change of it: held against other writers until the transaction ends. */
    SavedViews lock(OrganizationId organization);

    /** Keeps the list in place of the one that this transaction has locked. */
    void replace(OrganizationId organization, SavedViews before, SavedViews after);
}
