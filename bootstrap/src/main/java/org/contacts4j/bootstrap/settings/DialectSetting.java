package org.contacts4j.bootstrap.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.http.DialectPorts;
import org.jspecify.annotations.Nullable;

/** Parses the {@code dialect} setting, such as {@code repzo=3030,spn=off}. */
final class DialectSetting {

    private static final Pattern PART = Pattern.compile("\\s*([^=,\\s]+)\\s*=\\s*(off|[0-9]{1,5})\\s*");
    private static final String CANONICAL = "canonical";
    private static final int HIGHEST_PORT = 65_535;

    private DialectSetting() {}

    /** Returns the ports of the dialects. The server checks at startup whether the named dialects exist. */
    static DialectPorts dialectPorts(Settings settings) {
        @Nullable String text = settings.textOrNull(Setting.DIALECT);
        Map<String, Integer> ports = new HashMap<>();
        Set<String> closed = new HashSet<>();
        for (String part : text == null ? new String[0] : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw settings.refuse(
                        Setting.DIALECT,
                        "must be names, each with a port from 0 to 65535 or off, with commas between, such as"
                                + " bottlecrm=3030");
            }
            add(settings, matcher.group(1), matcher.group(2), ports, closed);
        }
        return new DialectPorts(ports, closed);
    }

    private static void add(
            Settings settings, String name, String where, Map<String, Integer> ports, Set<String> closed) {
        if (name.equals(CANONICAL)) {
            throw settings.refuse(Setting.DIALECT, "cannot move or close the canonical API, which is at --port");
        }
        if (where.equals("off")) {
            closed.add(name);
            return;
        }
        int port = Integer.parseInt(where);
        if (port > HIGHEST_PORT) {
            throw settings.refuse(Setting.DIALECT, "must name ports from 0 to 65535");
        }
        ports.put(name, port);
    }
}
