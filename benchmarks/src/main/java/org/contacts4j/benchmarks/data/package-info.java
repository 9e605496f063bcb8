/** Contacts made up from a seed, and how they get into a database in bulk. */
@NullMarked
package org.contacts4j.benchmarks.data;

import org.jspecify.annotations.NullMarked;
