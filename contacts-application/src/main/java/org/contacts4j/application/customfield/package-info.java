/** Custom fields that organizations define, and their folders. */
@NullMarked
package org.contacts4j.application.customfield;

import org.jspecify.annotations.NullMarked;
