package org.contacts4j.http.customvalue;

import org.contacts4j.domain.customvalue.CustomValue;
import org.contacts4j.json.Timestamps;

/** The JSON of a custom value in the canonical API. */
record CustomValueJson(String key, String value, String updatedAt) {

    static CustomValueJson from(CustomValue value) {
        return new CustomValueJson(value.key(), value.value(), Timestamps.of(value.updatedAt()));
    }
}
