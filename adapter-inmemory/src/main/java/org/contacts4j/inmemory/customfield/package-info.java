/** Custom fields, their folders, and custom values. */
@NullMarked
package org.contacts4j.inmemory.customfield;

import org.jspecify.annotations.NullMarked;
