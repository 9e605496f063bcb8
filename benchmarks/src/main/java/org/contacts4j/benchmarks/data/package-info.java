/** Contacts generated from a seed, and bulk loading of them into a database. */
@NullMarked
package org.contacts4j.benchmarks.data;

import org.jspecify.annotations.NullMarked;
