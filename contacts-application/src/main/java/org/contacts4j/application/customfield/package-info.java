/** The custom fields that organisations define, and the folders they sort them into. */
@NullMarked
package org.contacts4j.application.customfield;

import org.jspecify.annotations.NullMarked;
