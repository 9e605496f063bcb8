/** API keys and token revocations. */
@NullMarked
package org.contacts4j.inmemory.access;

import org.jspecify.annotations.NullMarked;
