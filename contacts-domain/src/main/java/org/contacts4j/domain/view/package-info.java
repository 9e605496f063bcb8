/** Saved searches of an organization. */
@NullMarked
package org.contacts4j.domain.view;

import org.jspecify.annotations.NullMarked;
