package org.contacts4j.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A writer of values of one type as JSON objects. It lists the members in order. It is for frequent responses, where
 * reflection and repeated encoding of the member names are measurable ({@code ContactJsonBenchmark}). All other values
 * are records that Jackson writes.
 */
public final class JsonWriter<T> {

    private final List<Member<T>> members = new ArrayList<>();

    /** Adds a text; null when unset. */
    public JsonWriter<T> text(String name, Function<T, @Nullable String> text) {
        return member(name, (json, value) -> json.writeString(text.apply(value)));
    }

    /** Adds a text; the member is omitted when unset. */
    public JsonWriter<T> textIfSet(String name, Function<T, @Nullable String> text) {
        return memberIfSet(name, text, JsonGenerator::writeString);
    }

    /** Adds plain data of any kind; the member is omitted when unset. */
    public JsonWriter<T> valueIfSet(String name, Function<T, @Nullable Object> value) {
        return memberIfSet(name, value, PlainDataWriter::write);
    }

    /** Adds an id, or another value written by its {@code toString}; null when unset. */
    public JsonWriter<T> id(String name, Function<T, @Nullable Object> id) {
        return member(name, (json, value) -> {
            @Nullable Object set = id.apply(value);
            json.writeString(set == null ? null : set.toString());
        });
    }

    public JsonWriter<T> flag(String name, Predicate<T> flag) {
        return member(name, (json, value) -> json.writeBoolean(flag.test(value)));
    }

    public JsonWriter<T> number(String name, ToLongFunction<T> number) {
        return member(name, (json, value) -> json.writeNumber(number.applyAsLong(value)));
    }

    /** Adds an array of texts, or of values written by their {@code toString}. */
    public JsonWriter<T> texts(String name, Function<T, ? extends List<?>> texts) {
        return member(name, (json, value) -> {
            json.writeStartArray();
            for (Object text : texts.apply(value)) {
                json.writeString(text.toString());
            }
            json.writeEndArray();
        });
    }

    /** Adds an array of objects. */
    public <I> JsonWriter<T> items(String name, Function<T, List<I>> items, JsonWriter<I> shape) {
        return member(name, (json, value) -> {
            json.writeStartArray();
            for (I item : items.apply(value)) {
                shape.write(json, item);
            }
            json.writeEndArray();
        });
    }

    /** Adds an object inside this one; null when unset. */
    public <P> JsonWriter<T> object(String name, Function<T, @Nullable P> part, JsonWriter<P> shape) {
        return member(name, (json, value) -> {
            @Nullable P set = part.apply(value);
            if (set == null) {
                json.writeNull();
            } else {
                shape.write(json, set);
            }
        });
    }

    /** Adds plain data by key; null when empty. */
    public JsonWriter<T> data(String name, Function<T, Map<String, @Nullable Object>> data) {
        return member(name, (json, value) -> {
            Map<String, @Nullable Object> held = data.apply(value);
            PlainDataWriter.write(json, held.isEmpty() ? null : held);
        });
    }

    /** Adds plain data of any kind; null when unset. */
    public JsonWriter<T> value(String name, Function<T, @Nullable Object> value) {
        return member(name, (json, whole) -> PlainDataWriter.write(json, value.apply(whole)));
    }

    /** Adds a value of this type; null when unset. */
    public <V> JsonWriter<T> value(String name, Function<T, @Nullable V> value, JsonType<V> type) {
        return member(name, type.content(value));
    }

    /** Adds a value that is encoded JSON. */
    public JsonWriter<T> json(String name, Function<T, EncodedJson> text) {
        return member(name, (json, value) -> json.writeRawValue(text.apply(value)));
    }

    /** Adds every member of another writer to this object. */
    public <P> JsonWriter<T> all(Function<T, P> part, JsonWriter<P> shape) {
        shape.members.forEach(member -> members.add(
                new Member<>(member.name(), (json, value) -> member.content().write(json, part.apply(value)))));
        return this;
    }

    void write(JsonGenerator json, T value) throws IOException {
        json.writeStartObject();
        for (Member<T> member : members) {
            if (member.name() != null) {
                json.writeFieldName(member.name());
            }
            member.content().write(json, value);
        }
        json.writeEndObject();
    }

    private JsonWriter<T> member(String name, Content<T> content) {
        members.add(new Member<>(new SerializedString(name), content));
        return this;
    }

    private <V> JsonWriter<T> memberIfSet(String name, Function<T, @Nullable V> reader, Content<V> content) {
        SerializableString encoded = new SerializedString(name);
        members.add(new Member<>(null, (json, value) -> {
            @Nullable V set = reader.apply(value);
            if (set != null) {
                json.writeFieldName(encoded);
                content.write(json, set);
            }
        }));
        return this;
    }

    /**
     * A member.
     *
     * @param name null when the content writes the name, if the member is present
     */
    private record Member<T>(@Nullable SerializableString name, Content<T> content) {}

    @FunctionalInterface
    interface Content<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }
}
