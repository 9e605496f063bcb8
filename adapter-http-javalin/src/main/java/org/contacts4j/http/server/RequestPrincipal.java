package org.contacts4j.http.server;

import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;

/**
 * Who sent a request, as their token says. Found out once, and kept with the request.
 *
 * @param profile how the caller is called
 * @param foundBy whoever looked at the token: another API may look elsewhere for it
 */
public record RequestPrincipal(Caller caller, Profile profile, Object foundBy) {

    /** The name under which a request carries its sender. */
    public static final String OF_REQUEST = "org.contacts4j.http.sender";
}
