/** Patches: the fields that a caller writes, and the versions that a change requires. */
@NullMarked
package org.contacts4j.domain.patch;

import org.jspecify.annotations.NullMarked;
