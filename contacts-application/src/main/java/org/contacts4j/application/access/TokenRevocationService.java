package org.contacts4j.application.access;

import java.time.Clock;
import java.util.Map;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.access.RevokedTokens;
import org.contacts4j.domain.access.TokenRevocation;
import org.contacts4j.domain.access.TokenRevocationId;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;

/**
 * The revocation of members' tokens, which end before they expire. A revocation applies to one organization. Methods
 * with a {@link Caller} throw {@link ContactsFailure.Forbidden} unless the caller is an administrator who sees every
 * contact.
 */
public final class TokenRevocationService {

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail trail;

    public TokenRevocationService(CurrentStore store, Clock clock, Ids ids, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.trail = trail;
    }

    /**
     * Revokes all tokens of a member that were issued before now, and those that do not say when they were issued.
     *
     * @throws ContactsFailure.Invalid if the member is an API key, or if there are too many revocations
     */
    public TokenRevocation revokeSubject(Caller caller, MemberId subject) {
        AccessRules.requireAdministrator(caller);
        if (ApiKeyId.ofMember(subject).isPresent()) {
            throw new ContactsFailure.Invalid("subject", "is an API key: delete the key instead");
        }
        return insert(caller, new TokenRevocation(newId(), subject, null, clock.instant(), caller.member()), "subject");
    }

    /**
     * Revokes the token with this id ({@code jti}).
     *
     * @throws ContactsFailure.Invalid if the id is blank or too long, or if there are too many revocations
     */
    public TokenRevocation revokeToken(Caller caller, String tokenId) {
        AccessRules.requireAdministrator(caller);
        Faults faults = new Faults();
        Rules.checkText(tokenId, TokenRevocation.MAX_TOKEN_ID, "jti", faults);
        if (tokenId.isBlank()) {
            faults.add("jti", "must not be blank");
        }
        faults.throwIfAny();
        return insert(caller, new TokenRevocation(newId(), null, tokenId, clock.instant(), caller.member()), "jti");
    }

    /** Returns a page of the revocations, newest first. */
    public Page<TokenRevocation> list(Caller caller, Slice slice) {
        AccessRules.requireAdministrator(caller);
        return store.read(tx -> tx.tokenRevocations().page(caller.organization(), slice));
    }

    /**
     * Deletes a revocation. The tokens that it refused are valid again until they expire.
     *
     * @throws ContactsFailure.NotFound if the revocation does not exist
     */
    public void remove(Caller caller, TokenRevocationId id) {
        AccessRules.requireAdministrator(caller);
        store.write(caller, tx -> {
            if (!tx.tokenRevocations().delete(caller.organization(), id)) {
                throw new ContactsFailure.NotFound("token revocation");
            }
            trail.append(tx, caller, AuditAction.TOKEN_REVOCATION_DELETED, id);
            return id;
        });
    }

    /** Returns the tokens that this organization refuses. */
    public RevokedTokens revoked(OrganizationId organization) {
        return RevokedTokens.by(store.read(tx -> tx.tokenRevocations().all(organization)));
    }

    private TokenRevocation insert(Caller caller, TokenRevocation revocation, String field) {
        return store.write(caller, tx -> {
            tx.tokenRevocations().insert(caller.organization(), revocation);
            trail.append(
                    tx,
                    caller,
                    AuditAction.TOKEN_REVOCATION_CREATED,
                    revocation.id(),
                    revocation.subject() == null
                            ? Map.of("jti", String.valueOf(revocation.tokenId()))
                            : Map.of("subject", revocation.subject().value()));
            if (tx.tokenRevocations().count(caller.organization()) > TokenRevocation.MAX_REVOCATIONS) {
                throw new ContactsFailure.Invalid(
                        field,
                        "is one too many: there are " + TokenRevocation.MAX_REVOCATIONS
                                + " revocations; delete those of expired tokens first");
            }
            return revocation;
        });
    }

    private TokenRevocationId newId() {
        return new TokenRevocationId(ids.next());
    }
}
