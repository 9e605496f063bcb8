package org.contacts4j.http.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** The JSON of an audit entry in the canonical API: all keys are present, null when unset. */
record AuditEntryJson(
        UUID id,
        String at,
        @Nullable String actor,
        String action,
        String subjectType,
        @Nullable String subjectId,
        @Nullable String address,
        @Nullable String requestId,
        Map<String, String> details) {

    static AuditEntryJson from(AuditEntry entry) {
        return new AuditEntryJson(
                entry.id(),
                Timestamps.of(entry.at()),
                entry.actor() == null ? null : entry.actor().value(),
                entry.action().text(),
                entry.action().subjectType(),
                entry.subjectId(),
                entry.origin().address(),
                entry.origin().requestId(),
                new TreeMap<>(entry.details()));
    }
}
