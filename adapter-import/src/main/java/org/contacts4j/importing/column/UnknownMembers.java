package org.contacts4j.importing.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/**
 * The members of JSON contacts that the API does not have. Their names are understood as those of columns; the others
 * are listed.
 */
public final class UnknownMembers {

    /** The maximum number of listed names. */
    private static final int MAX_LISTED = 100;

    private static final String SEPARATOR = " ::: ";
    private static final String CUSTOM = ContactField.CUSTOM_FIELDS.name() + ".";

    /** The members that responses have and requests ignore. */
    private static final Set<String> OF_RESPONSES = Set.of(
            "id",
            "organizationId",
            "entityTypes",
            "primaryContactId",
            "createdAt",
            "updatedAt",
            "createdBy",
            "updatedBy",
            "version");

    private final ColumnNames names;
    private final Set<String> members;
    private final Set<String> objects;
    private final Map<String, String> mapping = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<String> unmapped = Collections.synchronizedSet(new LinkedHashSet<>());
    private final MemberSamples samples = new MemberSamples();

    /** @param options the mapping of the client, and the custom fields that members are named after */
    public UnknownMembers(FileOptions options) {
        this.names = new ColumnNames(options);
        this.members = ContactJson.paths();
        this.objects = Set.of("metadata");
    }

    /** Returns the field of each member that was understood so far. */
    public Map<String, String> mapping() {
        synchronized (mapping) {
            return new LinkedHashMap<>(mapping);
        }
    }

    /** Returns the names of the members that were ignored so far. */
    public List<String> unmapped() {
        synchronized (unmapped) {
            return List.copyOf(unmapped);
        }
    }

    /** Returns why members were ignored, by name. Members that nothing is known about have no reason. */
    public Map<String, String> unmappedReasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        unmapped().forEach(name -> names.whyIgnored(name).ifPresent(reason -> reasons.put(name, reason)));
        return reasons;
    }

    /** Returns the first different values of each member read so far, by name, such as {@code metadata.title}. */
    public Map<String, List<String>> samples() {
        return samples.values();
    }

    /** Returns the field that a member fills; null if it is ignored. */
    public @Nullable String fieldOf(String name) {
        String member = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        if (names.maps(name) || !isKnown(member)) {
            @Nullable Target target = names.find(name);
            return target == null || !mapping().containsKey(name) ? null : target.path();
        }
        boolean isPart = objects.contains(member) && !member.equals(name);
        boolean isIgnored = isPart ? !members.contains(name) : OF_RESPONSES.contains(name) && !name.equals("id");
        return isIgnored ? null : name;
    }

    /** Reads a contact with all of its members. */
    public ImportRow read(long number, Map<?, ?> object, List<String> sent) {
        samples.add(object);
        Map<Object, @Nullable Object> known = new LinkedHashMap<>();
        RowBuilder others = new RowBuilder();
        List<String> understood = new ArrayList<>();
        Map<Object, @Nullable Object> custom = new LinkedHashMap<>();
        object.forEach((member, value) -> {
            String name = String.valueOf(member);
            if (isKnown(name) && !names.maps(name)) {
                known.put(name, value);
                listUnknownParts(name, value);
            } else if (value != null) {
                readOther(name, value, object, others, understood, custom);
            }
        });
        addCustom(known, custom);
        @Nullable String id = object.get("id") instanceof String text ? text : null;
        Patch<Contact> fields = ContactJson.read(known);
        if (understood.isEmpty()) {
            return new ImportRow(number, id, fields, sent);
        }
        return merged(number, id, fields, others.toRow(number, sent));
    }

    private boolean isKnown(String name) {
        return members.contains(name) || objects.contains(name) || OF_RESPONSES.contains(name);
    }

    private void listUnknownParts(String name, @Nullable Object value) {
        if (objects.contains(name) && value instanceof Map<?, ?> parts) {
            parts.keySet().stream()
                    .map(part -> name + "." + part)
                    .filter(path -> !members.contains(path))
                    .forEach(this::list);
        }
    }

    private void readOther(
            String name,
            Object value,
            Map<?, ?> object,
            RowBuilder row,
            List<String> understood,
            Map<Object, @Nullable Object> custom) {
        @Nullable Target target = names.find(name);
        @Nullable String cell = text(value);
        boolean isCustom = target != null && target.path().startsWith(CUSTOM);
        if (target == null || (cell == null && !isCustom) || isSent(object, target.path(), name)) {
            list(name);
            return;
        }
        if (!target.adds() && (understood.contains(target.path()) || custom.containsKey(keyOf(target)))) {
            list(name);
            return;
        }
        if (isCustom) {
            custom.put(keyOf(target), value);
        } else if (cell != null) {
            ColumnMapping.read(row, target, cell);
            understood.add(target.path());
        }
        if (mapping.size() < MAX_LISTED) {
            mapping.putIfAbsent(name, target.path());
        }
    }

    private static String keyOf(Target target) {
        return target.path().startsWith(CUSTOM) ? target.path().substring(CUSTOM.length()) : "";
    }

    /** Adds values of custom fields to those that the contact has under {@code customFields}. */
    private static void addCustom(Map<Object, @Nullable Object> known, Map<Object, @Nullable Object> custom) {
        String name = ContactField.CUSTOM_FIELDS.name();
        @Nullable Object sent = known.get(name);
        if (!custom.isEmpty() && (sent == null || sent instanceof Map)) {
            Map<Object, @Nullable Object> all = new LinkedHashMap<>(custom);
            if (sent instanceof Map<?, ?> values) {
                values.forEach(all::put);
            }
            known.put(name, all);
        }
    }

    /** Returns whether the contact has the member itself, or the whole of which it is a part, that another one would fill. */
    private boolean isSent(Map<?, ?> object, String path, String name) {
        String whole = path.split("[.\\[]", 2)[0];
        if (names.maps(whole)) {
            return false;
        }
        if (path.startsWith(whole + ".") && !whole.equals(ContactField.ADDRESS.name())) {
            return object.get(whole) instanceof Map<?, ?> parts
                    && parts.get(path.substring(whole.length() + 1)) != null;
        }
        return !whole.equals(name) && object.get(whole) != null;
    }

    private void list(String name) {
        if (unmapped.size() < MAX_LISTED) {
            unmapped.add(name.length() > MAX_LISTED ? name.substring(0, MAX_LISTED) : name);
        }
    }

    /** Returns a value as the text of a cell; null if it is no text. */
    private static @Nullable String text(Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            List<String> texts = new ArrayList<>();
            for (Object entry : list) {
                @Nullable String text = entry == null || entry instanceof List ? null : text(entry);
                if (text == null) {
                    return null;
                }
                texts.add(text);
            }
            return String.join(SEPARATOR, texts);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    /** Members of the API take precedence. */
    private ImportRow merged(long number, @Nullable String id, Patch<Contact> fields, ImportRow others) {
        Patch<Contact> all = fields;
        for (Field<Contact, ?> field : ContactField.all()) {
            if (!all.touches(field)) {
                all = with(all, field, others.fields());
            }
        }
        for (Fault fault : others.fields().faults()) {
            all = all.withFault(fault.field(), fault.message());
        }
        return new ImportRow(number, id == null ? others.id() : id, all, others.cells(), others.warnings());
    }

    private static <T> Patch<Contact> with(Patch<Contact> patch, Field<Contact, T> field, Patch<Contact> others) {
        return others.touches(field) ? patch.and(field, others.changeOf(field)) : patch;
    }
}
