/** The tables of API keys and token revocations. */
@NullMarked
package org.contacts4j.jdbi.access;

import org.jspecify.annotations.NullMarked;
