/** Filters over contacts: groups of conditions on typed fields. What matches is defined here; stores answer alike. */
@NullMarked
package org.contacts4j.domain.filter;

import org.jspecify.annotations.NullMarked;
