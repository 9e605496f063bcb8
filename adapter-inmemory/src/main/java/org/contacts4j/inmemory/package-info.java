/** The in-memory implementation of the ports. */
@NullMarked
package org.contacts4j.inmemory;

import org.jspecify.annotations.NullMarked;
