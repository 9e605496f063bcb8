/** The saved views of the canonical API. */
@NullMarked
package org.contacts4j.http.view;

import org.jspecify.annotations.NullMarked;
