/** The checks of credentials against the store: API keys and revoked tokens. */
@NullMarked
package org.contacts4j.http.auth.access;

import org.jspecify.annotations.NullMarked;
