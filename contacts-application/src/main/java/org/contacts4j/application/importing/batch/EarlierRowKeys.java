package org.contacts4j.application.importing.batch;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The match keys of earlier rows in a dry run, which inserts no contacts. It stores a 64-bit hash of each key and a 32-bit
 * hash of the first row's name, so a million rows take about 40 MB. With a million rows, a collision occurs about once in ten million runs.
 *
 * <p>The rows of the current batch count immediately, and are discarded when the batch is retried.
 */
public final class EarlierRowKeys {

    private static final long FREE = 0;

    private long[] slots = new long[1024];
    private int[] names = new int[1024];
    private int used;
    private final Map<String, Integer> ofThisBatch = new HashMap<>();

    /** Returns whether an earlier row had one of these match keys. */
    boolean haveAnyOf(List<String> allKeys) {
        return allKeys.stream().anyMatch(this::has);
    }

    /**
     * Returns whether the earlier row with the first known key has another name.
     *
     * @param name the hash of a name; 0 if there is none
     */
    boolean haveOtherName(List<String> allKeys, int name) {
        int earlier =
                allKeys.stream().filter(this::has).findFirst().map(this::nameOf).orElse(0);
        return earlier != 0 && name != 0 && earlier != name;
    }

    /** @param name the hash of the row's name; 0 if it has none */
    void add(List<String> allKeys, int name) {
        allKeys.forEach(matchKey -> ofThisBatch.putIfAbsent(matchKey, name));
    }

    private boolean has(String matchKey) {
        return ofThisBatch.containsKey(matchKey) || slots[slotOf(hash(matchKey))] != FREE;
    }

    private int nameOf(String matchKey) {
        int slot = slotOf(hash(matchKey));
        return slots[slot] == FREE ? ofThisBatch.getOrDefault(matchKey, 0) : names[slot];
    }

    /** Discards the rows of a batch attempt that was not committed. */
    public void beginBatch() {
        ofThisBatch.clear();
    }

    /** Stores the keys of the current batch. */
    public void commitBatch() {
        ofThisBatch.forEach((matchKey, name) -> {
            long hash = hash(matchKey);
            int slot = slotOf(hash);
            if (slots[slot] == FREE) {
                slots[slot] = hash;
                names[slot] = name;
                used++;
                growWhenFull();
            }
        });
        ofThisBatch.clear();
    }

    private void growWhenFull() {
        if (used > slots.length / 2) {
            long[] old = slots;
            int[] oldNames = names;
            slots = new long[2 * old.length];
            names = new int[2 * old.length];
            for (int i = 0; i < old.length; i++) {
                if (old[i] != FREE) {
                    int slot = slotOf(old[i]);
                    slots[slot] = old[i];
                    names[slot] = oldNames[i];
                }
            }
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
