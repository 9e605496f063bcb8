package org.contacts4j.jdbi;

import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.argument.Argument;

/** Texts by key in one column, as filters compare them: what a database makes of them, and how it is asked. */
public enum FilterTexts {
    /** {@code ␞key␟text␞key␟text␞}, for a database without operators on JSON: no text holds the first of the separators. */
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

    /** An object of PostgreSQL's {@code jsonb}, which an index finds by its members. */
    JSONB {
        @Override
        public Argument of(Map<String, String> texts) {
            return Database.POSTGRESQL.json(Json.write(texts));
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

    /** The texts, as the one value of a column or a parameter. None of them holds U+001E. */
    public abstract Argument of(Map<String, String> texts);

    /** The key of one of them, as a parameter. */
    public abstract Argument key(String key);

    /** The text that the column has under the {@linkplain #key key} of a parameter; null when it has none. */
    public abstract String under(String column, String parameter);

    /** The condition that the column has the {@linkplain #of text} of a parameter, which is one. */
    public abstract String has(String column, String parameter);

    /** One of the texts that is known to be a number, as a number. */
    public abstract String asNumber(String text);
}
