/** Pages of lists, and requests for them. */
@NullMarked
package org.contacts4j.application.page;

import org.jspecify.annotations.NullMarked;
