package org.contacts4j.domain.contact;

import java.util.Collection;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;

/** Who reports to whom: within one organisation, and never in a circle. */
public final class ReportingLine {

    static final String CYCLE = "would make the contact report to itself, directly or through others";

    private ReportingLine() {}

    /**
     * Refuses a manager who reports to the contact already.
     *
     * @param above everybody above the new manager
     * @throws ContactsFailure.Invalid on {@code metadata.reportsTo}
     */
    public static void refuseCycle(ContactId contact, ContactId manager, Collection<ContactId> above) {
        if (manager.equals(contact) || above.contains(contact)) {
            throw new ContactsFailure.Invalid(ContactField.REPORTS_TO.name(), CYCLE);
        }
    }

    /** The failure for a manager who is no contact of the organisation, as far as the caller can see. */
    public static ContactsFailure unknownManager() {
        return new ContactsFailure.Invalid(ContactField.REPORTS_TO.name(), "is not the id of a contact");
    }
}
