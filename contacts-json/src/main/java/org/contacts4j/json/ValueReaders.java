package org.contacts4j.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Readers of the value types of JSON members. None converts between types: text that looks like a number stays text.
 */
public final class ValueReaders {

    public static final ValueReader<String> TEXT = exactly(String.class, "text");

    public static final ValueReader<Boolean> BOOL = exactly(Boolean.class, "true or false");

    /** A number with all of its digits. */
    public static final ValueReader<BigDecimal> DECIMAL = (json, field, faults) -> {
        if (json instanceof Number number) {
            return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        }
        refuse("a number", json, field, faults);
        return null;
    };

    /** A 32-bit whole number. */
    public static final ValueReader<Integer> WHOLE = exactly(Integer.class, "a whole number");

    public static final ValueReader<MemberId> MEMBER = opaqueId(MemberId.MAX_LENGTH, MemberId::new);

    public static final ValueReader<TeamId> TEAM = opaqueId(TeamId.MAX_LENGTH, id -> new TeamId(id.strip()));

    /** A time in ISO 8601 with an offset, of a year from 1 to 9999. */
    public static final ValueReader<Instant> TIME = (json, field, faults) -> {
        @Nullable Instant time = json instanceof String text ? time(text.strip()) : null;
        if (time == null) {
            faults.add(field, "must be a time such as 2026-01-31T09:00:00Z");
        }
        return time;
    };

    /** An object of any content. */
    public static final ValueReader<Map<String, @Nullable Object>> DATA = (json, field, faults) -> {
        if (json instanceof Map<?, ?> object) {
            return members(object);
        }
        refuse("an object", json, field, faults);
        return null;
    };

    /** An address; a part that is null is cleared. */
    public static final ValueReader<Address> ADDRESS = (json, field, faults) -> {
        if (json instanceof Map<?, ?> object) {
            return address(object, field, faults);
        }
        refuse("an object", json, field, faults);
        return null;
    };

    private ValueReaders() {}

    private static <T> ValueReader<T> opaqueId(int maxLength, Function<String, T> id) {
        return (json, field, faults) -> {
            @Nullable String text = TEXT.read(json, field, faults);
            if (text == null) {
                return null;
            }
            int before = faults.count();
            Rules.checkText(text, maxLength, field, faults);
            if (faults.count() == before && (text.isBlank() || text.length() > maxLength)) {
                faults.add(field, "must have 1 to " + maxLength + " characters");
            }
            return faults.count() == before ? id.apply(text) : null;
        };
    }

    /** Returns a reader for the constants of an enum, ignoring case. */
    public static <E extends Enum<E>> ValueReader<E> word(Class<E> type) {
        return (json, field, faults) -> {
            Optional<E> found = json instanceof String word ? EnumNames.find(type, word) : Optional.empty();
            if (found.isEmpty()) {
                faults.add(field, "must be one of " + EnumNames.allOf(type));
            }
            return found.orElse(null);
        };
    }

    /** Returns a reader for ids in text form; blank text clears the field. */
    public static <T> ValueReader<T> id(Function<String, T> parser) {
        return (json, field, faults) -> {
            if (json instanceof String text) {
                return text.isBlank() ? null : parser.apply(text.strip());
            }
            refuse("the text of an id", json, field, faults);
            return null;
        };
    }

    /** Returns a reader for lists of one type. */
    public static <T> ValueReader<List<T>> listOf(ValueReader<T> kind) {
        return (json, field, faults) -> {
            if (!(json instanceof List<?> list)) {
                refuse("a list", json, field, faults);
                return null;
            }
            int before = faults.count();
            List<T> read = new ArrayList<>();
            for (int i = 0; i < list.size() && !faults.isFull(); i++) {
                @Nullable T entry = entry(kind, list.get(i), field, faults.item(i));
                if (entry != null) {
                    read.add(entry);
                }
            }
            return faults.count() == before ? read : null;
        };
    }

    /** Returns the text of a member; empty when unset, and after a validation error. */
    public static String optionalText(Map<?, ?> object, String member, String field, Faults faults) {
        Object value = object.get(member);
        @Nullable String text = value == null ? "" : TEXT.read(value, field, faults.member(member));
        return text == null ? "" : text;
    }

    /** Adds a validation error for a value of the wrong type. */
    public static void refuse(String wanted, @Nullable Object json, String field, Faults faults) {
        faults.add(field, "must be " + wanted + ", not " + typeOf(json));
    }

    private static <T> ValueReader<T> exactly(Class<T> type, String name) {
        return (json, field, faults) -> {
            if (type.isInstance(json)) {
                return type.cast(json);
            }
            refuse(name, json, field, faults);
            return null;
        };
    }

    private static @Nullable Instant time(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.getYear() >= 1 && time.getYear() <= 9999 ? time.toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Address address(Map<?, ?> object, String field, Faults faults) {
        Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
        for (AddressPart part : AddressPart.values()) {
            if (object.containsKey(part.key())) {
                parts.put(part, optionalText(object, part.key(), field, faults));
            }
        }
        return new Address(parts);
    }

    private static <T> @Nullable T entry(ValueReader<T> kind, @Nullable Object json, String field, Faults faults) {
        if (json == null) {
            faults.add(field, "must not be null");
            return null;
        }
        return kind.read(json, field, faults);
    }

    @SuppressWarnings("unchecked") // the keys of JSON objects are text
    private static Map<String, @Nullable Object> members(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }

    private static String typeOf(@Nullable Object json) {
        if (json == null) {
            return "null";
        }
        if (json instanceof String) {
            return "text";
        }
        if (json instanceof Number) {
            return "a number";
        }
        if (json instanceof Boolean) {
            return "a boolean";
        }
        return json instanceof List ? "a list" : "an object";
    }
}
