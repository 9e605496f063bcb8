/** The API keys and token revocations of the canonical API. */
@NullMarked
package org.contacts4j.http.access;

import org.jspecify.annotations.NullMarked;
