/** The audit log. */
@NullMarked
package org.contacts4j.inmemory.audit;

import org.jspecify.annotations.NullMarked;
