/** Load tests: starts servers, sends requests and reports the results. */
@NullMarked
package org.contacts4j.benchmarks.load;

import org.jspecify.annotations.NullMarked;
