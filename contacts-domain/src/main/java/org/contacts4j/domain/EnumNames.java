package org.contacts4j.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The external names of enum constants: lower case, as the APIs and the databases spell them. */
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

    /** Returns the external name of this constant, such as {@code active}. */
    public static String of(Enum<?> constant) {
        return Objects.requireNonNull(
                OF_TYPE.get(constant.getDeclaringClass()).words.get(constant));
    }

    /** Returns the constant with this external name, ignoring case and surrounding white space. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        EnumNames words = OF_TYPE.get(type);
        @Nullable Object spelledSo = words.constants.get(word);
        return Optional.ofNullable(type.cast(spelledSo == null ? words.findIgnoringCase(word.strip()) : spelledSo));
    }

    /** Returns the external names of a type's constants, for messages: {@code active, inactive, archived}. */
    public static String allOf(Class<? extends Enum<?>> type) {
        return String.join(", ", OF_TYPE.get(type).words.values());
    }

    private @Nullable Object findIgnoringCase(String word) {
        for (Map.Entry<Object, String> constant : words.entrySet()) {
            if (constant.getValue().equalsIgnoreCase(word)) {
                return constant.getKey();
            }
        }
        return null;
    }
}
