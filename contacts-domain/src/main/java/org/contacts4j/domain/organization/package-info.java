/** Organisations, their members, and who may see and do what. */
@NullMarked
package org.contacts4j.domain.organization;

import org.jspecify.annotations.NullMarked;
