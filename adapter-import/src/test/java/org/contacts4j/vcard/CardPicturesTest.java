package org.contacts4j.vcard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.vcard.CardImport.card;
import static org.contacts4j.vcard.CardImport.kept;
import static org.contacts4j.vcard.CardImport.warnings;

import java.io.File;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of pictures and sounds in cards, which become attachments. */
class CardPicturesTest {

    private static final byte[] PNG = picture(500);

    private static final String BASE64 = Base64.getEncoder().encodeToString(PNG);

    private final CardImport cards = new CardImport();

    @TestFactory
    Stream<DynamicTest> attachesThePhotoOfEveryVersion() {
        return Map.of(
                        "2.1", "PHOTO;ENCODING=BASE64;JPEG:\n " + folded(" ") + "\n",
                        "2.1 without spaces", "PHOTO;BASE64;TYPE=JPEG:" + folded("") + "\n\nTEL:1",
                        "Outlook", "X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:\n " + folded(" ") + "\n",
                        "3.0", "PHOTO;ENCODING=b;TYPE=PNG:" + folded(" "),
                        "Apple",
                                "PHOTO;ENCODING=b;TYPE=JPEG;X-ABCROP-RECTANGLE=ABClipRect_1&-9&0&393&PZ\n rB7+==:"
                                        + folded(" "),
                        "3.0 in a group", "item1.photo;encoding=\"B\":" + BASE64,
                        "4.0", "PHOTO:data:image/png;base64," + folded(" "),
                        "4.0 escaped", "PHOTO;VALUE=uri:data:image/png\\;base64\\," + BASE64,
                        "undeclared", "PHOTO;TYPE=PNG:" + folded(" "))
                .entrySet()
                .stream()
                .map(photo -> DynamicTest.dynamicTest(photo.getKey(), () -> {
                    CardImport one = new CardImport();
                    Contact contact = one.only(card("FN:Ada", photo.getValue()));
                    Attachment attachment = one.attachments(contact).get(0);
                    assertThat(attachment.fileName()).isEqualTo("photo.png");
                    assertThat(attachment.contentType()).isEqualTo("image/png");
                    assertThat(one.content(attachment)).isEqualTo(PNG);
                    assertThat(attachment.isPhoto()).isTrue();
                    assertThat(kept(contact)).isEmpty();
                }));
    }

    @Test
    void attachesLogosAndSounds() throws IOException {
        String sound = Base64.getEncoder().encodeToString("ID3 a sound".getBytes(UTF_8));
        Contact contact = cards.only(card("FN:Ada", "LOGO;ENCODING=b:" + BASE64, "SOUND;ENCODING=b:" + sound));
        assertThat(cards.attachments(contact))
                .extracting(Attachment::fileName)
                .containsExactlyInAnyOrder("logo.png", "sound.mp3");
    }

    @Test
    void leavesOutWhatIsNoPictureWithAWarning() throws IOException {
        String text = Base64.getEncoder().encodeToString("<svg/>".getBytes(UTF_8));
        ImportSummary summary = cards.summary(card(
                "FN:Ada",
                "PHOTO;ENCODING=b:" + text,
                "LOGO:data:image/png;base64,A===",
                "SOUND;ENCODING=b:" + BASE64,
                "PHOTO;ENCODING=b:"));
        assertThat(summary.created()).isEqualTo(1);
        assertThat(warnings(summary))
                .containsExactly(
                        "1 PHOTO is not a picture (JPEG, PNG, GIF, WebP, TIFF, HEIC or AVIF)",
                        "1 LOGO is not Base64",
                        "1 SOUND is not a sound (MP3, WAV or Ogg)");
        assertThat(cards.attachments(cards.contacts().get(0))).isEmpty();
    }

    @Test
    void leavesOutAPictureBeyondTheLimitOfAttachments() throws IOException {
        String large = Base64.getEncoder().encodeToString(picture(25 * 1024 * 1024));
        ImportSummary summary = cards.summary(card("FN:Ada", "PHOTO;ENCODING=b:" + large));
        assertThat(summary.created()).isEqualTo(1);
        assertThat(warnings(summary)).singleElement().asString().startsWith("1 PHOTO is left out: A file has at most");
    }

    @Test
    void deletesItsTemporaryFiles() throws IOException {
        cards.summary(card("FN:Ada", "PHOTO;ENCODING=b:" + BASE64) + card("PHOTO;ENCODING=b:" + BASE64));
        File[] left = new File(System.getProperty("java.io.tmpdir"))
                .listFiles((folder, name) -> name.startsWith("contacts4j-card"));
        assertThat(left == null ? List.of() : List.of(left))
                .filteredOn(file -> file.length() == PNG.length)
                .isEmpty();
    }

    private static byte[] picture(int size) {
        byte[] content = new byte[size + 8];
        new Random(size).nextBytes(content);
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, 0, content, 0, 8);
        return content;
    }

    /** Returns the picture in lines, each but the first after a prefix. */
    private static String folded(String prefix) {
        return BASE64.replaceAll(".{70}(?=.)", "$0\n" + prefix);
    }
}
