/** Parsing of filters from plain data that clients send. */
@NullMarked
package org.contacts4j.domain.filter.reading;

import org.jspecify.annotations.NullMarked;
