/** Organizations, their callers, and the callers' roles and visibility. */
@NullMarked
package org.contacts4j.domain.organization;

import org.jspecify.annotations.NullMarked;
