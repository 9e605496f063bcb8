package org.contacts4j.domain.attachment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Media type detection from the first bytes of a file. The media type that the client declares is ignored. The file
 * name only selects among types that share a signature and are equally harmless. The result is never HTML, SVG or a
 * script type.
 */
public final class ContentType {

    /** The number of leading bytes that detection inspects. */
    public static final int BYTES_NEEDED = 512;

    private static final String UNKNOWN = "application/octet-stream";
    private static final String ZIP = "application/zip";
    private static final String OLD_OFFICE = "application/x-ole-storage";
    private static final String TEXT = "text/plain";

    private static final List<Signature> SIGNATURES = List.of(
            new Signature(0, "25504446", "application/pdf"),
            new Signature(0, "89504e470d0a1a0a", "image/png"),
            new Signature(0, "ffd8ff", "image/jpeg"),
            new Signature(0, "474946383761", "image/gif"),
            new Signature(0, "474946383961", "image/gif"),
            new Signature(8, "57454250", "image/webp"),
            new Signature(0, "49492a00", "image/tiff"),
            new Signature(0, "4d4d002a", "image/tiff"),
            new Signature(4, "6674797068656963", "image/heic"),
            new Signature(4, "6674797061766966", "image/avif"),
            new Signature(4, "66747970", "video/mp4"),
            new Signature(0, "1a45dfa3", "video/webm"),
            new Signature(0, "494433", "audio/mpeg"),
            new Signature(8, "57415645", "audio/wav"),
            new Signature(0, "4f676753", "audio/ogg"),
            new Signature(0, "504b0304", ZIP),
            new Signature(0, "504b0506", ZIP),
            new Signature(0, "1f8b08", "application/gzip"),
            new Signature(0, "377abcaf271c", "application/x-7z-compressed"),
            new Signature(0, "526172211a07", "application/vnd.rar"),
            new Signature(0, "7b5c727466", "application/rtf"),
            new Signature(0, "d0cf11e0a1b11ae1", OLD_OFFICE));

    private static final Map<String, Map<String, String>> BY_EXTENSION = Map.of(
            ZIP,
                    Map.of(
                            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            "odt", "application/vnd.oasis.opendocument.text",
                            "ods", "application/vnd.oasis.opendocument.spreadsheet",
                            "odp", "application/vnd.oasis.opendocument.presentation"),
            OLD_OFFICE,
                    Map.of(
                            "doc", "application/msword",
                            "xls", "application/vnd.ms-excel",
                            "ppt", "application/vnd.ms-powerpoint",
                            "msg", "application/vnd.ms-outlook"),
            TEXT,
                    Map.of(
                            "csv", "text/csv",
                            "md", "text/markdown",
                            "vcf", "text/vcard",
                            "ics", "text/calendar",
                            "json", "application/json",
                            "eml", "message/rfc822"));

    private ContentType() {}

    /**
     * Returns the media type of a file.
     *
     * @param head the first {@link #BYTES_NEEDED} bytes, or the whole content if it is shorter
     * @param fileName the name as returned by {@link FileName#checked}
     */
    public static String of(byte[] head, String fileName) {
        String kind = SIGNATURES.stream()
                .filter(signature -> signature.isIn(head))
                .map(Signature::type)
                .findFirst()
                .orElseGet(() -> isText(head) ? TEXT : UNKNOWN);
        return BY_EXTENSION.getOrDefault(kind, Map.of()).getOrDefault(FileName.extension(fileName), kind);
    }

    /** Returns whether the bytes are UTF-8 text. The last character may be incomplete. */
    private static boolean isText(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(head.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), text, false);
        return head.length > 0
                && !result.isError()
                && text.flip().chars().noneMatch(c -> c < ' ' && "\t\n\f\r".indexOf(c) < 0);
    }

    /** A byte sequence, in hexadecimal, that files of a type have at an offset. */
    private record Signature(int offset, String hex, String type) {

        boolean isIn(byte[] head) {
            int end = offset + hex.length() / 2;
            return head.length >= end
                    && HexFormat.of().formatHex(head, offset, end).equals(hex);
        }
    }
}
