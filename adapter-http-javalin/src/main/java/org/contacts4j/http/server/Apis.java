package org.contacts4j.http.server;

/** What the server asks of the APIs behind it before a request reaches one of them. */
public interface Apis {

    /** Whether the request's body will be waited for. */
    boolean letIn(RequestHead request);

    /** Whether the body may be large, and is kept in a file. */
    boolean takeFile(RequestHead request);

    /** In whose words the request is refused. */
    Wording wordingFor(RequestHead request);
}
