package org.contacts4j.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words that name an enum's constants outside of Java: lower case, as the APIs and the databases spell them. */
public final class EnumNames {

    private static final ClassValue<EnumNames> OF_TYPE = new ClassValue<>() {
        @Override
        protected EnumNames computeValue(Class<?> type) {
            return new EnumNames(type.getEnumConstants());
        }
    };

    private final Map<Object, String> words = new LinkedHashMap<>();
    private final Map<String, Object> constants = new HashMap<>();

    private EnumNames(Object[] ofType) {
        for (Object constant : ofType) {
            String word = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
            words.put(constant, word);
            constants.put(word, constant);
        }
    }

    /** The word that names this constant, such as {@code active}. */
    public static String of(Enum<?> constant) {
        return Objects.requireNonNull(
                OF_TYPE.get(constant.getDeclaringClass()).words.get(constant));
    }

    /** The constant that {@code word} names, ignoring case. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        EnumNames words = OF_TYPE.get(type);
        @Nullable Object spelledSo = words.constants.get(word);
        return Optional.ofNullable(type.cast(spelledSo == null ? words.spelledLike(word.strip()) : spelledSo));
    }

    /** All the words of a type, for messages: {@code active, inactive, archived}. */
    public static String allOf(Class<? extends Enum<?>> type) {
        return String.join(", ", OF_TYPE.get(type).words.values());
    }

    private @Nullable Object spelledLike(String word) {
        for (Map.Entry<Object, String> constant : words.entrySet()) {
            if (constant.getValue().equalsIgnoreCase(word)) {
                return constant.getKey();
            }
        }
        return null;
    }
}
