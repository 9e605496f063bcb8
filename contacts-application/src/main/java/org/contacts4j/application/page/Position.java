package org.contacts4j.application.page;

import java.time.Instant;
import java.util.UUID;

/**
 * A position in a sorted list, after one record and before the next. It stays valid while records are inserted and
 * deleted.
 *
 * @param name the record's folded name if the list is sorted by name, otherwise empty
 * @param time the record's time if the list is sorted by time, otherwise the epoch
 * @param id the record's id, which breaks ties
 */
public record Position(String name, Instant time, UUID id) {}
