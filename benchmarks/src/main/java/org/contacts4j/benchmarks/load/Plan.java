package org.contacts4j.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.domain.OrganizationId;

/**
 * How much is measured.
 *
 * @param serverJar Contacts4J's runnable jar
 * @param folder an empty one for whatever servers and databases keep
 * @param contacts how many the organisation that is measured has
 * @param connections how many call at once
 * @param rounds how often each server is started and measured
 * @param warmUp how long each kind of request is made before it is measured
 * @param measured how long each kind of request is measured at a time
 * @param only the kinds of requests that are made, by the beginning of their names; empty for all
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

    /** Whether this kind of request is to be measured. */
    boolean wants(Work work) {
        return only.isEmpty() || only.stream().anyMatch(work.name()::startsWith);
    }

    /** The organisation that is measured. */
    GeneratedContacts main() {
        return organization("measured", contacts, 0);
    }

    /** Some others, so that no index begins and ends with the one that is measured. */
    List<GeneratedContacts> neighbours() {
        return IntStream.rangeClosed(1, NEIGHBOURS)
                .mapToObj(i -> organization((i % 2 == 0 ? "a-" : "z-") + "neighbour-" + i, contacts / 20, i))
                .toList();
    }

    GeneratedContacts organization(String name, int count, int number) {
        return new GeneratedContacts(new OrganizationId(name), seed + number, count);
    }
}
