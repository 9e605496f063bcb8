package org.contacts4j.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.network.Network;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.webhook.Attempt;
import org.contacts4j.domain.webhook.DeliveryError;
import org.contacts4j.domain.webhook.SigningSecret;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the client connects only to public addresses, however an address is written.
 *
 * <p>A socket listens on all local addresses and must not receive a connection.
 */
class HostileUrlsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static ServerSocket everywhere;

    @BeforeAll
    static void listen() throws IOException {
        everywhere = new ServerSocket(0);
    }

    @AfterAll
    static void noConnectionReceived() throws IOException {
        try (ServerSocket listener = everywhere) {
            listener.setSoTimeout(200);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // loopback
                "http://127.0.0.1:PORT/",
                "https://127.0.0.1:PORT/",
                "http://127.0.0.2:PORT/",
                "http://127.255.255.254:PORT/",
                "http://localhost:PORT/",
                "http://LOCALHOST:PORT/",
                "http://localhost.:PORT/",
                "http://0.0.0.0:PORT/",
                "http://[::1]:PORT/",
                "http://[0:0:0:0:0:0:0:1]:PORT/",
                "http://[::]:PORT/",
                // private networks
                "http://10.0.0.1:PORT/",
                "http://10.255.255.255:PORT/",
                "http://172.16.0.1:PORT/",
                "http://172.31.255.255:PORT/",
                "http://192.168.0.1:PORT/",
                "http://100.64.0.1:PORT/",
                "http://[fc00::1]:PORT/",
                "http://[fd12:3456::1]:PORT/",
                "http://[fec0::1]:PORT/",
                // link-local, metadata
                "http://169.254.0.1:PORT/",
                "http://169.254.169.254/latest/meta-data/",
                "http://169.254.170.2/v2/credentials",
                "http://100.100.100.200/latest/meta-data/",
                "http://192.0.0.192/opc/v1/",
                "http://[fe80::1]:PORT/",
                "http://[fe80::1%25lo]:PORT/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://168.63.129.16/machine?comp=goalstate",
                "http://168.63.129.16:32526/vmSettings",
                "http://wireserver.example/",
                "http://metadata.google.internal/computeMetadata/v1/",
                "http://METADATA.google.internal./computeMetadata/v1/",
                "http://instance-data/latest/meta-data/",
                "http://[::ffff:168.63.129.16]/",
                "http://[64:ff9b::168.63.129.16]/",
                "http://[2002:a83f:8110::1]/",
                "http://[2606:2800:220:1:0:5efe:a83f:8110]/",
                "http://[2606:2800:220:1:0:5efe:7f00:1]:PORT/",
                "http://[2606:2800:220:1:200:5efe:10.0.0.1]:PORT/",
                "http://\uff11\uff16\uff18.63.129.16/",
                "http://2822734096/",
                "http://0xa83f8110/",
                "http://0250.077.0201.020/",
                "http://metadata.example/computeMetadata/v1/",
                // an IPv4 address inside an IPv6 address: mapped, compatible, NAT64, 6to4, Teredo
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[0:0:0:0:0:ffff:10.0.0.1]:PORT/",
                "http://[::ffff:169.254.169.254]/",
                "http://[::127.0.0.1]:PORT/",
                "http://[::7f00:1]:PORT/",
                "http://[64:ff9b::127.0.0.1]:PORT/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[64:ff9b:1::7f00:1]:PORT/",
                "http://[2002:7f00:1::]:PORT/",
                "http://[2002:a00:1::1]:PORT/",
                "http://[2002:a9fe:a9fe::]/",
                "http://[2001:0:7f00:1::]:PORT/",
                // other notations of IPv4 addresses
                "http://2130706433:PORT/",
                "http://017700000001:PORT/",
                "http://0x7f000001:PORT/",
                "http://0x7f.0.0.1:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://127.0.0.01:PORT/",
                "http://127.1:PORT/",
                "http://127.0.1:PORT/",
                "http://0:PORT/",
                "http://127.0.0.1.:PORT/",
                "http://3232235521:PORT/",
                "http://\u2460\u2461\u2466.0.0.1:PORT/",
                "http://127\u30020\u30020\u30021:PORT/",
                // multicast, broadcast, reserved and documentation addresses
                "http://224.0.0.1:PORT/",
                "http://240.0.0.1:PORT/",
                "http://255.255.255.255:PORT/",
                "http://198.18.0.1:PORT/",
                "http://192.0.2.1:PORT/",
                "http://[ff02::1]:PORT/",
                "http://[2001:db8::1]:PORT/",
                "http://[3fff::1]:PORT/",
                "http://[100::1]:PORT/",
                "http://[5f00::1]:PORT/",
                "http://[2001::1]:PORT/",
                "http://[2001:20::1]:PORT/",
                "http://192.88.99.1:PORT/",
                "http://255.255.255.254:PORT/",
                // host names
                "http://private.example:PORT/",
                "http://loopback.example:PORT/",
                "http://loopback6.example:PORT/",
                "http://public-and-private.example:PORT/",
                // URLs that disguise their host
                "http://example.org@127.0.0.1:PORT/",
                "http://127.0.0.1:PORT#@example.org/",
                "http://127.0.0.1:PORT\\@example.org/",
                "http://127.0.0.1%2f.example.org:PORT/",
                "http://localhost%00.example.org:PORT/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:PORT/",
                "jar:http://127.0.0.1:PORT/!/"
            })
    void connectsToNoneOf(String template) {
        String url = template.replace("PORT", String.valueOf(everywhere.getLocalPort()));
        if (isTaken(url)) {
            try (WebhookClient client =
                    new WebhookClient(new GuardedDnsResolver(List.of(), HostileUrlsTest::addressesOf), TIMEOUT)) {
                assertThat(send(client, url).error()).isIn(DeliveryError.FORBIDDEN_ADDRESS, DeliveryError.UNRESOLVED);
            }
        }
    }

    @Test
    void connectsToWhatTheOperatorAllows() throws IOException {
        GuardedDnsResolver guard =
                new GuardedDnsResolver(List.of(Network.of("127.0.0.0/8")), HostileUrlsTest::addressesOf);
        try (ServerSocket listener = new ServerSocket(0);
                WebhookClient client = new WebhookClient(guard, TIMEOUT)) {
            String url = "http://loopback.example:" + listener.getLocalPort() + "/";
            assertThat(send(client, url).error()).isEqualTo(DeliveryError.TIMEOUT);
            listener.setSoTimeout(2_000);
            listener.accept().close();
            assertThat(send(client, "http://private.example/").error()).isEqualTo(DeliveryError.FORBIDDEN_ADDRESS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "168.63.129.16",
                "169.254.169.254",
                "169.254.170.2",
                "169.254.170.23",
                "169.254.169.252",
                "169.254.0.23",
                "169.254.42.42",
                "169.254.20.10",
                "100.100.100.200",
                "192.0.0.192",
                "fd00:ec2::254",
                "fd00:ec2::23",
                "fd20:ce::254",
                "fd00:c1::a9fe:a9fe",
                "fd00:42::42",
                "fd00:a9fe:a9fe::1",
                "fd00:100::100:200",
                "fe80::a9fe:a9fe"
            })
    void anOperatorOpensAMetadataServiceOnlyByItsOwnAddress(String address) throws UnknownHostException {
        GuardedDnsResolver.Names names = host -> InetAddress.getAllByName(address);
        GuardedDnsResolver wide = new GuardedDnsResolver(List.of(Network.of("0.0.0.0/0"), Network.of("::/0")), names);
        assertThatThrownBy(() -> wide.resolve("host.example")).isInstanceOf(GuardedDnsResolver.ForbiddenAddress.class);
        GuardedDnsResolver exact = new GuardedDnsResolver(List.of(Network.of(address)), names);
        assertThat(exact.resolve("host.example")).containsExactly(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "64:ff9b::a9fe:a9fe",
                "::a9fe:a9fe",
                "::ffff:0:a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "64:ff9b:1::a9fe:a9fe",
                "64:ff9b:1:0:a9:fea9:fe00:0",
                "64:ff9b:1:a9:fe:a9fe::",
                "64:ff9b:1:a9fe:a9:fe00::",
                "2001:0:5db8:d822:0:0:5601:5601",
                "2001:0:a9fe:a9fe::1",
                "fd12:3456::5efe:a9fe:a9fe",
                "fd12:3456::200:5efe:a9fe:a9fe"
            })
    void aWideNetworkOpensNoMetadataServiceInsideAnIpv6Address(String address) {
        GuardedDnsResolver guard = new GuardedDnsResolver(
                List.of(Network.of("0.0.0.0/0"), Network.of("::/0")), host -> InetAddress.getAllByName(address));
        assertThatThrownBy(() -> guard.resolve("host.example")).isInstanceOf(GuardedDnsResolver.ForbiddenAddress.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata.google.internal", "Metadata.Google.Internal.", "instance-data", "metadata"})
    void aWideNetworkOpensNoNameOfAMetadataService(String name) throws UnknownHostException {
        GuardedDnsResolver.Names proxied = host -> InetAddress.getAllByName("10.0.0.7");
        GuardedDnsResolver wide = new GuardedDnsResolver(List.of(Network.of("10.0.0.0/8")), proxied);
        assertThat(wide.resolve("host.example")).hasSize(1);
        assertThatThrownBy(() -> wide.resolve(name)).isInstanceOf(GuardedDnsResolver.ForbiddenAddress.class);
        assertThat(new GuardedDnsResolver(List.of(Network.of("10.0.0.7/32")), proxied).resolve(name))
                .hasSize(1);
    }

    @Test
    void aNetworkOpensWhatIsInItHoweverItIsSpelled() throws UnknownHostException {
        GuardedDnsResolver.Names translated = host -> InetAddress.getAllByName("64:ff9b::10.0.0.7");
        assertThat(new GuardedDnsResolver(List.of(Network.of("10.0.0.0/8")), translated).resolve("host.example"))
                .hasSize(1);
        GuardedDnsResolver ipv6Alone = new GuardedDnsResolver(List.of(Network.of("::/0")), translated);
        assertThatThrownBy(() -> ipv6Alone.resolve("host.example"))
                .isInstanceOf(GuardedDnsResolver.ForbiddenAddress.class);
    }

    /** The name first resolves to an allowed address and on the second lookup to a forbidden one (DNS rebinding). */
    @Test
    void isNotLedAstrayByANameThatChanges() throws IOException {
        Queue<String> meanings = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.1"));
        GuardedDnsResolver guard = new GuardedDnsResolver(
                List.of(Network.of("127.0.0.2/32")), host -> InetAddress.getAllByName(meanings.remove()));
        try (ServerSocket listener = new ServerSocket();
                WebhookClient client = new WebhookClient(guard, TIMEOUT)) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String url = "http://rebinding.example:" + listener.getLocalPort() + "/";
            assertThat(send(client, url).error()).isEqualTo(DeliveryError.CONNECT);
            assertThat(meanings).as("asked once for one request").hasSize(1);
            assertThat(send(client, url).error()).isEqualTo(DeliveryError.FORBIDDEN_ADDRESS);
            listener.setSoTimeout(200);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "2002:5db8:d822::1", "1.1.1.1"})
    void takesPublicAddressesForWhatTheyAre(String address) throws UnknownHostException {
        InetAddress[] found =
                new GuardedDnsResolver(List.of(), host -> InetAddress.getAllByName(address)).resolve("host.example");
        assertThat(found).containsExactly(InetAddress.getAllByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0.0/33", "10.0.0/8", "fd00::/129", "example.org", "localhost/8", "10.0.0.0/-1", ":/8"})
    void knowsWhatIsNoNetwork(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }

    private static Attempt send(WebhookClient client, String url) {
        return client.send(new WebhookRequest(url, Map.of(), new byte[] {'{', '}'}));
    }

    private static boolean isTaken(String url) {
        try {
            Webhook.create(
                    new WebhookId(new UUID(0, 1)),
                    SigningSecret.of(new byte[SigningSecret.BYTES]),
                    Patch.of(WebhookField.URL, url),
                    new MemberId("ada"),
                    Instant.EPOCH);
            return true;
        } catch (ContactsFailure.Invalid e) {
            return false;
        }
    }

    private static InetAddress[] addressesOf(String host) throws UnknownHostException {
        return switch (host) {
            case "private.example" -> InetAddress.getAllByName("10.0.0.7");
            case "loopback.example" -> InetAddress.getAllByName("127.0.0.1");
            case "loopback6.example" -> InetAddress.getAllByName("::1");
            case "metadata.example" -> InetAddress.getAllByName("169.254.169.254");
            case "wireserver.example" -> InetAddress.getAllByName("168.63.129.16");
            case "metadata.google.internal", "METADATA.google.internal.", "instance-data" ->
                InetAddress.getAllByName("93.184.216.34");
            case "public-and-private.example" ->
                new InetAddress[] {
                    InetAddress.getAllByName("93.184.216.34")[0], InetAddress.getAllByName("127.0.0.1")[0]
                };
            default -> InetAddress.getAllByName(host);
        };
    }
}
