package org.contacts4j.domain.contact;

import java.util.Collection;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.ContactId;

/** Rules for reporting lines: managers belong to the same organization, and there are no cycles. */
public final class ReportingLine {

    static final String CYCLE = "would make the contact report to itself, directly or through others";

    private ReportingLine() {}

    /**
     * Rejects a manager that already reports to the contact, directly or indirectly.
     *
     * @param above all contacts above the new manager in the reporting line
     * @throws ContactsFailure.Invalid for the field {@code reportsTo}, if there would be a cycle
     */
    public static void rejectCycle(ContactId contact, ContactId manager, Collection<ContactId> above) {
        if (manager.equals(contact) || above.contains(contact)) {
            throw new ContactsFailure.Invalid(ContactField.REPORTS_TO.name(), CYCLE);
        }
    }

    /** Returns the failure for a manager that is not a contact visible to the caller. */
    public static ContactsFailure unknownManager() {
        return new ContactsFailure.Invalid(ContactField.REPORTS_TO.name(), "is not the id of a contact");
    }
}
