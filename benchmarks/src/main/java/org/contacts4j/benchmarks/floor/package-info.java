/** The least that could serve contacts: what Contacts4J is measured against. */
@NullMarked
package org.contacts4j.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
