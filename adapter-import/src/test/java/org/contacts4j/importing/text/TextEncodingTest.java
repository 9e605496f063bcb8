package org.contacts4j.importing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Shift_JIS,山田 ①,Shift_JIS",
        "gb2312,李小龙,GB2312",
        "GB18030,𠮷,GB18030",
        "macintosh,Zoë,macintosh",
        "latin1,5 €,ISO-8859-1"
    })
    void readsADeclaredEncodingAsProgramsMeanIt(String declared, String text, String name) throws IOException {
        Path file = written(text.getBytes(meant(declared)));
        TextEncoding encoding = TextEncoding.of(file, declared);
        assertThat(read(file, encoding, new BitSet())).isEqualTo(text);
        assertThat(encoding.nameFor(declared)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void recognizesUtf16WithoutAMark(String name) throws IOException {
        for (String text : new String[] {"Name,E-mail\nZoë,z@x.org\n", "姓名,电话\n李小龙,13800138000\n王五,13900139000\n"}) {
            Path file = written(text.getBytes(Charset.forName(name)));
            assertThat(TextEncoding.of(file, null).charset().name()).isEqualTo(name);
            assertThat(read(file, TextEncoding.of(file, "UTF-16"), new BitSet()))
                    .isEqualTo(text);
        }
    }

    @Test
    void readsALineThatIsNotUtf8AsWindows1252() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Zoë\r\nMüller\r".getBytes(StandardCharsets.UTF_8));
        bytes.write("Café – Kim\n".getBytes(WINDOWS));
        bytes.write("Łukasz".getBytes(StandardCharsets.UTF_8));
        Path file = written(bytes.toByteArray());
        TextEncoding encoding = TextEncoding.of(file, null);
        BitSet others = new BitSet();
        assertThat(encoding.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(read(file, encoding, others)).isEqualTo("Zoë\r\nMüller\rCafé – Kim\nŁukasz");
        assertThat(others.stream()).containsExactly(3);
    }

    @Test
    void readsAFileWithoutAnyUtf8AsWindows1252() throws IOException {
        Path file = written("Zoë\nMüller\n".getBytes(WINDOWS));
        TextEncoding encoding = TextEncoding.of(file, null);
        assertThat(encoding.charset()).isEqualTo(WINDOWS);
        assertThat(read(file, encoding, new BitSet())).isEqualTo("Zoë\nMüller\n");
    }

    @Test
    void splitsNoCharacterOfALineThatIsLongerThanTheBuffer() throws IOException {
        String text = "ä" + "€".repeat(100_000) + "\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(text.getBytes(StandardCharsets.UTF_8));
        bytes.write("Café".getBytes(WINDOWS));
        Path file = written(bytes.toByteArray());
        assertThat(read(file, TextEncoding.of(file, null), new BitSet())).isEqualTo(text + "Café");
    }

    @Test
    void knowsTheEncodingsThatJavaKnowsAndNoOthers() {
        assertThat(TextEncoding.isKnown("macintosh")).isTrue();
        assertThat(TextEncoding.isKnown("koi8-r")).isTrue();
        assertThat(TextEncoding.isKnown("foo")).isFalse();
        assertThat(TextEncoding.isKnown("no name")).isFalse();
    }

    private static Charset meant(String declared) {
        return switch (declared) {
            case "Shift_JIS" -> Charset.forName("windows-31j");
            case "macintosh" -> Charset.forName("x-MacRoman");
            case "latin1" -> WINDOWS;
            default -> Charset.forName("GB18030");
        };
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("people"), bytes);
    }

    private static String read(Path file, TextEncoding encoding, BitSet others) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = encoding.open(file, others)) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
