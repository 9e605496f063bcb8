/** The tables of custom field definitions and their folders. */
@NullMarked
package org.contacts4j.jdbi.customfield;

import org.jspecify.annotations.NullMarked;
