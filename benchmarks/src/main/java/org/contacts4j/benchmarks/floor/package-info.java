/** The baseline that Contacts4J is compared with: the minimal server for contacts. */
@NullMarked
package org.contacts4j.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
