package org.contacts4j.http.auth.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The refusals that are not in the audit log yet. The first refusal of a caller with an error code is due at once;
 * further ones are counted and due together a minute later. A flood of refusals therefore adds one entry a minute.
 * Thread-safe.
 */
final class Refusals {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** The maximum number of callers and codes. Further ones are not recorded until a window ends. */
    private static final int MAX_SIZE = 10_000;

    private final Map<Kind, Window> windows = new ConcurrentHashMap<>();

    /** A number of refusals with the same error code; {@code caller} has the origin of the first one. */
    record Refused(Caller caller, String code, long count) {}

    void add(Refused refused) {
        Caller caller = refused.caller;
        Kind kind = new Kind(caller.organization(), caller.signedIn(), refused.code);
        if (windows.size() < MAX_SIZE || windows.containsKey(kind)) {
            Window first = new Window(caller, refused.count, Instant.MIN);
            windows.merge(kind, first, (window, more) -> window.plus(refused));
        }
    }

    /** Removes and returns the refusals that are due. */
    List<Refused> due(Instant now) {
        List<Refused> due = new ArrayList<>();
        windows.forEach((kind, window) -> {
            if (window.since.isAfter(now.minus(WINDOW))) {
                return;
            }
            windows.computeIfPresent(kind, (same, current) -> {
                if (current.count > 0) {
                    due.add(new Refused(current.caller, kind.code, current.count));
                }
                return current.count > 0 ? new Window(current.caller, 0, now) : null;
            });
        });
        return due;
    }

    /** Removes and returns all refusals. */
    List<Refused> all() {
        List<Refused> all = new ArrayList<>();
        windows.forEach((kind, window) -> {
            if (window.count > 0) {
                all.add(new Refused(window.caller, kind.code, window.count));
            }
        });
        windows.clear();
        return all;
    }

    private record Kind(
            OrganizationId organization, @Nullable MemberId actor, String code) {}

    /**
     * The refusals of one kind since the last ones became due.
     *
     * @param since when the last ones became due
     */
    private record Window(Caller caller, long count, Instant since) {

        Window plus(Refused more) {
            return new Window(count == 0 ? more.caller : caller, count + more.count, since);
        }
    }
}
