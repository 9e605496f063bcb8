package org.contacts4j.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where dialects are served, if not at the server's own port.
 *
 * @param ports by the names of dialects; 0 picks a free one
 * @param closed the names of dialects that are not served at all
 */
public record DialectPorts(Map<String, Integer> ports, Set<String> closed) {

    /** Every dialect at the server's own port. */
    public static final DialectPorts USUAL = new DialectPorts(Map.of(), Set.of());

    public DialectPorts {
        ports = Map.copyOf(ports);
        closed = Set.copyOf(closed);
    }

    /**
     * Makes sure that each of these is spoken about a dialect that there is.
     *
     * @throws UnknownDialect for the first that is not
     */
    void check(Collection<String> known) {
        Set<String> named = new TreeSet<>(ports.keySet());
        named.addAll(closed);
        named.removeAll(known);
        named.stream().findFirst().ifPresent(unknown -> {
            throw new UnknownDialect(unknown, List.copyOf(known));
        });
    }

    /** By which of the {@link #connectorPorts} the requests of a dialect come. */
    String connectorOf(String dialect, int ownPort) {
        int port = ports.getOrDefault(dialect, ownPort);
        if (!ports.containsKey(dialect) || (port == ownPort && port != 0)) {
            return "";
        }
        return port == 0 ? dialect : String.valueOf(port);
    }

    /** The ports to listen on, by name; the server's own comes first, and its name is empty. */
    Map<String, Integer> connectorPorts(int ownPort) {
        Map<String, Integer> connectorPorts = new LinkedHashMap<>();
        connectorPorts.put("", ownPort);
        new TreeMap<>(ports).forEach((dialect, port) -> {
            if (!closed.contains(dialect)) {
                connectorPorts.put(connectorOf(dialect, ownPort), port);
            }
        });
        return connectorPorts;
    }
}
