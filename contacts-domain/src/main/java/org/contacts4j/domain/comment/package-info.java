/** Comments on contacts. */
@NullMarked
package org.contacts4j.domain.comment;

import org.jspecify.annotations.NullMarked;
