package org.contacts4j.http.json;

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
 * How values of one type are written as a JSON object: its members in order, a line each. For what is answered so often
 * that finding members by reflection, and encoding their names each time, is felt ({@code ContactJsonBenchmark}); all
 * else is a record that Jackson writes.
 */
public final class Shape<T> {

    private final List<Member<T>> members = new ArrayList<>();

    /** A text; null when it is unset. */
    public Shape<T> text(String name, Function<T, @Nullable String> text) {
        return member(name, (json, value) -> json.writeString(text.apply(value)));
    }

    /** A text; when it is unset, there is no such member. */
    public Shape<T> textIfSet(String name, Function<T, @Nullable String> text) {
        return memberIfSet(name, text, JsonGenerator::writeString);
    }

    /** Plain data of any kind; when it is unset, there is no such member. */
    public Shape<T> valueIfSet(String name, Function<T, @Nullable Object> value) {
        return memberIfSet(name, value, Plain::write);
    }

    /** An id, or whatever else is a text by {@code toString}; null when it is unset. */
    public Shape<T> id(String name, Function<T, @Nullable Object> id) {
        return member(name, (json, value) -> {
            @Nullable Object set = id.apply(value);
            json.writeString(set == null ? null : set.toString());
        });
    }

    public Shape<T> flag(String name, Predicate<T> flag) {
        return member(name, (json, value) -> json.writeBoolean(flag.test(value)));
    }

    public Shape<T> number(String name, ToLongFunction<T> number) {
        return member(name, (json, value) -> json.writeNumber(number.applyAsLong(value)));
    }

    /** An array of texts, or of what is a text by {@code toString}. */
    public Shape<T> texts(String name, Function<T, ? extends List<?>> texts) {
        return member(name, (json, value) -> {
            json.writeStartArray();
            for (Object text : texts.apply(value)) {
                json.writeString(text.toString());
            }
            json.writeEndArray();
        });
    }

    /** An array of objects. */
    public <I> Shape<T> items(String name, Function<T, List<I>> items, Shape<I> shape) {
        return member(name, (json, value) -> {
            json.writeStartArray();
            for (I item : items.apply(value)) {
                shape.write(json, item);
            }
            json.writeEndArray();
        });
    }

    /** An object inside of this one; null when it is unset. */
    public <P> Shape<T> object(String name, Function<T, @Nullable P> part, Shape<P> shape) {
        return member(name, (json, value) -> {
            @Nullable P set = part.apply(value);
            if (set == null) {
                json.writeNull();
            } else {
                shape.write(json, set);
            }
        });
    }

    /** Plain data by key; null when it is empty. */
    public Shape<T> data(String name, Function<T, Map<String, @Nullable Object>> data) {
        return member(name, (json, value) -> {
            Map<String, @Nullable Object> held = data.apply(value);
            Plain.write(json, held.isEmpty() ? null : held);
        });
    }

    /** Plain data of any kind; null when it is unset. */
    public Shape<T> value(String name, Function<T, @Nullable Object> value) {
        return member(name, (json, whole) -> Plain.write(json, value.apply(whole)));
    }

    /** A value that is JSON already. */
    public Shape<T> json(String name, Function<T, JsonText> text) {
        return member(name, (json, value) -> json.writeRawValue(text.apply(value)));
    }

    /** Every member of another shape, as if they were members of this one. */
    public <P> Shape<T> all(Function<T, P> part, Shape<P> shape) {
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

    private Shape<T> member(String name, Content<T> content) {
        members.add(new Member<>(new SerializedString(name), content));
        return this;
    }

    private <V> Shape<T> memberIfSet(String name, Function<T, @Nullable V> reader, Content<V> content) {
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
     * @param name null when it is written with the content, if at all
     */
    private record Member<T>(@Nullable SerializableString name, Content<T> content) {}

    @FunctionalInterface
    private interface Content<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }
}
