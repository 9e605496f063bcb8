package org.contacts4j.domain.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.contacts4j.domain.ContactsFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentTypeTest {

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, cv.html, application/pdf",
        "89504e470d0a1a0a00, photo.exe, image/png",
        "ffd8ffe0, a, image/jpeg",
        "474946383961, a, image/gif",
        "52494646aaaaaaaa57454250, a, image/webp",
        "52494646aaaaaaaa57415645, a, audio/wav",
        "0000001866747970686569630000, a, image/heic",
        "000000186674797069736f6d0000, a, video/mp4",
        "504b030414, a.zip, application/zip",
        "504b030414, CV.DOCX, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "504b030414, cv.docx.html, application/zip",
        "d0cf11e0a1b11ae1, a.xls, application/vnd.ms-excel",
        "d0cf11e0a1b11ae1, a, application/x-ole-storage",
        "1f8b08, a, application/gzip",
        "255000, a.pdf, application/octet-stream",
        "7f454c46020101, a.txt, application/octet-stream",
        "4d5a9000, a.txt, application/octet-stream"
    })
    void goesByTheFirstBytes(String hex, String name, String type) {
        byte[] head = HexFormat.of().parseHex(hex);
        assertThat(ContentType.of(head, name)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "'name,email', people.csv, text/csv",
        "'{}', a.json, application/json",
        "BEGIN:VCARD, a.vcf, text/vcard",
        "hello, a, text/plain",
        "<script>, a.html, text/plain",
        "<svg/>, a.svg, text/plain",
        "alert(1), a.js, text/plain",
        "'Grüße, 王', csv, text/plain"
    })
    void callsNothingByAKindThatRuns(String content, String name, String type) {
        assertThat(ContentType.of(content.getBytes(UTF_8), name)).isEqualTo(type);
    }

    @Test
    void knowsATextWhoseLastCharacterIsCut() {
        byte[] text = "ä".repeat(300).getBytes(UTF_8);
        assertThat(ContentType.of(Arrays.copyOf(text, 511), "a")).isEqualTo("text/plain");
        assertThat(ContentType.of(new byte[0], "a.txt")).isEqualTo("application/octet-stream");
        assertThat(ContentType.of(new byte[] {'a', 0}, "a.txt")).isEqualTo("application/octet-stream");
        assertThat(ContentType.of(new byte[] {(byte) 0xff, 'a'}, "a.txt")).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "cv.pdf, cv.pdf",
                "/etc/passwd, passwd",
                "C:\\Users\\ada\\cv.pdf, cv.pdf",
                "` cv.pdf `, cv.pdf",
                "a/.., file",
                "., file",
                "`a/ `, file",
                ".htaccess, .htaccess",
                "林.pdf, 林.pdf"
            })
    void keepsTheLastPartOfAName(String sent, String kept) {
        assertThat(FileName.checked(sent)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cv\r\n.pdf", "cv\u0000.pdf", "\u202ecv.pdf", "c\u2066v.pdf\ufeff"})
    void takesWhatMisleadsOutOfAName(String sent) {
        assertThat(FileName.checked(sent)).isEqualTo("cv.pdf");
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertThat(FileName.checked("x".repeat(255))).hasSize(255);
        assertThatThrownBy(() -> FileName.checked("x".repeat(256))).isInstanceOf(ContactsFailure.Invalid.class);
    }
}
