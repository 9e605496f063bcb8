/** The audit log of each organization. */
@NullMarked
package org.contacts4j.application.audit;

import org.jspecify.annotations.NullMarked;
