/** The canonical API's custom fields and their folders. */
@NullMarked
package org.contacts4j.http.customfield;

import org.jspecify.annotations.NullMarked;
