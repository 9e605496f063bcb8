/** The companies of the canonical API. */
@NullMarked
package org.contacts4j.http.company;

import org.jspecify.annotations.NullMarked;
