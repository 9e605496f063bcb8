/** Everything stored about a person, in the canonical API. */
@NullMarked
package org.contacts4j.http.personaldata;

import org.jspecify.annotations.NullMarked;
