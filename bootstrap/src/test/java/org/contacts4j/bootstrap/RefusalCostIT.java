package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.HostileRequest;
import org.contacts4j.http.scenario.LargeBodies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Verifies that the server refuses bodies of a megabyte with little processor time. */
@Tag("faults")
@Isolated("measures processor time, which other processes on the same processors increase")
class RefusalCostIT {

    private static final String SECRET = "a secret that is longer than 32 bytes";
    private static final int REPETITIONS = 20;
    private static final long MOST_MILLIS = 50;

    @Test
    void refusesAMegabyteWithinFiftyMillisecondsOfProcessorTime(@TempDir Path directory) throws Exception {
        long most = 0;
        try (ServerProcess server = ServerProcess.startUnlimited(directory, "--jwt-secret", SECRET)) {
            ApiClient client = ApiClient.of(server.url())
                    .withToken(Clients.token(SECRET, "large", Role.ADMIN))
                    .with("Content-Type", "application/json");
            for (String route : LargeBodies.ROUTES) {
                String[] parts = route.split(" ", 3);
                for (String value : LargeBodies.values()) {
                    HostileRequest request =
                            new HostileRequest(parts[0], parts[1], Map.of(), parts[2].replace("@", value));
                    long millis = cpuMillis(server, client, request);
                    assertThat(millis).as("%s", request).isLessThanOrEqualTo(MOST_MILLIS);
                    most = Math.max(most, millis);
                }
            }
        }
        System.out.printf("Refusing a megabyte took at most %d ms of processor time%n", most);
    }

    /** Returns the processor time of the server for one request, on average of several, after as many to warm up. */
    private static long cpuMillis(ServerProcess server, ApiClient client, HostileRequest request) {
        for (int i = 0; i < REPETITIONS; i++) {
            assertThat(request.send(client).statusCode()).as("%s", request).isBetween(400, 499);
        }
        Duration before = cpu(server);
        for (int i = 0; i < REPETITIONS; i++) {
            request.send(client);
        }
        return cpu(server).minus(before).toMillis() / REPETITIONS;
    }

    private static Duration cpu(ServerProcess server) {
        return server.handle().info().totalCpuDuration().orElseThrow();
    }
}
