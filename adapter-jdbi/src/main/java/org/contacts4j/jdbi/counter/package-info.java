/** Counters of records: a journal that writers append to, and its compaction. */
@NullMarked
package org.contacts4j.jdbi.counter;

import org.jspecify.annotations.NullMarked;
