package org.contacts4j.jdbi.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.event.ContactEvent.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes values that are stored as JSON. Reads token by token into plain data, as
 * {@link org.contacts4j.domain.PlainData} defines it. This runs for every row, and reflective binding costs several
 * times as much.
 */
public final class Json {

    private static final JsonInclude.Value WITHOUT_NULLS =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // The texts are short: a lookup in a shared name table costs more than creating the names.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // Creating a contact changes every field from null. Omitted properties are read as null.
            .withConfigOverride(FieldChange.class, change -> change.setInclude(WITHOUT_NULLS))
            .build();
    private static final JsonFactory PARSERS = MAPPER.getFactory();
    private static final Map<String, AddressPart> ADDRESS_PARTS =
            Arrays.stream(AddressPart.values()).collect(Collectors.toMap(AddressPart::key, part -> part));
    private static final String NO_DATA = "{}";
    private static final String NO_ITEMS = "[]";

    private Json() {}

    public static String write(Object value) {
        if (value instanceof Map<?, ?> map && map.isEmpty()) {
            return NO_DATA;
        }
        if (value instanceof List<?> list && list.isEmpty()) {
            return NO_ITEMS;
        }
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a value that can be kept as JSON", e);
        }
    }

    /** Reads a JSON object as plain data. */
    public static Map<String, @Nullable Object> readData(String json) {
        return json.equals(NO_DATA) ? Map.of() : read(json, Json::object);
    }

    /** Reads a JSON array as plain data. */
    public static List<@Nullable Object> readList(String json) {
        return json.equals(NO_ITEMS) ? List.of() : read(json, Json::array);
    }

    /** Reads a JSON array of objects, and creates an item from two text properties of each object. */
    public static <T> List<T> readPairs(String json, String first, String second, BiFunction<String, String, T> make) {
        return json.equals(NO_ITEMS) ? List.of() : read(json, parser -> pairs(parser, first, second, make));
    }

    public static @Nullable String writeAddress(@Nullable Address address) {
        if (address == null) {
            return null;
        }
        Map<String, String> parts = new LinkedHashMap<>();
        address.parts().forEach((part, text) -> parts.put(part.key(), text));
        return write(parts);
    }

    public static @Nullable Address readAddress(@Nullable String json) {
        return json == null ? null : read(json, Json::address);
    }

    private static <T> T read(String json, Reader<T> reader) {
        try (JsonParser parser = PARSERS.createParser(json)) {
            parser.nextToken();
            return reader.read(parser);
        } catch (IOException e) {
            throw new IllegalStateException("the database holds JSON that Contacts4J did not write", e);
        }
    }

    private static <T> List<T> pairs(JsonParser parser, String first, String second, BiFunction<String, String, T> make)
            throws IOException {
        List<T> pairs = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String one = "";
            String other = "";
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                String text = parser.nextTextValue();
                if (key.equals(first)) {
                    one = text;
                } else if (key.equals(second)) {
                    other = text;
                }
            }
            pairs.add(make.apply(one, other));
        }
        return pairs;
    }

    private static Address address(JsonParser parser) throws IOException {
        Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            String text = parser.nextTextValue();
            @Nullable AddressPart part = ADDRESS_PARTS.get(key);
            if (part != null) {
                parts.put(part, text);
            }
        }
        return new Address(parts);
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        return Collections.unmodifiableMap(object);
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return Collections.unmodifiableList(array);
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Number whole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new BigDecimal(parser.getBigIntegerValue())
                : (Number) parser.getLongValue();
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonParser parser) throws IOException;
    }
}
