/** Servers under load: starting them, calling them, and what came of it. */
@NullMarked
package org.contacts4j.benchmarks.load;

import org.jspecify.annotations.NullMarked;
