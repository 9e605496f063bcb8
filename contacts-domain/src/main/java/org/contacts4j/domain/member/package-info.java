/** The members of an organization and their teams. */
@NullMarked
package org.contacts4j.domain.member;

import org.jspecify.annotations.NullMarked;
