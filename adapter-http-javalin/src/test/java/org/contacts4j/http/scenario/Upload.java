package org.contacts4j.http.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Multipart forms with a file. */
public final class Upload {

    public static final String TYPE = "multipart/form-data; boundary=XX";

    private Upload() {}

    /** Returns a form with a text in the field {@code file}. */
    static String form(String fileName, String content) {
        return head(fileName) + content + "\r\n--XX--\r\n";
    }

    /** Returns a form with these bytes in the field {@code file}. */
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

    /** Returns the part of the form before the first byte of the file. */
    static String head(String fileName) {
        return "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/html\r\n\r\n";
    }
}
