package org.contacts4j.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.http.scenario.ApiClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Verifies that thousands of slow request bodies do not delay other clients. */
@Tag("faults")
@Isolated("measures the time of responses")
class SlowSendersIT {

    private static final String SECRET = "a secret that is longer than 32 bytes";
    private static final int SENDERS = 2_000;
    private static final int REQUESTS = 500;
    private static final int MOST_MILLIS = 500;

    @Test
    void answersOthersWithinHalfASecond(@TempDir Path directory) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (ServerProcess server = ServerProcess.startUnlimited(directory, "--jwt-secret", SECRET)) {
            String request = "POST /api/v1/contacts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + Clients.token(SECRET, "slow", Role.MEMBER)
                    + "\r\nContent-Length: 1048576\r\n\r\n{";
            for (int i = 0; i < SENDERS; i++) {
                Socket sender = new Socket(
                        InetAddress.getLoopbackAddress(), server.url().getPort());
                slow.add(sender);
                sender.getOutputStream().write(request.getBytes(US_ASCII));
            }
            long p99 = p99Millis(Clients.of(server, SECRET, "good"));
            System.out.printf("p99 with %d slow senders: %d ms%n", SENDERS, p99);
            assertThat(p99).isLessThan(MOST_MILLIS);
        } finally {
            for (Socket sender : slow) {
                sender.close();
            }
        }
    }

    private static long p99Millis(ApiClient client) {
        long[] millis = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            assertThat(client.create("Ada").status()).isEqualTo(201);
            millis[i] = (System.nanoTime() - begin) / 1_000_000;
        }
        Arrays.sort(millis);
        return millis[REQUESTS * 99 / 100];
    }
}
