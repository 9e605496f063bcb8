/** Comparison of phone numbers by their international form. */
@NullMarked
package org.contacts4j.phone;

import org.jspecify.annotations.NullMarked;
