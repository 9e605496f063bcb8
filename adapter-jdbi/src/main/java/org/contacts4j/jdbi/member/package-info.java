/** The tables of members and teams. */
@NullMarked
package org.contacts4j.jdbi.member;

import org.jspecify.annotations.NullMarked;
