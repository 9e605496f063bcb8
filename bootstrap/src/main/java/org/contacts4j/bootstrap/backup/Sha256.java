package org.contacts4j.bootstrap.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes while they are copied. */
final class Sha256 {

    private Sha256() {}

    /** Copies everything and returns its SHA-256 in hexadecimal digits. */
    static String copy(InputStream in, OutputStream out) throws IOException {
        return copy(in::transferTo, out);
    }

    /** Has {@code source} write to {@code out}, and returns the SHA-256 of what it wrote in hexadecimal digits. */
    static String copy(Source source, OutputStream out) throws IOException {
        DigestOutputStream counted = new DigestOutputStream(out, digest());
        source.writeTo(counted);
        counted.flush();
        return HexFormat.of().formatHex(counted.getMessageDigest().digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }
}
