/** Searches that an organisation has saved. */
@NullMarked
package org.contacts4j.domain.view;

import org.jspecify.annotations.NullMarked;
