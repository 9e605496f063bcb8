/** The way in ({@link org.contacts4j.application.Contacts4J}) and what every feature needs: the store, time, ids, pages. */
@NullMarked
package org.contacts4j.application;

import org.jspecify.annotations.NullMarked;
