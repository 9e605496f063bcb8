/** Imports into and exports from a running server, for the commands of the same names. */
@NullMarked
package org.contacts4j.bootstrap.transfer;

import org.jspecify.annotations.NullMarked;
