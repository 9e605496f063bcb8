/** Measurements of the server under load; each reports a table. */
@NullMarked
package org.contacts4j.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
