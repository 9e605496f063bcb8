/** API keys, and the revocation of tokens. */
@NullMarked
package org.contacts4j.domain.access;

import org.jspecify.annotations.NullMarked;
