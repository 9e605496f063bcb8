package org.contacts4j.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The dialects that are served at their own port or not at all. Other dialects use the server's port.
 *
 * @param ports the ports by dialect name; 0 picks a free port
 * @param closed the names of dialects that are not served
 */
public record DialectPorts(Map<String, Integer> ports, Set<String> closed) {

    /** All dialects at the server's own port. */
    public static final DialectPorts DEFAULT = new DialectPorts(Map.of(), Set.of());

    public DialectPorts {
        ports = Map.copyOf(ports);
        closed = Set.copyOf(closed);
    }

    /**
     * Checks that every configured name is the name of a known dialect.
     *
     * @throws UnknownDialect for the first name, in alphabetical order, that is not known
     */
    void check(Collection<String> known) {
        Set<String> named = new TreeSet<>(ports.keySet());
        named.addAll(closed);
        named.removeAll(known);
        named.stream().findFirst().ifPresent(unknown -> {
            throw new UnknownDialect(unknown, List.copyOf(known));
        });
    }

    /** Returns the name of the connector, a key of {@link #connectorPorts}, that serves a dialect. */
    String connectorOf(String dialect, int ownPort) {
        int port = ports.getOrDefault(dialect, ownPort);
        if (!ports.containsKey(dialect) || (port == ownPort && port != 0)) {
            return "";
        }
        return port == 0 ? dialect : String.valueOf(port);
    }

    /** Returns the ports to listen on by connector name. The server's own port comes first and has an empty name. */
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
