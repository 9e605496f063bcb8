package org.contacts4j.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A multipart form with a file, stored for sending. */
record UploadForm(Path directory, String field) {

    static final int MEBIBYTE = 1024 * 1024;
    static final String TYPE = "multipart/form-data; boundary=XX";

    private static final String PART = "--XX\r\nContent-Disposition: form-data; name=\"%s\"";

    /** Returns a form with a file of this size, and with the names that a contact needs. */
    Path ofSize(int bytes) throws IOException {
        return form(bytes, "\r\n--XX--\r\n");
    }

    /** Returns a form that ends in the middle of its file, although its declared length is complete. */
    Path withoutAnEnd() throws IOException {
        return form(MEBIBYTE, "");
    }

    /** Sends half of a form and closes the connection. */
    static void breakOff(URI server, String path, String token, Path form) throws IOException {
        byte[] half = new byte[12 * MEBIBYTE];
        try (InputStream in = Files.newInputStream(form);
                Socket socket = new Socket(server.getHost(), server.getPort())) {
            in.readNBytes(half, 0, half.length);
            String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: " + TYPE + "\r\nContent-Length: " + Files.size(form) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(half);
        }
    }

    private Path form(int bytes, String end) throws IOException {
        Path form = Files.createTempFile(directory, "form", null);
        try (OutputStream out = Files.newOutputStream(form)) {
            for (String name : new String[] {"first_name", "last_name"}) {
                out.write((PART.formatted(name) + "\r\n\r\nAda\r\n").getBytes(UTF_8));
            }
            out.write((PART.formatted(field) + "; filename=\"a\"\r\n\r\n").getBytes(UTF_8));
            byte[] content = new byte[bytes];
            new Random(bytes).nextBytes(content);
            out.write(content);
            out.write(end.getBytes(UTF_8));
        }
        return form;
    }
}
