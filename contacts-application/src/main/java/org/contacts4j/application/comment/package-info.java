/** Comments on contacts: reading and writing. */
@NullMarked
package org.contacts4j.application.comment;

import org.jspecify.annotations.NullMarked;
