package org.contacts4j.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.json.JsonWriter.Content;
import org.jspecify.annotations.Nullable;

/** A type of JSON values: how they are read from requests and written to responses. */
public class JsonType<T> {

    public static final JsonType<String> TEXT = new JsonType<>(ValueReaders.TEXT, JsonGenerator::writeString) {
        // Most members are texts. Code of their own spares each a call through an interface (ContactJsonBenchmark).
        @Override
        <R> Content<R> content(Function<R, @Nullable String> value) {
            return (json, record) -> json.writeString(value.apply(record));
        }
    };

    public static final JsonType<Boolean> FLAG = new JsonType<>(ValueReaders.BOOL, JsonGenerator::writeBoolean);

    public static final JsonType<BigDecimal> DECIMAL = new JsonType<>(ValueReaders.DECIMAL, JsonGenerator::writeNumber);

    /** A 32-bit whole number. */
    public static final JsonType<Integer> WHOLE = new JsonType<>(ValueReaders.WHOLE, JsonGenerator::writeNumber);

    public static final JsonType<Instant> TIME =
            new JsonType<>(ValueReaders.TIME, (json, time) -> json.writeString(Timestamps.of(time)));

    public static final JsonType<List<String>> TEXTS = listOf(TEXT);

    public static final JsonType<List<MemberId>> MEMBERS = listOf(id(ValueReaders.MEMBER));

    public static final JsonType<List<TeamId>> TEAMS = listOf(id(ValueReaders.TEAM));

    /** Plain data by key; null when empty. */
    public static final JsonType<Map<String, @Nullable Object>> DATA = new JsonType<>(
            ValueReaders.DATA, (json, data) -> PlainDataWriter.write(json, data.isEmpty() ? null : data));

    private final ValueReader<T> reader;
    private final ValueWriter<T> writer;

    private JsonType(ValueReader<T> reader, ValueWriter<T> writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /** Returns the type of the constants of an enum. */
    public static <E extends Enum<E>> JsonType<E> word(Class<E> type) {
        return new JsonType<>(ValueReaders.word(type), (json, word) -> json.writeString(EnumNames.of(word)));
    }

    /** Returns a type of ids in text form. */
    public static <T> JsonType<T> id(Function<String, T> parser) {
        return id(ValueReaders.id(parser));
    }

    /** Returns a type of objects with the members of {@code writer}. */
    public static <T> JsonType<T> object(ValueReader<T> reader, JsonWriter<T> writer) {
        return new JsonType<>(reader, writer::write);
    }

    /** Returns the type of lists of one type. */
    public static <T> JsonType<List<T>> listOf(JsonType<T> item) {
        return new JsonType<>(ValueReaders.listOf(item.reader), (json, items) -> {
            json.writeStartArray();
            for (T value : items) {
                item.writer.write(json, value);
            }
            json.writeEndArray();
        });
    }

    ValueReader<T> reader() {
        return reader;
    }

    /** Returns the writer of a member: of the value of a record, or null when unset. */
    <R> Content<R> content(Function<R, @Nullable T> value) {
        return (json, record) -> {
            @Nullable T set = value.apply(record);
            if (set == null) {
                json.writeNull();
            } else {
                writer.write(json, set);
            }
        };
    }

    private static <T> JsonType<T> id(ValueReader<T> reader) {
        return new JsonType<>(reader, (json, id) -> json.writeString(id.toString()));
    }

    /** Writes a value that is set. */
    @FunctionalInterface
    private interface ValueWriter<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }
}
