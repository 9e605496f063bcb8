package org.contacts4j.jdbi;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the values of a row under the names of their parameters, in the order of the columns. */
public interface ColumnWriter {

    ColumnWriter text(String name, @Nullable String value);

    /** The word that stands for a constant. */
    ColumnWriter word(String name, @Nullable Enum<?> value);

    ColumnWriter uuid(String name, @Nullable UUID value);

    ColumnWriter flag(String name, boolean value);

    ColumnWriter number(String name, long value);

    ColumnWriter time(String name, Instant value);

    ColumnWriter texts(String name, Collection<String> values);

    /** Texts that are there to be found by an index; none where the database has none for arrays. */
    ColumnWriter indexedTexts(String name, Collection<String> values);

    /** Text that both databases compare by code point. */
    ColumnWriter sortKey(String name, String key);

    ColumnWriter json(String name, @Nullable String json);

    /** Texts by key, in the form that conditions on them want. */
    ColumnWriter keyedTexts(String name, Map<String, String> texts);
}
