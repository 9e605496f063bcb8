package org.contacts4j.http.auth;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a JWK set is kept: a file, or an http or https URL. */
record JwkSetSource(String pathOrUrl) {

    private static final Pattern HTTP = Pattern.compile("(?i)https?://.*");
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MAX_BYTES = 1024 * 1024;

    /** What is there, at most 1 MiB of it. */
    String read() throws IOException {
        try (InputStream in = open()) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        }
    }

    private InputStream open() throws IOException {
        if (!HTTP.matcher(pathOrUrl).matches()) {
            return Files.newInputStream(Path.of(pathOrUrl));
        }
        URLConnection connection;
        try {
            connection = URI.create(pathOrUrl).toURL().openConnection();
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection.getInputStream();
    }

    @Override
    public String toString() {
        return pathOrUrl;
    }
}
