/** Texts and keys by which contacts are found. */
@NullMarked
package org.contacts4j.domain.contact.search;

import org.jspecify.annotations.NullMarked;
