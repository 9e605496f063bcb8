/** Members and teams in the canonical API. */
@NullMarked
package org.contacts4j.http.member;

import org.jspecify.annotations.NullMarked;
