package org.contacts4j.jdbi;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the values of a row under the names of their parameters, in the order of the columns. */
public interface Values {

    Values text(String name, @Nullable String value);

    /** The word that stands for a constant. */
    Values word(String name, @Nullable Enum<?> value);

    Values uuid(String name, @Nullable UUID value);

    Values flag(String name, boolean value);

    Values number(String name, long value);

    Values time(String name, Instant value);

    Values texts(String name, Collection<String> values);

    /** Texts that are there to be found by an index; none where the database has none for arrays. */
    Values indexedTexts(String name, Collection<String> values);

    /** Text that both databases compare by code point. */
    Values sortKey(String name, String key);

    Values json(String name, @Nullable String json);

    /** Texts by key, in the form that conditions on them want. */
    Values keyedTexts(String name, Map<String, String> texts);
}
