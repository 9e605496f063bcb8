/** The people of an organisation by name, and the teams they are in. */
@NullMarked
package org.contacts4j.domain.member;

import org.jspecify.annotations.NullMarked;
