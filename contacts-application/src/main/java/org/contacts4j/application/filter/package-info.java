/** Filters as an organisation's own fields define them. */
@NullMarked
package org.contacts4j.application.filter;

import org.jspecify.annotations.NullMarked;
