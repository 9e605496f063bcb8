package org.contacts4j.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON of untrusted clients. Sizes are limited, repeated keys are rejected, and numbers are exact. */
public final class Json {

    /** The maximum length of a text, key or number: the maximum size of a body or of a row of an import. */
    private static final int MAX_TEXT = 1024 * 1024;

    /**
     * The factory of parsers and generators. Canonicalization of names is disabled: clients choose the names, and the
     * symbol table would outlive the request. {@link JsonReader} enforces the other limits.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(MAX_TEXT)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(MAX_TEXT)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final ObjectMapper MAPPER = new JsonMapper(FACTORY);

    private static final ObjectWriter SHAPED = MAPPER.writerFor(JsonWritable.class);

    private Json() {}

    /** Returns a writer for values of one type. It writes every member; unset ones as null. */
    public static <T> Writer<T> writerOf(Class<T> type) {
        ObjectWriter writer = MAPPER.writerFor(type);
        return value -> bytes(writer, value);
    }

    /** Returns a writer for values of one parameterized type. It writes every member; unset ones as null. */
    public static <T> Writer<T> writerOf(TypeReference<T> type) {
        ObjectWriter writer = MAPPER.writerFor(type);
        return value -> bytes(writer, value);
    }

    /** Writes a value with its {@link JsonWriter}. */
    public static byte[] write(JsonWritable<?> value) {
        return bytes(SHAPED, value);
    }

    /** Encodes an array of objects, for use inside other JSON. */
    public static <T> EncodedJson items(List<T> values, JsonWriter<T> shape) {
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
        return new EncodedJson(bytes.toByteArray());
    }

    /** Encodes plain data, for use inside other JSON. */
    public static EncodedJson constant(Object value) {
        return new EncodedJson(bytes(MAPPER.writer(), value));
    }

    /** Returns the JSON text of plain data. */
    public static String text(@Nullable Object data) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            PlainDataWriter.write(json, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads an object.
     *
     * @throws ContactsFailure.Invalid on {@code body} when the text is not a JSON object, or exceeds a limit
     */
    public static Map<?, ?> readObject(byte[] json) {
        return object(read(json));
    }

    /** Reads an object from a text. See {@link #readObject(byte[])}. */
    public static Map<?, ?> readObject(String json) {
        return object(read(json));
    }

    /**
     * Reads a value of any type.
     *
     * @throws ContactsFailure.Invalid on {@code body} when the text is not JSON, or exceeds a limit
     */
    public static @Nullable Object read(byte[] json) {
        return reading(() -> parse(json));
    }

    /** Reads a value of any type from a text. See {@link #read(byte[])}. */
    public static @Nullable Object read(String json) {
        return reading(() -> {
            try (JsonParser parser = FACTORY.createParser(json)) {
                return new JsonReader(parser).read();
            }
        });
    }

    /**
     * Reads a value of any type, for callers that report errors themselves.
     *
     * @throws IOException when the text is not JSON in UTF-8, or exceeds a limit
     */
    public static @Nullable Object parse(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return new JsonReader(parser).read();
        }
    }

    /** Returns a description of the problem, without its location. */
    public static String problem(JsonProcessingException e) {
        if (e instanceof JsonReader.LimitExceeded limit) {
            return limit.getOriginalMessage();
        }
        return e instanceof StreamConstraintsException
                ? "is nested too deeply, or holds a key, number or text of more than " + MAX_TEXT + " characters"
                : "is not JSON in UTF-8 without repeated keys";
    }

    /** Returns a parser for a long document that is read token by token. Closing the parser closes the text. */
    public static JsonParser pass(Reader text) throws IOException {
        return FACTORY.createParser(text);
    }

    /**
     * Returns a value as an error response repeats it: the value itself when its JSON is short, else the beginning of
     * its JSON.
     *
     * @param max the maximum number of characters
     */
    public static @Nullable Object echo(@Nullable Object value, int max) {
        TruncatingWriter text = new TruncatingWriter(max);
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            PlainDataWriter.write(json, value);
        } catch (TruncatingWriter.Full full) {
            return text.cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return value;
    }

    /**
     * Runs an action that reads JSON, and converts its exceptions to validation errors of the body.
     *
     * @throws ContactsFailure.Invalid on {@code body} when the text is not JSON, or exceeds a limit
     */
    public static <T extends @Nullable Object> T reading(Callable<T> work) {
        try {
            return work.call();
        } catch (JsonProcessingException e) {
            throw new ContactsFailure.Invalid("body", problem(e) + place(e));
        } catch (IOException e) {
            throw new ContactsFailure.Invalid("body", "is not JSON in UTF-8");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new ContactsFailure.Invalid("body", "must be a JSON object");
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
