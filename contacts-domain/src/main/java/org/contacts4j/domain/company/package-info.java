/** Companies that contacts belong to. */
@NullMarked
package org.contacts4j.domain.company;

import org.jspecify.annotations.NullMarked;
