package org.contacts4j.application.view;

import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.view.SavedViews;

/** The stored views, one list per organization. */
public interface Views {

    /** Returns the organization's list; {@link SavedViews#NONE} if none was ever saved. */
    SavedViews find(OrganizationId organization);

    /** Returns the organization's list and locks it until the transaction ends. */
    SavedViews lock(OrganizationId organization);

    /** Replaces the list that this transaction has locked. */
    void replace(OrganizationId organization, SavedViews before, SavedViews after);
}
