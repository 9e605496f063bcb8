package org.contacts4j.application;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in a sorted list: behind one record, before the next. Stays meaningful while records come and go.
 *
 * @param name the record's folded name when the list is sorted by name, else empty
 * @param time the record's time when the list is sorted by one, else the epoch
 * @param id the record's id, which breaks ties
 */
public record Position(String name, Instant time, UUID id) {}
