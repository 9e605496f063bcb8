/** What the audit log records of requests themselves: sign-ins and refusals. */
@NullMarked
package org.contacts4j.http.auth.audit;

import org.jspecify.annotations.NullMarked;
