package org.contacts4j.http.auth;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.contacts4j.domain.network.IpAddress;
import org.jspecify.annotations.Nullable;

/** The location of a JWK set: a file, or an http or https URL. */
record JwkSetSource(String pathOrUrl) {

    static final int MAX_BYTES = 1024 * 1024;

    private static final Pattern HTTP = Pattern.compile("(?is)https?://.*");
    private static final Pattern PLAIN_HTTP = Pattern.compile("(?is)http://.*");
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");
    private static final Pattern QUERY = Pattern.compile("(?s)\\?.*");
    private static final String MASK = "********";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /**
     * Reads the set.
     *
     * @throws IOException when the set cannot be read, is larger than 1 MiB, or a URL does not deliver all of it within
     *     5 seconds
     */
    String read() throws IOException {
        return new String(isUrl() ? JwkSetRequest.send(uri(), TIMEOUT) : readFile(), StandardCharsets.UTF_8);
    }

    private byte[] readFile() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(pathOrUrl))) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new IOException("it has more than " + MAX_BYTES + " bytes");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("permission denied", e);
        }
    }

    /** Returns whether the keys can be replaced in transit: the source is plain http to another machine. */
    boolean isUnprotected() {
        return PLAIN_HTTP.matcher(pathOrUrl).matches() && !isLoopback(hostOrNull());
    }

    /** Returns the path or URL for logs and messages. The user, password and query of a URL are masked. */
    @Override
    public String toString() {
        if (!isUrl()) {
            return pathOrUrl;
        }
        String withoutUser = USER_INFO.matcher(pathOrUrl).replaceFirst("//" + MASK + "@");
        return QUERY.matcher(withoutUser).replaceFirst("?" + MASK);
    }

    private boolean isUrl() {
        return HTTP.matcher(pathOrUrl).matches();
    }

    private URI uri() throws IOException {
        try {
            return new URI(pathOrUrl);
        } catch (URISyntaxException e) {
            throw new IOException("it is not a URL: " + e.getReason());
        }
    }

    private @Nullable String hostOrNull() {
        try {
            return uri().getHost();
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || IpAddress.parse(host.replaceAll("[\\[\\]]", ""))
                                .map(InetAddress::isLoopbackAddress)
                                .orElse(false));
    }
}
