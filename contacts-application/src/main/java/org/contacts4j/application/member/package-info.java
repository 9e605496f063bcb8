/** The directory of an organisation's members and teams. */
@NullMarked
package org.contacts4j.application.member;

import org.jspecify.annotations.NullMarked;
