package org.contacts4j.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.domain.id.OrganizationId;

/**
 * The parameters of a measurement.
 *
 * @param serverJar Contacts4J's runnable jar
 * @param folder an empty folder for the files of servers and databases
 * @param contacts the number of contacts of the measured organization
 * @param connections the number of concurrent connections
 * @param rounds how often each server is started and measured
 * @param warmUp how long each kind of request is sent before it is measured
 * @param measured the duration of each measurement of a kind of request
 * @param only the prefixes of the kinds of requests to measure; empty for all
 */
public record Plan(
        Path serverJar,
        Path folder,
        int contacts,
        int connections,
        int rounds,
        Duration warmUp,
        Duration measured,
        long seed,
        List<String> only) {

    private static final int NEIGHBOURS = 4;

    /** Returns whether this kind of request is measured. */
    public boolean wants(Work work) {
        return only.isEmpty() || only.stream().anyMatch(work.name()::startsWith);
    }

    /** Returns the measured organization. */
    public GeneratedContacts main() {
        return organization("measured", contacts, 0);
    }

    /** Returns other organizations, so that the measured one is neither first nor last in any index. */
    public List<GeneratedContacts> neighbours() {
        return IntStream.rangeClosed(1, NEIGHBOURS)
                .mapToObj(i -> organization((i % 2 == 0 ? "a-" : "z-") + "neighbour-" + i, contacts / 20, i))
                .toList();
    }

    public GeneratedContacts organization(String name, int count, int number) {
        return new GeneratedContacts(new OrganizationId(name), seed + number, count);
    }
}
