package org.contacts4j.domain.customfield;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A writable property of a custom-field folder.
 *
 * @param <T> the type of the property's value
 */
public final class FolderProperty<T> extends Field<CustomFieldFolder, T> {

    /** Required. */
    public static final FolderProperty<String> NAME = new FolderProperty<>(
            "name",
            Rules.trimmed(),
            CustomFieldFolder::name,
            (f, v) -> new CustomFieldFolder(f.id(), v == null ? "" : v, f.position()));

    public static final FolderProperty<Integer> POSITION = new FolderProperty<>(
            "position",
            Rules.anything(),
            CustomFieldFolder::position,
            (f, v) -> new CustomFieldFolder(f.id(), f.name(), v == null ? 0 : v));

    private static final List<FolderProperty<?>> ALL = List.of(NAME, POSITION);

    private final BiFunction<CustomFieldFolder, @Nullable T, CustomFieldFolder> writer;

    private FolderProperty(
            String name,
            Rule<T> rule,
            Function<CustomFieldFolder, @Nullable T> reader,
            BiFunction<CustomFieldFolder, @Nullable T, CustomFieldFolder> writer) {
        super(name, rule, reader);
        this.writer = writer;
    }

    /** Returns every property. */
    static List<FolderProperty<?>> all() {
        return ALL;
    }

    CustomFieldFolder applyTo(Patch<CustomFieldFolder> patch, CustomFieldFolder folder, Faults faults) {
        Change<T> change = checked(patch.changeOf(this), faults);
        return change instanceof Change.Keep ? folder : writer.apply(folder, change.valueOrNull());
    }
}
