package org.contacts4j.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON objects as patches (RFC 7396), from a table of members. An absent member leaves the field unchanged; null
 * clears it. Members that are not in the table are ignored. A field {@code a.b} is the member {@code b} of the object
 * {@code a}.
 *
 * @param <R> the record that is patched
 */
public final class PatchReader<R> {

    private final List<Member<R, ?>> members;
    private final List<String> groups;

    private PatchReader(List<Member<R, ?>> members) {
        this.members = List.copyOf(members);
        this.groups = members.stream()
                .map(Member::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }

    public static <R> PatchReader<R> empty() {
        return new PatchReader<>(List.of());
    }

    /** Returns this table with one more member, which has the name of the field. */
    public <T> PatchReader<R> with(Field<R, T> field, ValueReader<T> kind) {
        List<Member<R, ?>> more = new ArrayList<>(members);
        more.add(Member.of(field, kind));
        return new PatchReader<>(more);
    }

    /** Returns this table with one more member, which has its own name. */
    public <T> PatchReader<R> with(String name, Field<R, T> field, ValueReader<T> kind) {
        List<Member<R, ?>> more = new ArrayList<>(members);
        more.add(new Member<>("", name, field, kind));
        return new PatchReader<>(more);
    }

    /** Returns the names of the members, by the names of their fields. */
    public Map<String, String> namesByField() {
        return members.stream()
                .collect(Collectors.toMap(member -> member.field().name(), Member::name));
    }

    /** Returns the patch of an object. It carries a validation error for every member of a wrong type. */
    public Patch<R> read(Map<?, ?> object) {
        Patch.Builder<R> patch = Patch.builder();
        readInto(patch, object);
        return patch.build();
    }

    /** Adds the members of an object to a patch, with a validation error for every member of a wrong type. */
    public void readInto(Patch.Builder<R> patch, Map<?, ?> object) {
        for (String group : groups) {
            checkGroup(object, group, patch.faults());
        }
        for (Member<R, ?> member : members) {
            member.read(object, patch);
        }
    }

    private static void checkGroup(Map<?, ?> object, String group, Faults faults) {
        Object value = object.get(group);
        if (value != null && !(value instanceof Map)) {
            ValueReaders.refuse("an object", value, group, faults);
        }
    }

    /**
     * A member.
     *
     * @param group the name of the enclosing object; empty for the outermost
     */
    private record Member<R, T>(String group, String name, Field<R, T> field, ValueReader<T> kind) {

        static <R, T> Member<R, T> of(Field<R, T> field, ValueReader<T> kind) {
            int dot = field.name().indexOf('.');
            String group = dot < 0 ? "" : field.name().substring(0, dot);
            return new Member<>(group, field.name().substring(dot + 1), field, kind);
        }

        void read(Map<?, ?> object, Patch.Builder<R> patch) {
            if (group.isEmpty()) {
                readFrom(object, patch);
            } else if (object.get(group) instanceof Map<?, ?> inner) {
                readFrom(inner, patch);
            } else if (object.containsKey(group) && object.get(group) == null) {
                patch.clear(field);
            }
        }

        private void readFrom(Map<?, ?> object, Patch.Builder<R> patch) {
            @Nullable Object value = object.get(name);
            if (value == null) {
                if (object.containsKey(name)) {
                    patch.clear(field);
                }
                return;
            }
            int faultsBefore = patch.faults().count();
            @Nullable T read = kind.read(value, field.name(), patch.faults());
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
}
