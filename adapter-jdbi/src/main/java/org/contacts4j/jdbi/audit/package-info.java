/** The table of the audit log. */
@NullMarked
package org.contacts4j.jdbi.audit;

import org.jspecify.annotations.NullMarked;
