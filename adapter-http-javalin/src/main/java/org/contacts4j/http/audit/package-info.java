/** The audit log of the canonical API. */
@NullMarked
package org.contacts4j.http.audit;

import org.jspecify.annotations.NullMarked;
