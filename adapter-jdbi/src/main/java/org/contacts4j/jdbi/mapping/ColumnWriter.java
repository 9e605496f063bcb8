package org.contacts4j.jdbi.mapping;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Receives the values of a row in column order, each with the name of its parameter. */
public interface ColumnWriter {

    ColumnWriter text(String name, @Nullable String value);

    /** Writes the stored name of an enum constant. */
    ColumnWriter word(String name, @Nullable Enum<?> value);

    ColumnWriter uuid(String name, @Nullable UUID value);

    ColumnWriter flag(String name, boolean value);

    ColumnWriter number(String name, long value);

    ColumnWriter time(String name, Instant value);

    ColumnWriter texts(String name, Collection<String> values);

    /**
     * Writes texts that exist only to be found by an index. Writes an empty array when the database does not index
     * arrays.
     */
    ColumnWriter indexedTexts(String name, Collection<String> values);

    /** Writes a text that both databases compare by code point. */
    ColumnWriter sortKey(String name, String key);

    ColumnWriter json(String name, @Nullable String json);

    /** Writes texts by key, in the format that filter conditions read. */
    ColumnWriter filterTexts(String name, Map<String, String> texts);
}
