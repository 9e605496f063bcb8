package org.contacts4j.application.importing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * By what the contacts of earlier rows would be recognised, for a dry run, which makes none. Keeps 64 bits of each, so
 * that a million rows take some 30 MB: two of a million are mistaken for one another once in ten million runs. The rows of
 * a batch count as earlier ones at once, but are forgotten when the batch begins again.
 */
final class EarlierRowKeys {

    private static final long FREE = 0;

    private long[] slots = new long[1024];
    private int used;
    private final Set<String> ofThisBatch = new HashSet<>();

    /** Whether an earlier row had one of these. */
    boolean haveAnyOf(List<String> traits) {
        return traits.stream().anyMatch(trait -> ofThisBatch.contains(trait) || slots[slotOf(hash(trait))] != FREE);
    }

    void add(List<String> traits) {
        ofThisBatch.addAll(traits);
    }

    /** Forgets the rows of an attempt that was not kept. */
    void beginBatch() {
        ofThisBatch.clear();
    }

    /** Keeps the rows of the batch. */
    void keep() {
        for (String trait : ofThisBatch) {
            long hash = hash(trait);
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

    /** Where the hash is, or would be. */
    private int slotOf(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != FREE && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** FNV-1a, with its bits mixed once more (the finalizer of MurmurHash3). */
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
