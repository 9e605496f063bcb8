package org.contacts4j.http.bottlecrm.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.TruthWords;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.json.Json;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/** Readers of member values. They accept what Django REST framework accepts from forms. */
public final class LenientValueReaders {

    private static final TruthWords TRUTH_WORDS =
            TruthWords.COMMON.and("t", "f").and("y", "n").and("on", "off");

    private static final int MAX_SCALE = 100;

    /** Replaces a list or an object, which can be large, where a word is expected. */
    private static final String NOT_A_WORD = "-";

    /** Reads a text. Accepts a number and converts it to text. */
    public static final ValueReader<String> TEXT = (json, field, faults) -> {
        if (json instanceof String text) {
            return text;
        }
        if (json instanceof Number number && isShort(number)) {
            return number instanceof BigDecimal exact ? exact.toPlainString() : number.toString();
        }
        faults.add(field, Messages.NO_STRING);
        return null;
    };

    /** Reads a text that must not be blank. */
    public static final ValueReader<String> NAME = (json, field, faults) -> {
        @Nullable String text = TEXT.read(json, field, faults);
        if (text != null && text.isBlank()) {
            faults.add(field, Messages.BLANK);
        }
        return text;
    };

    /** Reads a boolean, or a word for one. */
    public static final ValueReader<Boolean> FLAG = (json, field, faults) -> {
        String word = json instanceof Map || json instanceof List
                ? NOT_A_WORD
                : json.toString().strip();
        if (word.isEmpty()) {
            return null;
        }
        @Nullable Boolean flag = TRUTH_WORDS.read(word);
        if (flag == null) {
            faults.add(field, Messages.NO_BOOLEAN);
        }
        return flag;
    };

    /**
     * Reads ids in every form that clients send: a list, a list as text, or a single id. Each id is a text or an
     * object.
     */
    static final ValueReader<List<String>> IDS = (json, field, faults) -> {
        List<String> ids = new ArrayList<>();
        addIds(ids, json, field, faults);
        return ids;
    };

    public static final ValueReader<List<MemberId>> MEMBERS = (json, field, faults) -> {
        @Nullable List<String> ids = IDS.read(json, field, faults);
        return ids == null ? null : ValueReaders.listOf(ValueReaders.MEMBER).read(ids, field, faults);
    };

    public static final ValueReader<List<TeamId>> TEAMS = (json, field, faults) -> {
        @Nullable List<String> ids = IDS.read(json, field, faults);
        return ids == null ? null : ValueReaders.listOf(ValueReaders.TEAM).read(ids, field, faults);
    };

    private LenientValueReaders() {}

    /**
     * Returns whether the number is safe to write as text. A few characters such as 1e999999999 would otherwise exhaust
     * the memory.
     */
    private static boolean isShort(Number number) {
        return !(number instanceof BigDecimal exact) || Math.abs((long) exact.scale()) <= MAX_SCALE;
    }

    private static void addIds(List<String> ids, Object json, String field, Faults faults) {
        if (json instanceof List<?> list) {
            addAll(ids, list, field, faults);
        } else if (json instanceof String text && text.strip().startsWith("[")) {
            addList(ids, text, field, faults);
        } else if (!(json instanceof String text) || !text.isBlank()) {
            addId(ids, json, field, faults);
        }
    }

    private static void addList(List<String> ids, String text, String field, Faults faults) {
        try {
            if (Json.read(text.getBytes(StandardCharsets.UTF_8)) instanceof List<?> list) {
                addAll(ids, list, field, faults);
            }
        } catch (ContactsFailure.Invalid noJson) {
            faults.add(field, Messages.NO_LIST);
        }
    }

    private static void addAll(List<String> ids, List<?> list, String field, Faults faults) {
        for (int i = 0; i < list.size() && !faults.isFull(); i++) {
            addId(ids, list.get(i), field, faults);
        }
    }

    private static void addId(List<String> ids, @Nullable Object item, String field, Faults faults) {
        @Nullable Object id = item instanceof Map<?, ?> object ? object.get("id") : item;
        @Nullable String text = id == null ? null : TEXT.read(id, field, faults);
        if (id == null) {
            faults.add(field, Messages.NO_STRING);
        } else if (text != null) {
            ids.add(text.strip());
        }
    }
}
