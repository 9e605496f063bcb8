/**
 * Filters over contacts: groups of conditions on typed fields. This package defines what matches; every store must
 * return the same contacts.
 */
@NullMarked
package org.contacts4j.domain.filter;

import org.jspecify.annotations.NullMarked;
