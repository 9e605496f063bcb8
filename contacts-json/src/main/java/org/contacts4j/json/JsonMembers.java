package org.contacts4j.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The members of a record's JSON object, in order. One list reads requests as patches (RFC 7396) and writes records to
 * responses. In a request, an absent member leaves the field unchanged, null clears it, and members that are not in the
 * list are ignored. In a response, all members are present, null when unset.
 *
 * @param <R> the type of the record
 */
public final class JsonMembers<R> {

    private final JsonWriter<R> writer = new JsonWriter<>();
    private final List<BiConsumer<Map<?, ?>, Patch.Builder<R>>> readers = new ArrayList<>();
    private final List<Field<R, ?>> fields = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();
    private final Map<String, String> paths = new HashMap<>();

    /** Adds a field under its own name. */
    public <T> JsonMembers<R> with(Field<R, T> field, JsonType<T> type) {
        return with(field.name(), field, type);
    }

    /** Adds a field under another name. */
    public <T> JsonMembers<R> with(String name, Field<R, T> field, JsonType<T> type) {
        writer.value(name, field, type);
        return reading(name, field, type.reader());
    }

    /** Adds a field of requests under its own name. */
    public <T> JsonMembers<R> reading(Field<R, T> field, ValueReader<T> reader) {
        return reading(field.name(), field, reader);
    }

    /** Adds a field of requests under another name. */
    public <T> JsonMembers<R> reading(String name, Field<R, T> field, ValueReader<T> reader) {
        readers.add((object, patch) -> read(object, name, field, reader, patch));
        fields.add(field);
        paths.put(field.name(), name);
        return this;
    }

    /** Adds members of responses. */
    public JsonMembers<R> writing(Consumer<JsonWriter<R>> members) {
        members.accept(writer);
        return this;
    }

    /** Adds an object inside this one, which groups members. */
    public JsonMembers<R> object(String name, Consumer<JsonMembers<R>> members) {
        JsonMembers<R> inner = new JsonMembers<>();
        members.accept(inner);
        writer.object(name, record -> record, inner.writer);
        readers.add((object, patch) -> inner.readPart(object, name, patch));
        fields.addAll(inner.fields);
        objects.add(name);
        inner.paths.forEach((field, path) -> paths.put(field, name + "." + path));
        return this;
    }

    /** Returns the paths of the members in requests, by the names of their fields. */
    public Map<String, String> paths() {
        return Map.copyOf(paths);
    }

    /**
     * Returns the path of the member for a field that a validation error names, such as {@code metadata.title} for
     * {@code title}. A part of the field, such as {@code [1].label}, is retained. A field without a member keeps its name.
     */
    public String pathOf(String field) {
        int end = 0;
        while (end < field.length() && field.charAt(end) != '.' && field.charAt(end) != '[') {
            end++;
        }
        String name = field.substring(0, end);
        return paths.getOrDefault(name, name) + field.substring(end);
    }

    /**
     * Runs work with a patch of these members, so that validation errors name members.
     *
     * @throws ContactsFailure.Invalid with the paths of members, if the work throws it with names of fields
     */
    public <T> T naming(Supplier<T> work) {
        try {
            return work.get();
        } catch (ContactsFailure.Invalid e) {
            throw new ContactsFailure.Invalid(e.faults().stream()
                    .map(fault -> new Fault(pathOf(fault.field()), fault.kind(), fault.message()))
                    .toList());
        }
    }

    /**
     * Returns the patch of a body. It carries a validation error for every member of a wrong type.
     *
     * @throws ContactsFailure.Invalid on {@code body} when the text is not a JSON object
     */
    public Patch<R> read(byte[] json) {
        return read(Json.readObject(json));
    }

    /** Returns the patch of a parsed body. It carries a validation error for every member of a wrong type. */
    public Patch<R> read(Map<?, ?> object) {
        Patch.Builder<R> patch = Patch.builder();
        readInto(patch, object);
        return patch.build();
    }

    /** Adds the members of a parsed body to a patch, with a validation error for every member of a wrong type. */
    public void readInto(Patch.Builder<R> patch, Map<?, ?> object) {
        objects.forEach(name -> checkObject(object, name, patch));
        readers.forEach(reader -> reader.accept(object, patch));
    }

    /** Returns the JSON of a record. */
    public JsonWritable<R> of(R record) {
        return new JsonWritable<>(record, writer);
    }

    private void readPart(Map<?, ?> object, String name, Patch.Builder<R> patch) {
        @Nullable Object value = object.get(name);
        if (value instanceof Map<?, ?> part) {
            readers.forEach(reader -> reader.accept(part, patch));
        } else if (value == null && object.containsKey(name)) {
            fields.forEach(patch::clear);
        }
    }

    private static void checkObject(Map<?, ?> object, String name, Patch.Builder<?> patch) {
        @Nullable Object value = object.get(name);
        if (value != null && !(value instanceof Map)) {
            ValueReaders.refuse("an object", value, name, patch.faults());
        }
    }

    private static <R, T> void read(
            Map<?, ?> object, String name, Field<R, T> field, ValueReader<T> reader, Patch.Builder<R> patch) {
        @Nullable Object value = object.get(name);
        if (value == null) {
            if (object.containsKey(name)) {
                patch.clear(field);
            }
            return;
        }
        int faultsBefore = patch.faults().count();
        @Nullable T read = reader.read(value, field.name(), patch.faults());
        if (patch.faults().count() > faultsBefore) {
            return;
        }
        if (read == null) {
            patch.clear(field);
        } else {
            patch.set(field, read);
        }
    }
}
