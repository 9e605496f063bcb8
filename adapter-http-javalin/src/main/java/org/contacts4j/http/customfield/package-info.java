/** The custom fields and custom field folders of the canonical API. */
@NullMarked
package org.contacts4j.http.customfield;

import org.jspecify.annotations.NullMarked;
