package org.contacts4j.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values that {@link org.contacts4j.domain.PlainData} allows. Jackson can write them too, but sets up
 * serialization again for each value inside another object.
 */
final class PlainDataWriter {

    private PlainDataWriter() {}

    static void write(JsonGenerator json, @Nullable Object data) throws IOException {
        if (data instanceof String text) {
            json.writeString(text);
        } else if (data instanceof Map<?, ?> map) {
            write(json, map);
        } else if (data instanceof List<?> list) {
            write(json, list);
        } else if (data instanceof Long number) {
            json.writeNumber(number);
        } else if (data instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (data instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writePOJO(data);
        }
    }

    private static void write(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<?> list) throws IOException {
        json.writeStartArray();
        for (Object item : list) {
            write(json, item);
        }
        json.writeEndArray();
    }
}
