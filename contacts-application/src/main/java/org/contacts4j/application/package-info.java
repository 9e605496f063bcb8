/**
 * The entry point ({@link org.contacts4j.application.Contacts4J}) and the types that all features share: store, time,
 * ids.
 */
@NullMarked
package org.contacts4j.application;

import org.jspecify.annotations.NullMarked;
