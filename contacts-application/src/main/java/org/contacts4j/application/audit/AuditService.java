package org.contacts4j.application.audit;

import java.util.Map;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Role;

/**
 * The audit log of organizations. The other services append their changes to it. A transport or an embedding application
 * appends what only it knows, such as sign-ins.
 */
public final class AuditService {

    private final CurrentStore store;
    private final AuditTrail trail;

    public AuditService(CurrentStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /**
     * Returns a page of the entries that match the query, newest first.
     *
     * @throws ContactsFailure.Forbidden unless the caller is an administrator who sees every contact
     */
    public Page<AuditEntry> list(Caller caller, AuditQuery query, Slice slice) {
        requireAdministrator(caller);
        return store.readReplica(caller, tx -> tx.auditLog().page(caller.organization(), query, slice));
    }

    /**
     * Appends the sign-in of the caller.
     *
     * @param details facts about the credential, such as the id of the token
     */
    public void signedIn(Caller caller, Map<String, String> details) {
        append(caller, AuditAction.MEMBER_SIGNED_IN, details);
    }

    /**
     * Appends the refusal of requests of the caller.
     *
     * @param details facts about the refusal, such as its error code and the number of requests
     */
    public void refused(Caller caller, Map<String, String> details) {
        append(caller, AuditAction.REQUEST_REFUSED, details);
    }

    private void append(Caller caller, AuditAction action, Map<String, String> details) {
        store.apart().write(tx -> {
            trail.append(
                    tx, caller, action, action == AuditAction.MEMBER_SIGNED_IN ? caller.signedIn() : null, details);
            return caller;
        });
    }

    /** Throws {@link ContactsFailure.Forbidden} for callers who may not read the audit log. */
    public static void requireAdministrator(Caller caller) {
        if (caller.role() != Role.ADMIN || caller.isRestricted()) {
            throw new ContactsFailure.Forbidden("The audit log requires the role admin and the data scope all.");
        }
    }
}
