/** The directory of members and teams in tables. */
@NullMarked
package org.contacts4j.jdbi.member;

import org.jspecify.annotations.NullMarked;
