/** The ports in memory. */
@NullMarked
package org.contacts4j.inmemory;

import org.jspecify.annotations.NullMarked;
