package org.contacts4j.http.server.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FormHashTest {

    private static final String FORM = "--XX\r\nname: a\r\n\r\n-\r\n--\r\n--X\r\n\n\n--XY--XX\r\n--XX--\r\n--X";

    @Test
    void isTheSameForAnotherBoundaryAndHoweverTheBytesArrive() throws Exception {
        String expected = hash(FORM, "XX", FORM.length());
        String other = FORM.replace("\n--XX", "\n--other").replaceFirst("--XX", "--other");
        for (int length = 1; length <= FORM.length(); length++) {
            assertThat(hash(FORM, "XX", length)).as("%d bytes", length).isEqualTo(expected);
            assertThat(hash(other, "other", length)).as("%d bytes", length).isEqualTo(expected);
        }
    }

    @Test
    void differsForEveryOtherByte() throws Exception {
        String expected = hash(FORM, "XX", FORM.length());
        for (int i = 0; i < FORM.length(); i++) {
            String changed = FORM.substring(0, i) + "!" + FORM.substring(i + 1);
            assertThat(hash(changed, "XX", 7)).as(changed).isNotEqualTo(expected);
        }
    }

    private static String hash(String form, String boundary, int length) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] bytes = form.getBytes(StandardCharsets.ISO_8859_1);
        try (FormHash hash = new FormHash(digest, boundary)) {
            for (int i = 0; i < bytes.length; i += length) {
                hash.write(bytes, i, Math.min(length, bytes.length - i));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
