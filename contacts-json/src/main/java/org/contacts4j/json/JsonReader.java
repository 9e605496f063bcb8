package org.contacts4j.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.PlainData;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document within the limits of bodies and of the rows of an import. An instance reads one document
 * only.
 */
final class JsonReader {

    static final int MAX_DEPTH = 100;

    /**
     * The maximum number of values. The largest of all bodies, an organization's saved views, takes 512 KiB. A value
     * with its separator takes at least two bytes.
     */
    static final int MAX_VALUES = 270_000;

    /**
     * The maximum number of values that are objects or lists. An empty one of three bytes takes 60 bytes in memory, a
     * small one 180.
     */
    static final int MAX_CONTAINERS = 50_000;

    /**
     * The maximum number of members of one object. The maximum size of extensions, 64 KiB, holds fewer. Keys with
     * colliding hashes are the most expensive.
     */
    static final int MAX_MEMBERS = 10_000;

    private static final int MAX_NUMBER_LENGTH = 500;

    private final JsonParser json;
    private int values;
    private int containers;

    JsonReader(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads the document, as {@code Map}, {@code List}, text, number, boolean or null.
     *
     * @throws LimitExceeded when the document exceeds a limit
     * @throws JsonParseException when the document is not JSON, or repeats a key
     */
    @Nullable
    Object read() throws IOException {
        if (json.nextToken() == null) {
            throw new JsonParseException(json, "nothing to read");
        }
        @Nullable Object value = value(0);
        if (json.nextToken() != null) {
            throw new JsonParseException(json, "something after the document", json.currentTokenLocation());
        }
        return value;
    }

    private @Nullable Object value(int depth) throws IOException {
        values++;
        if (values > MAX_VALUES) {
            throw new LimitExceeded("holds more than " + MAX_VALUES + " values", json);
        }
        return switch (json.currentToken()) {
            case START_OBJECT -> object(inside(depth));
            case START_ARRAY -> list(inside(depth));
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private int inside(int depth) throws LimitExceeded {
        containers++;
        if (containers > MAX_CONTAINERS) {
            throw new LimitExceeded("holds more than " + MAX_CONTAINERS + " objects and lists", json);
        }
        if (depth == MAX_DEPTH) {
            throw new LimitExceeded("is nested deeper than " + MAX_DEPTH + " levels", json);
        }
        return depth + 1;
    }

    private Map<String, @Nullable Object> object(int depth) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        int members = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            object.put(key, value(depth));
            members++;
            if (object.size() < members) {
                throw new JsonParseException(json, "a repeated key", json.currentTokenLocation());
            }
            if (members > MAX_MEMBERS) {
                throw new LimitExceeded("holds an object with more than " + MAX_MEMBERS + " members", json);
            }
        }
        return object;
    }

    private List<@Nullable Object> list(int depth) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(depth));
        }
        return list;
    }

    private Number whole() throws IOException {
        int sign = json.getTextCharacters()[json.getTextOffset()] == '-' ? 1 : 0;
        if (json.getTextLength() - sign > PlainData.MAX_DIGITS) {
            throw longNumber();
        }
        return json.getNumberValue();
    }

    private BigDecimal decimal() throws IOException {
        if (json.getTextLength() <= MAX_NUMBER_LENGTH) {
            try {
                BigDecimal number =
                        new BigDecimal(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
                if (PlainData.isShort(number)) {
                    return number;
                }
            } catch (NumberFormatException tooLargeAnExponent) {
                // reported below
            }
        }
        throw longNumber();
    }

    private LimitExceeded longNumber() {
        return new LimitExceeded(
                "holds a number of more than " + PlainData.MAX_DIGITS + " digits, or with an exponent beyond "
                        + PlainData.MAX_SCALE,
                json);
    }

    /** Thrown when a document exceeds a limit, which the message names. */
    static final class LimitExceeded extends StreamConstraintsException {

        private static final long serialVersionUID = 1;

        LimitExceeded(String message, JsonParser json) {
            super(message, json.currentTokenLocation());
        }
    }
}
