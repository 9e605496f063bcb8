package org.contacts4j.contract.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.contacts4j.application.attachment.upload.NewFile;

/** A file with the signature of PNG. */
public record PngFile(String field, String fileName, String text) implements NewFile {

    private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");

    /** Returns the content of a file with this text. */
    public static byte[] bytes(String text) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(SIGNATURE);
        content.writeBytes(text.getBytes(UTF_8));
        return content.toByteArray();
    }

    @Override
    public long size() {
        return bytes(text).length;
    }

    @Override
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes(text));
    }
}
