package org.contacts4j.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain forms of Latin letters that Unicode does not decompose: letters with strokes, hooks and bars, whose Unicode
 * names say the letter they are made of, and the letters that machine-readable passports transliterate (ICAO Doc 9303
 * part 3, section 6), such as {@code æ} and {@code þ}.
 */
final class LatinLetters {

    /** One line for each plain form: the form, a space, and its letters. */
    private static final String TABLE = """
            a ⱥɑ
            b ƀɓƃ
            c ƈȼ
            d đɖɗƌȡð
            e ɇəǝɛ
            f ƒ
            g ǥɠɡɣ
            h ħɦⱨ
            i ɨı
            j ɉȷ
            k ƙⱪ
            l łƚɫⱡ
            n ɲƞȵŋ
            o øɵɔ
            p ƥᵽ
            q ɋĸ
            r ɍɽ
            s ȿʂ
            t ŧƫƭʈⱦ
            u ʉ
            v ʋ
            w ⱳ
            y ƴɏ
            z ƶȥɀⱬ
            ae æ
            oe œ
            ou ȣ
            th þ
            """;

    private static final Map<Integer, String> PLAIN = plainForms();

    private LatinLetters() {}

    /** Replaces lower-case letters by their plain forms. */
    static String withoutStrokes(String lowerCase) {
        StringBuilder plain = new StringBuilder(lowerCase.length() + 2);
        lowerCase.codePoints().forEach(letter -> {
            @Nullable String form = letter < 0x80 ? null : PLAIN.get(letter);
            if (form == null) {
                plain.appendCodePoint(letter);
            } else {
                plain.append(form);
            }
        });
        return plain.toString();
    }

    /** Returns the plain forms by letter. */
    static Map<Integer, String> plainForms() {
        Map<Integer, String> forms = new HashMap<>();
        TABLE.lines()
                .map(line -> line.split(" ", 2))
                .forEach(line -> line[1].codePoints().forEach(letter -> forms.put(letter, line[0])));
        return Map.copyOf(forms);
    }
}
