package org.contacts4j.http.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/** One value of a long document, which may not itself be long. */
final class JsonValue {

    private static final long MAX_BYTES = 1024 * 1024;

    private final JsonParser json;
    private final String name;
    private final long start;

    /** The value that the parser stands before. */
    JsonValue(JsonParser json, String name) {
        this.json = json;
        this.name = name;
        this.start = json.currentTokenLocation().getByteOffset();
    }

    /**
     * Reads it, as {@code Map}, {@code List}, text, number, boolean or null.
     *
     * @throws ContactsFailure.Invalid when it takes more than a mebibyte
     */
    @Nullable
    Object read() throws IOException {
        if (json.currentLocation().getByteOffset() - start > MAX_BYTES) {
            throw new ContactsFailure.Invalid(name, "must not take more than 1 MiB");
        }
        return switch (json.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getNumberValue();
            case VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Map<String, @Nullable Object> object() throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            object.put(key, read());
        }
        return object;
    }

    private List<@Nullable Object> list() throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(read());
        }
        return list;
    }
}
