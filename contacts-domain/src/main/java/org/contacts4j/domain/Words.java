package org.contacts4j.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that name an enum's constants outside of Java: lower case, as the APIs and the databases spell them. */
public final class Words {

    private Words() {}

    /** The word that names this constant, such as {@code active}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant that {@code word} names, ignoring case. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        String name = word.strip();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** All the words of a type, for messages: {@code active, inactive, archived}. */
    public static String allOf(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
    }
}
