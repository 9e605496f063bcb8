/** The directory of an organization's members and teams. */
@NullMarked
package org.contacts4j.application.member;

import org.jspecify.annotations.NullMarked;
