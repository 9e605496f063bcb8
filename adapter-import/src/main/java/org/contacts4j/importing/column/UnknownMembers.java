package org.contacts4j.importing.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** @param mapping the fields that the client maps members to */
    public UnknownMembers(Map<String, String> mapping) {
        this.names = new ColumnNames(mapping);
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

    /** Reads a contact with all of its members. */
    public ImportRow read(long number, Map<?, ?> object, List<String> sent) {
        Map<Object, @Nullable Object> known = new LinkedHashMap<>();
        RowBuilder others = new RowBuilder();
        List<String> understood = new ArrayList<>();
        object.forEach((member, value) -> {
            String name = String.valueOf(member);
            if (isKnown(name) && !names.maps(name)) {
                known.put(name, value);
                listUnknownParts(name, value);
            } else if (value != null) {
                readOther(name, value, object, others, understood);
            }
        });
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

    private void readOther(String name, Object value, Map<?, ?> object, RowBuilder row, List<String> understood) {
        @Nullable Target target = names.find(name);
        @Nullable String cell = text(value);
        if (target == null || cell == null || isSent(object, target.path(), name)) {
            list(name);
            return;
        }
        if (!target.adds() && understood.contains(target.path())) {
            list(name);
            return;
        }
        ColumnMapping.read(row, target, cell);
        understood.add(target.path());
        if (mapping.size() < MAX_LISTED) {
            mapping.putIfAbsent(name, target.path());
        }
    }

    /** Returns whether the contact has the member itself that another one would fill. */
    private static boolean isSent(Map<?, ?> object, String path, String name) {
        int dot = path.indexOf('.');
        if (dot > 0 && object.get(path.substring(0, dot)) instanceof Map<?, ?> part) {
            return part.get(path.substring(dot + 1)) != null;
        }
        return !path.equals(name) && object.get(path) != null;
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
