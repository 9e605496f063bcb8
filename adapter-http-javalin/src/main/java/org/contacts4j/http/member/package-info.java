/** The members and teams of the canonical API. */
@NullMarked
package org.contacts4j.http.member;

import org.jspecify.annotations.NullMarked;
