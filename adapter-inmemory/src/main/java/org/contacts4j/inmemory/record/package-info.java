/** The stored records of organizations, and the log that undoes the changes of a transaction. */
@NullMarked
package org.contacts4j.inmemory.record;

import org.jspecify.annotations.NullMarked;
