package org.contacts4j.http.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.Fault;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Field;
import org.contacts4j.domain.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON objects as patches (RFC 7396), by a table of members: absent keeps, null clears. Members that are not in
 * the table are ignored. A member {@code a.b} is the member {@code b} of the object {@code a}.
 *
 * @param <R> the record that is patched
 */
public final class PatchReader<R> {

    private final List<Member<R, ?>> members;

    private PatchReader(List<Member<R, ?>> members) {
        this.members = List.copyOf(members);
    }

    public static <R> PatchReader<R> empty() {
        return new PatchReader<>(List.of());
    }

    /** This table with one more member, which is called as the field is. */
    public <T> PatchReader<R> with(Field<R, T> field, Kind<T> kind) {
        List<Member<R, ?>> more = new ArrayList<>(members);
        more.add(Member.of(field, kind));
        return new PatchReader<>(more);
    }

    /** The patch that an object says; it carries a fault for every member of a wrong type. */
    public Patch<R> read(Map<?, ?> object) {
        Faults faults = new Faults();
        members.stream().map(Member::group).distinct().forEach(group -> checkGroup(object, group, faults));
        Patch<R> patch = Patch.empty();
        for (Member<R, ?> member : members) {
            patch = member.read(patch, object, faults);
        }
        for (Fault fault : faults.list()) {
            patch = patch.withFault(fault.field(), fault.message());
        }
        return patch;
    }

    private static void checkGroup(Map<?, ?> object, String group, Faults faults) {
        Object value = object.get(group);
        if (!group.isEmpty() && value != null && !(value instanceof Map)) {
            Kinds.refuse("an object", value, group, faults);
        }
    }

    /**
     * One member.
     *
     * @param group the object it is in; empty for the outermost
     */
    private record Member<R, T>(String group, String name, Field<R, T> field, Kind<T> kind) {

        static <R, T> Member<R, T> of(Field<R, T> field, Kind<T> kind) {
            int dot = field.name().indexOf('.');
            String group = dot < 0 ? "" : field.name().substring(0, dot);
            return new Member<>(group, field.name().substring(dot + 1), field, kind);
        }

        Patch<R> read(Patch<R> patch, Map<?, ?> object, Faults faults) {
            if (group.isEmpty()) {
                return readFrom(object, patch, faults);
            }
            if (object.get(group) instanceof Map<?, ?> inner) {
                return readFrom(inner, patch, faults);
            }
            boolean cleared = object.containsKey(group) && object.get(group) == null;
            return cleared ? patch.without(field) : patch;
        }

        private Patch<R> readFrom(Map<?, ?> object, Patch<R> patch, Faults faults) {
            if (!object.containsKey(name)) {
                return patch;
            }
            @Nullable Object value = object.get(name);
            if (value == null) {
                return patch.without(field);
            }
            Faults found = new Faults();
            @Nullable T read = kind.read(value, field.name(), found);
            faults.addAll(found.list());
            if (!found.list().isEmpty()) {
                return patch;
            }
            return read == null ? patch.without(field) : patch.with(field, read);
        }
    }
}
