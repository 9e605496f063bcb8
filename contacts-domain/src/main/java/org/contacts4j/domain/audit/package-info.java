/** The audit log: who did what, when and from where. */
@NullMarked
package org.contacts4j.domain.audit;

import org.jspecify.annotations.NullMarked;
