package org.contacts4j.http.bottlecrm.json;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.contacts4j.json.EncodedJson;
import org.contacts4j.json.Json;

/** The country choices of BottleCRM's clients: every ISO 3166-1 code with its English name, sorted by name. */
public final class Countries {

    public static final EncodedJson ALL = Json.constant(Arrays.stream(Locale.getISOCountries())
            .map(code ->
                    List.of(code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)))
            .sorted(Comparator.comparing(country -> country.get(1)))
            .toList());

    private Countries() {}
}
