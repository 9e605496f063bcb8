package org.contacts4j.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The words that name an enum's constants outside of Java: lower case, as the APIs and the databases spell them. */
public final class Words {

    private static final ClassValue<Map<Object, String>> WORDS = new ClassValue<>() {
        @Override
        protected Map<Object, String> computeValue(Class<?> type) {
            Map<Object, String> words = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                words.put(constant, ((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
            }
            return Collections.unmodifiableMap(words);
        }
    };

    private Words() {}

    /** The word that names this constant, such as {@code active}. */
    public static String of(Enum<?> constant) {
        return Objects.requireNonNull(WORDS.get(constant.getDeclaringClass()).get(constant));
    }

    /** The constant that {@code word} names, ignoring case. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        String name = word.strip();
        for (Map.Entry<Object, String> constant : WORDS.get(type).entrySet()) {
            if (constant.getValue().equalsIgnoreCase(name)) {
                return Optional.of(type.cast(constant.getKey()));
            }
        }
        return Optional.empty();
    }

    /** All the words of a type, for messages: {@code active, inactive, archived}. */
    public static String allOf(Class<? extends Enum<?>> type) {
        return String.join(", ", WORDS.get(type).values());
    }
}
