package org.contacts4j.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/** JSON as it comes from strangers and goes out to them: bounded, without repeated keys, numbers exact. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxNumberLength(500)
                            .maxStringLength(1024 * 1024)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter SHAPED = MAPPER.writerFor(Shaped.class);

    private Json() {}

    /** Writes values of one type, every member of them, unset ones as null. */
    public static <T> Writer<T> writerOf(Class<T> type) {
        ObjectWriter writer = MAPPER.writerFor(type);
        return value -> bytes(writer, value);
    }

    /** The same for a type with parameters. */
    public static <T> Writer<T> writerOf(TypeReference<T> type) {
        ObjectWriter writer = MAPPER.writerFor(type);
        return value -> bytes(writer, value);
    }

    /** Writes a value in its shape. */
    public static byte[] write(Shaped<?> value) {
        return bytes(SHAPED, value);
    }

    /** An array of values in their shape, for use inside of other JSON. */
    public static <T> JsonText items(List<T> values, Shape<T> shape) {
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartArray();
            for (T value : values) {
                shape.write(json, value);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonText(bytes.toByteArray());
    }

    /** Plain data, for use inside of other JSON. */
    public static JsonText constant(Object value) {
        return new JsonText(bytes(MAPPER.writer(), value));
    }

    /**
     * Reads an object.
     *
     * @throws ContactsFailure.Invalid on {@code body} when it is anything else
     */
    public static Map<?, ?> readObject(byte[] json) {
        if (read(json) instanceof Map<?, ?> object) {
            return object;
        }
        throw new ContactsFailure.Invalid("body", "must be a JSON object");
    }

    /** Reads whatever there is. */
    public static @Nullable Object read(byte[] json) {
        return reading(() -> MAPPER.readValue(json, Object.class));
    }

    /** Reads a document token by token, with the same bounds; it is closed with the parser. */
    public static JsonParser parser(InputStream in) throws IOException {
        return MAPPER.createParser(in);
    }

    /** A value as JSON. */
    public static String text(@Nullable Object value) {
        return new String(bytes(MAPPER.writer(), value), StandardCharsets.UTF_8);
    }

    /**
     * Reads, and says of the body what is wrong with it.
     *
     * @throws ContactsFailure.Invalid on {@code body} when it is not JSON
     */
    public static <T extends @Nullable Object> T reading(Callable<T> work) {
        try {
            return work.call();
        } catch (StreamConstraintsException e) {
            throw new ContactsFailure.Invalid(
                    "body", "is nested too deeply, or holds a number or text that is too long");
        } catch (JsonProcessingException e) {
            throw new ContactsFailure.Invalid("body", "is not JSON in UTF-8 without repeated keys" + place(e));
        } catch (IOException e) {
            throw new ContactsFailure.Invalid("body", "is not JSON in UTF-8");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(JsonProcessingException e) {
        @Nullable JsonLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static byte[] bytes(ObjectWriter writer, @Nullable Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes values of one type as JSON in UTF-8. */
    @FunctionalInterface
    public interface Writer<T> {
        byte[] write(T value);
    }
}
