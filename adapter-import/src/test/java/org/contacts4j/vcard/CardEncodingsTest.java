package org.contacts4j.vcard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.vcard.CardImport.card;
import static org.contacts4j.vcard.CardImport.errors;
import static org.contacts4j.vcard.CardImport.warnings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.domain.contact.Contact;
import org.junit.jupiter.api.Test;

/** Tests of the encodings of files of vCards and of their properties. */
class CardEncodingsTest {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final CardImport cards = new CardImport();

    @Test
    void readsAPropertyInItsOwnEncoding() throws IOException {
        Contact contact = cards.only(bytes(
                "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=SHIFT_JIS:".getBytes(UTF_8),
                "表示;太郎\n".getBytes(SHIFT_JIS),
                "ORG;CHARSET=windows-1252:".getBytes(UTF_8),
                "Müller €\n".getBytes(WINDOWS),
                "NOTE;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=83=5C=81=5B=83=58\n".getBytes(UTF_8),
                "TITLE:Größe\nEND:VCARD\n".getBytes(UTF_8)));
        assertThat(contact.name().last()).isEqualTo("表示");
        assertThat(contact.name().first()).isEqualTo("太郎");
        assertThat(contact.job().companyName()).isEqualTo("Müller €");
        assertThat(contact.job().title()).isEqualTo("Größe");
        assertThat(contact.background().notes()).isEqualTo("ソース");
    }

    @Test
    void readsAFileInTheDeclaredEncoding() throws IOException {
        assertThat(name(card("FN:Zoë").getBytes(ISO_8859_1), "iso-8859-1")).isEqualTo("Zoë");
        assertThat(name(card("FN:表示").getBytes(SHIFT_JIS), "Shift_JIS")).isEqualTo("表示");
        assertThat(name(card("FN:Zoë 李😀").getBytes(UTF_16), "utf-16")).isEqualTo("Zoë 李😀");
        assertThat(name(card("FN:Zoë 李😀").getBytes(UTF_16LE), "utf-16le")).isEqualTo("Zoë 李😀");
    }

    @Test
    void aByteOrderMarkPrecedesEveryDeclaration() throws IOException {
        byte[] marked = ("\ufeff" + card("FN;CHARSET=windows-1252:Zoë")).getBytes(UTF_8);
        assertThat(name(marked, "iso-8859-1")).isEqualTo("Zoë");
        assertThat(name(("\ufeff" + card("FN:Zoë")).getBytes(UTF_16LE), null)).isEqualTo("Zoë");
    }

    @Test
    void readsAFileWithoutUtf8AsWindows1252() throws IOException {
        ImportSummary summary = cards.summary(card("FN:Zoë", "NOTE:“quoted”").getBytes(WINDOWS), null);
        assertThat(summary.warnings()).isEmpty();
        assertThat(cards.contacts().get(0).background().notes()).isEqualTo("“quoted”");
    }

    @Test
    void warnsOfAPropertyThatIsNotUtf8InAFileThatIs() throws IOException {
        ImportSummary summary = cards.summary(
                bytes(card("FN:Zoë").getBytes(UTF_8), card("FN:Bö").getBytes(WINDOWS)), null);
        assertThat(summary.created()).isEqualTo(2);
        assertThat(warnings(summary))
                .containsExactly(
                        "2 row has bytes that are not UTF-8; its properties with such bytes were read as windows-1252");
        assertThat(cards.contacts()).extracting(one -> one.name().full()).containsExactlyInAnyOrder("Zoë", "Bö");
    }

    @Test
    void aCardThatIsNotInTheDeclaredEncodingFails() throws IOException {
        ImportSummary summary =
                cards.summary(bytes(card("FN:A").getBytes(UTF_8), new byte[] {}, damaged()), "Shift_JIS");
        assertThat(summary.created()).isEqualTo(1);
        assertThat(errors(summary)).containsExactly("2 row has bytes that are not windows-31j");
    }

    @Test
    void joinsLinesThatAreFoldedInsideOfACharacter() throws IOException {
        byte[] note = ("NOTE:" + "ü李".repeat(100)).getBytes(UTF_8);
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        for (int i = 0; i < note.length; i += 74) {
            folded.writeBytes(i == 0 ? new byte[0] : "\r\n ".getBytes(UTF_8));
            folded.write(note, i, Math.min(74, note.length - i));
        }
        Contact contact = cards.only(bytes(
                "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Fold\r\n".getBytes(UTF_8),
                folded.toByteArray(),
                "\r\nEND:VCARD\r\n".getBytes(UTF_8)));
        assertThat(contact.background().notes()).isEqualTo("ü李".repeat(100));
    }

    @Test
    void readsFilesThatWereJoinedWithTheirByteOrderMarks() throws IOException {
        String marked = "\ufeff" + card("FN:Zoë");
        assertThat(cards.summary(marked + marked.replace("Zoë", "Bö")).created())
                .isEqualTo(2);
    }

    private String name(byte[] file, String charset) throws IOException {
        CardImport one = new CardImport();
        assertThat(one.summary(file, charset).errors()).isEmpty();
        return one.contacts().get(0).name().full();
    }

    private static byte[] damaged() {
        return bytes(
                "BEGIN:VCARD\nVERSION:3.0\nFN:".getBytes(UTF_8),
                new byte[] {(byte) 0x81, '\n'},
                "END:VCARD\n".getBytes(UTF_8));
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
