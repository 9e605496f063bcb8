package org.contacts4j.application.replica;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.ReadPosition;
import org.jspecify.annotations.Nullable;

/**
 * The positions after the last writes of members in this process. The number of members is bounded: when it is exceeded,
 * the latest position applies to all members, so that forgetting a member makes no read older. Thread-safe.
 */
public final class ReadPositions {

    private static final int MAX_MEMBERS = 10_000;

    private final int maxMembers;
    private final Map<Writer, ReadPosition> written = new ConcurrentHashMap<>();
    private volatile ReadPosition ofAll = ReadPosition.START;

    /** Creates an instance for processes that have written nothing. */
    public ReadPositions() {
        this(MAX_MEMBERS);
    }

    ReadPositions(int maxMembers) {
        this.maxMembers = maxMembers;
    }

    /**
     * Records the position after a write.
     *
     * @param caller the member who wrote; null if unknown, so that the reads of all callers must contain the write
     */
    public void record(@Nullable Caller caller, ReadPosition position) {
        if (caller == null) {
            recordForAll(position);
            return;
        }
        written.merge(new Writer(caller.organization(), caller.signedIn()), position, ReadPosition::max);
        if (written.size() > maxMembers) {
            written.forEach((writer, last) -> {
                recordForAll(last);
                written.remove(writer, last);
            });
        }
    }

    private synchronized void recordForAll(ReadPosition position) {
        ofAll = ofAll.max(position);
    }

    /** Returns the position that reads of this caller must have reached. */
    public ReadPosition of(Caller caller) {
        return written(caller).max(caller.readPosition());
    }

    /** Returns the position after all writes of this caller in this process; empty when no write had a position. */
    public Optional<ReadPosition> afterWritesOf(Caller caller) {
        return Optional.of(written(caller)).filter(position -> !position.equals(ReadPosition.START));
    }

    private ReadPosition written(Caller caller) {
        return written.getOrDefault(new Writer(caller.organization(), caller.signedIn()), ReadPosition.START)
                .max(ofAll);
    }

    private record Writer(
            OrganizationId organization, @Nullable MemberId member) {}
}
