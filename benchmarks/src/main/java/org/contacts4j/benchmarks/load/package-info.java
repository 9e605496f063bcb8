/** Servers under load: starts them, and sends them requests. */
@NullMarked
package org.contacts4j.benchmarks.load;

import org.jspecify.annotations.NullMarked;
