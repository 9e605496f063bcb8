/** The canonical API's saved views. */
@NullMarked
package org.contacts4j.http.view;

import org.jspecify.annotations.NullMarked;
