/** The version of the forms of phone numbers in the database, and their derivation after it changed. */
@NullMarked
package org.contacts4j.jdbi.phone;

import org.jspecify.annotations.NullMarked;
