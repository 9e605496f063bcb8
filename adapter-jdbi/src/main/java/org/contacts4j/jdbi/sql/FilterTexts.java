package org.contacts4j.jdbi.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.contacts4j.jdbi.mapping.Json;
import org.jdbi.v3.core.argument.Argument;

/** The storage formats of filterable texts by key in one column, and the SQL expressions that read them. */
public enum FilterTexts {
    /**
     * The format {@code ␞key␟text␞key␟text␞}, for a database without JSON operators. No text contains the first of the
     * two separators.
     */
    SEPARATED {
        @Override
        public Argument of(Map<String, String> texts) {
            StringBuilder all = new StringBuilder().append(BEFORE_KEY);
            texts.forEach((key, text) ->
                    all.append(key).append(BEFORE_TEXT).append(text).append(BEFORE_KEY));
            return (position, statement, context) -> statement.setString(position, all.toString());
        }

        @Override
        public Argument key(String key) {
            String pattern = BEFORE_KEY + Pattern.quote(key) + BEFORE_TEXT + "([^" + BEFORE_KEY + "]*)";
            return (position, statement, context) -> statement.setString(position, pattern);
        }

        @Override
        public String under(String column, String parameter) {
            return "regexp_substr(%s, :%s, 1, 1, '', 1)".formatted(column, parameter);
        }

        @Override
        public String has(String column, String parameter) {
            return "position(:%s in %s) > 0".formatted(parameter, column);
        }

        @Override
        public String asNumber(String text) {
            return "cast(%s as decfloat)".formatted(text);
        }
    },

    /** A PostgreSQL {@code jsonb} object, whose members are indexed. */
    JSONB {
        @Override
        public Argument of(Map<String, String> texts) {
            return new PostgresDatabase(false).json(Json.write(texts));
        }

        @Override
        public Argument key(String key) {
            return (position, statement, context) -> statement.setString(position, key);
        }

        @Override
        public String under(String column, String parameter) {
            return "(%s ->> :%s)".formatted(column, parameter);
        }

        @Override
        public String has(String column, String parameter) {
            return column + " @> :" + parameter;
        }

        @Override
        public String asNumber(String text) {
            return "cast(%s as numeric)".formatted(text);
        }
    };

    private static final char BEFORE_KEY = '\u001e';
    private static final char BEFORE_TEXT = '\u001f';

    /** Returns the texts as a single column value or parameter. No text may contain U+001E. */
    public abstract Argument of(Map<String, String> texts);

    /** Returns the texts by key of a column value in the format {@link #SEPARATED}. */
    public static Map<String, String> readSeparated(String column) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String item : column.split(String.valueOf(BEFORE_KEY), -1)) {
            int end = item.indexOf(BEFORE_TEXT);
            if (end >= 0) {
                texts.put(item.substring(0, end), item.substring(end + 1));
            }
        }
        return texts;
    }

    /** Returns the key of a text, as a parameter. */
    public abstract Argument key(String key);

    /**
     * Returns the expression for the text that the column has under the {@linkplain #key key} of a parameter; null when
     * it has none.
     */
    public abstract String under(String column, String parameter);

    /** Returns the condition that the column contains the single {@linkplain #of key and text} of a parameter. */
    public abstract String has(String column, String parameter);

    /** Returns the expression that converts a text to a number. The text must be a number. */
    public abstract String asNumber(String text);
}
