package org.contacts4j.application.importing.batch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The match keys of earlier rows in a dry run, which inserts no contacts. It stores a 64-bit hash of each key, so a
 * million rows take about 30 MB. With a million rows, a collision occurs about once in ten million runs.
 *
 * <p>The rows of the current batch count immediately, and are discarded when the batch is retried.
 */
public final class EarlierRowKeys {

    private static final long FREE = 0;

    private long[] slots = new long[1024];
    private int used;
    private final Set<String> ofThisBatch = new HashSet<>();

    /** Returns whether an earlier row had one of these match keys. */
    boolean haveAnyOf(List<String> allKeys) {
        return allKeys.stream()
                .anyMatch(matchKey -> ofThisBatch.contains(matchKey) || slots[slotOf(hash(matchKey))] != FREE);
    }

    void add(List<String> allKeys) {
        ofThisBatch.addAll(allKeys);
    }

    /** Discards the rows of a batch attempt that was not committed. */
    public void beginBatch() {
        ofThisBatch.clear();
    }

    /** Stores the keys of the current batch. */
    public void commitBatch() {
        for (String matchKey : ofThisBatch) {
            long hash = hash(matchKey);
            int slot = slotOf(hash);
            if (slots[slot] == FREE) {
                slots[slot] = hash;
                used++;
                growWhenFull();
            }
        }
        ofThisBatch.clear();
    }

    private void growWhenFull() {
        if (used > slots.length / 2) {
            long[] old = slots;
            slots = new long[2 * old.length];
            Arrays.stream(old).filter(hash -> hash != FREE).forEach(hash -> slots[slotOf(hash)] = hash);
        }
    }

    /** Returns the slot of the hash, or the free slot where it would be inserted. */
    private int slotOf(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != FREE && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Computes FNV-1a and mixes the bits once more with the finalizer of MurmurHash3. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (hash ^ (hash >>> 33)) | 1L << 63;
    }
}
