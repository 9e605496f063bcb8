package org.contacts4j.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "10.255.1.2/9, 10.128.0.0/9",
        "1.2.3.4, 1.2.3.4/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "::ffff:1.2.3.4, 1.2.3.4/32",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1/128",
        "2001:db8::/32, 2001:db8::/32",
        "2001:db8:1:2:ffff::/63, 2001:db8:1:2::/63",
        "::, ::/128",
        "::1, ::1/128",
        "1::, 1::/128",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3/128",
        "1:0:0:2:3:0:0:4, 1::2:3:0:0:4/128",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7/128",
        "10:0:0:a0:0b:0:0:100, 10::a0:b:0:0:100/128"
    })
    void hasOneCanonicalText(String text, String canonical) {
        assertThat(Network.of(text)).hasToString(canonical).isEqualTo(Network.of(canonical));
        assertThat(Network.of(text)).hasSameHashCodeAs(Network.of(canonical));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.0.0/16, true",
        "10.0.0.0/8, 10.0.0.0/8, true",
        "10.0.0.0/8, 10.0.0.0/7, false",
        "10.0.0.0/8, 11.0.0.0/16, false",
        "2001:db8::/32, 2001:db8:1::/48, true",
        "::/0, 10.0.0.0/8, false"
    })
    void containsSmallerNetworks(String one, String other, boolean contains) {
        assertThat(Network.of(one).contains(Network.of(other))).isEqualTo(contains);
    }
}
