package org.contacts4j.jdbi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.PlainData;
import org.jspecify.annotations.Nullable;

/** Values that are kept as JSON. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final TypeReference<Map<String, @Nullable Object>> DATA = new TypeReference<>() {};
    private static final String NO_DATA = "{}";

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a value that can be kept as JSON", e);
        }
    }

    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds JSON that Contacts4J did not write", e);
        }
    }

    /** Plain data, with its numbers as {@link PlainData} has them. */
    public static Map<String, @Nullable Object> readData(String json) {
        return json.equals(NO_DATA) ? Map.of() : PlainData.copyOf(read(json, DATA), "", new Faults());
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
        if (json == null) {
            return null;
        }
        Map<String, @Nullable Object> texts = read(json, DATA);
        Map<AddressPart, String> parts = new LinkedHashMap<>();
        for (AddressPart part : AddressPart.values()) {
            if (texts.get(part.key()) instanceof String text) {
                parts.put(part, text);
            }
        }
        return new Address(parts);
    }
}
