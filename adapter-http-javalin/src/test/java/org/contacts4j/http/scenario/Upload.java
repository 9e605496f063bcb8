package org.contacts4j.http.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Forms with a file, as clients send them. */
public final class Upload {

    public static final String TYPE = "multipart/form-data; boundary=XX";

    private Upload() {}

    /** A form with a text in the field {@code file}. */
    static String form(String fileName, String content) {
        return head(fileName) + content + "\r\n--XX--\r\n";
    }

    /** A form with these bytes in the field {@code file}. */
    public static byte[] form(String fileName, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(head(fileName).getBytes(UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--XX--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    static boolean isForm(@Nullable String body) {
        return body != null && body.startsWith("--XX");
    }

    /** What comes before the file's first byte. */
    static String head(String fileName) {
        return "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/html\r\n\r\n";
    }
}
