package org.contacts4j.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.domain.network.IpAddress;
import org.contacts4j.domain.network.Network;
import org.contacts4j.http.server.request.RequestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    private static final String PROXY = "10.0.0.1";

    private final ClientAddresses addresses =
            new ClientAddresses(List.of(Network.of("10.0.0.0/8"), Network.of("fd00::/8")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '\u0000',
            value = {
                "203.0.113.9 > 203.0.113.9",
                "203.0.113.9, 10.0.0.2 > 203.0.113.9",
                "1.2.3.4, 203.0.113.9, 10.0.0.2, fd00::2 > 203.0.113.9",
                "203.0.113.9:4711 > 203.0.113.9",
                "2001:db8::9 > 2001:db8::9",
                "[2001:db8::9]:4711 > 2001:db8::9",
                "[2001:db8::9] > 2001:db8::9",
                "::ffff:203.0.113.9 > 203.0.113.9",
                "10.0.0.3, 10.0.0.2 > 10.0.0.3",
                "1.2.3.4, unknown, 10.0.0.2 > 10.0.0.2",
                "garbage > 10.0.0.1",
                "999.1.1.1 > 10.0.0.1",
                ", > 10.0.0.1"
            })
    void walksFromTheLastProxyToTheFirstThatIsNotTrusted(String forwardedFor, String client) {
        assertThat(clientOf(PROXY, Map.of("X-Forwarded-For", List.of(forwardedFor))))
                .isEqualTo(address(client));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '\u0000',
            value = {
                "for=203.0.113.9 > 203.0.113.9",
                "For=\"203.0.113.9:80\";proto=https;by=10.0.0.1 > 203.0.113.9",
                "proto=https;for=\"[2001:db8:cafe::17]:4711\" > 2001:db8:cafe::17",
                "for=1.2.3.4, for=203.0.113.9, for=10.0.0.2 > 203.0.113.9",
                "for=\"1.2.3.4, for=203.0.113.9 > 203.0.113.9",
                "for=1.2.3.4, for=_hidden > 10.0.0.1",
                "for=unknown > 10.0.0.1",
                "host=203.0.113.9 > 10.0.0.1"
            })
    void readsTheStandardHeader(String forwarded, String client) {
        assertThat(clientOf(PROXY, Map.of("Forwarded", List.of(forwarded)))).isEqualTo(address(client));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.1", "2001:db8::1"})
    void believesNobodyElse(String peer) {
        assertThat(clientOf(peer, Map.of("X-Forwarded-For", List.of("1.2.3.4"), "Forwarded", List.of("for=1.2.3.4"))))
                .isEqualTo(address(peer));
    }

    @Test
    void takesAHeaderThatStandsTwiceForOne() {
        assertThat(clientOf(PROXY, Map.of("X-Forwarded-For", List.of("1.2.3.4", "203.0.113.9"))))
                .isEqualTo(address("203.0.113.9"));
    }

    @Test
    void believesNeitherOfTwoHeadersThatContradictEachOther() {
        List<String> made = List.of("for=1.2.3.4");
        assertThat(clientOf(PROXY, Map.of("X-Forwarded-For", List.of("203.0.113.9"), "Forwarded", made)))
                .isEqualTo(address(PROXY));
        assertThat(clientOf(PROXY, Map.of("X-Forwarded-For", List.of("1.2.3.4"), "Forwarded", made)))
                .isEqualTo(address("1.2.3.4"));
    }

    @Test
    void countsTheAddressesOfAnIpv6NetworkTogether() {
        assertThat(names("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")).hasSize(1);
        assertThat(names("2001:db8:1:2::1", "2001:db8:1:3::1")).hasSize(2);
        assertThat(names("203.0.113.1", "203.0.113.2")).hasSize(2);
    }

    private static Set<String> names(String... texts) {
        return Arrays.stream(texts)
                .map(text -> ClientAddresses.nameOf(address(text)))
                .collect(Collectors.toSet());
    }

    private InetAddress clientOf(String peer, Map<String, List<String>> headers) {
        return addresses.of(new RequestSource(address(peer), name -> headers.getOrDefault(name, List.of())));
    }

    private static InetAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
