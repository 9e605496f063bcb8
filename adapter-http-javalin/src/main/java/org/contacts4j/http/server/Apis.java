package org.contacts4j.http.server;

/** What the server asks of the APIs behind it before a request reaches one of them. */
public interface Apis {

    /** Whether the request's body will be waited for. */
    boolean letIn(RequestHead request);

    /** The most bytes of a body that may be large, and is kept in a file; 0 for ordinary bodies. */
    long fileLimit(RequestHead request);

    /** In whose words the request is refused. */
    Wording wordingFor(RequestHead request);
}
