package org.contacts4j.vcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.vcard.CardImport.card;
import static org.contacts4j.vcard.CardImport.errors;
import static org.contacts4j.vcard.CardImport.exported;
import static org.contacts4j.vcard.CardImport.kept;
import static org.contacts4j.vcard.CardImport.warnings;

import java.io.IOException;
import java.util.List;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.exporting.ExportFormat;
import org.junit.jupiter.api.Test;

/** Tests of properties as phones, mail programs and address books write them. */
class RealWorldCardsTest {

    private final CardImport cards = new CardImport();

    @Test
    void keepsWhatAppleWritesWithItsGroups() throws IOException {
        Contact contact = cards.only(card(
                "N:Appleseed;John;Quincy;Dr.;Jr.",
                "FN:Dr. John Quincy Appleseed Jr.",
                "X-PHONETIC-FIRST-NAME:Jon",
                "TEL;type=CELL;type=VOICE;type=pref:+1 415 555 0100",
                "TEL;type=IPHONE;type=CELL:+1 415 555 0101",
                "item1.EMAIL;type=INTERNET:john@club.example",
                "item1.X-ABLabel:Club",
                "item2.ADR;type=HOME;type=pref:;;1 Main St\\nApt 2;Cupertino;CA;95014;USA",
                "item2.X-ABADR:us",
                "item3.X-ABRELATEDNAMES;type=pref:Jane",
                "item3.X-ABLabel:_$!<Spouse>!$_",
                "BDAY;X-APPLE-OMIT-YEAR=1604:1604-06-03",
                "IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:john",
                "X-ABShowAs:COMPANY"));
        assertThat(contact.communication().emails()).containsExactly(new Email("john@club.example", "Club"));
        assertThat(contact.communication().phones())
                .containsExactly(new Phone("+1 415 555 0100", "mobile"), new Phone("+1 415 555 0101", "mobile"));
        assertThat(contact.address().get(AddressPart.LINE_1)).isEqualTo("1 Main St\nApt 2");
        assertThat(exported(ExportFormat.VCARD_3, contact))
                .contains(
                        "N:Appleseed;John;Quincy;Dr.;Jr.",
                        "X-PHONETIC-FIRST-NAME:Jon",
                        "item2.X-ABADR:us",
                        "item3.X-ABRELATEDNAMES;TYPE=pref:Jane",
                        "item3.X-ABLabel:_$!<Spouse>!$_",
                        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-06-03",
                        "IMPP;X-SERVICE-TYPE=Skype;TYPE=HOME:skype:john",
                        "X-ABShowAs:COMPANY");
    }

    @Test
    void joinsQuotedPrintableLinesThatAreBrokenInsideOfACharacter() throws IOException {
        Contact contact = cards.only("""
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=B1=B1=E7=94=
                =B0;=E5=A4=
                =AA=E9=83=8E;;;
                TEL;X-Office:03 1234
                X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Taro;1;;;
                END:VCARD
                """);
        assertThat(contact.name().last()).isEqualTo("山田");
        assertThat(contact.name().first()).isEqualTo("太郎");
        assertThat(contact.communication().phones()).containsExactly(new Phone("03 1234", "office"));
        assertThat(kept(contact)).containsExactly("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Taro;1;;;");
    }

    @Test
    void readsWhatOutlookWrites() throws IOException {
        Contact contact = cards.only("""
                BEGIN:VCARD
                VERSION:2.1
                N;LANGUAGE=de:Müller;Jürgen;Karl Heinz
                FN:Jürgen Müller
                ADR;WORK;PREF:;;Hauptstr. 1;Berlin;;10115;Deutschland
                LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Hauptstr. 1=0D=0A=
                10115 Berlin
                LABEL;HOME:Nebenweg 2, Ulm
                URL;WORK:www.mueller.example
                END:VCARD
                """);
        assertThat(contact.communication().website()).isEqualTo("https://www.mueller.example");
        assertThat(contact.address().get(AddressPart.CITY)).isEqualTo("Berlin");
        assertThat(kept(contact)).containsExactly("LABEL;TYPE=HOME:Nebenweg 2\\, Ulm", "N:;;Karl Heinz;;");
    }

    @Test
    void readsWhatGoogleWrites() throws IOException {
        Contact contact = cards.only(card(
                "FN:Grace Hopper",
                "item1.EMAIL;TYPE=INTERNET:grace@navy.example",
                "item1.X-ABLabel:",
                "item2.URL:https\\://navy.example/grace",
                "item2.X-ABLabel:PROFILE",
                "BDAY:--0603",
                "NOTE:a\\:b\\,c\\;d\\nsecond",
                "CATEGORIES:myContacts,Friends",
                "PHOTO:https\\://photos.example/grace"));
        assertThat(contact.communication().website()).isEqualTo("https://navy.example/grace");
        assertThat(contact.background().notes()).isEqualTo("a:b,c;d\nsecond");
        assertThat(contact.tags()).containsExactly("Friends");
        assertThat(kept(contact)).containsExactly("BDAY:--0603", "PHOTO:https://photos.example/grace");
    }

    @Test
    void readsPropertiesOfVersion4AndWritesThemAgain() throws IOException {
        Contact contact = cards.only("""
                BEGIN:VCARD
                VERSION:4.0
                UID:b8767877-b4a1-4c70-9acc-505d3819e519
                KIND:individual
                FN;PID=1.1:Jane Doe
                N:Doe;Jane;Mary,Ann;Dr.,Prof.;M.D.,A.C.P.
                BDAY;VALUE=date:--0603
                ANNIVERSARY:20090808
                TEL;VALUE=uri;TYPE="voice,home";PREF=1:tel:+1-201-555-0123;ext=102
                TEL;TYPE=pref:555 2
                URL;VALUE=uri:https://jane.example
                RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
                IMPP;PREF=1:xmpp:jane@x.org
                KEY:data:application/pgp-keys;base64,AAECAw==
                END:VCARD
                """);
        assertThat(contact.communication().phones())
                .containsExactly(new Phone("+1-201-555-0123 ext. 102", "home"), new Phone("555 2", "secondary"));
        assertThat(contact.communication().website()).isEqualTo("https://jane.example");
        assertThat(contact.name().salutation()).isEqualTo("Dr. Prof.");
        assertThat(exported(ExportFormat.VCARD_4, contact))
                .contains(
                        "N:Doe;Jane;Mary,Ann;Dr. Prof.;M.D.,A.C.P.",
                        "BDAY:--0603",
                        "ANNIVERSARY:20090808",
                        "RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                        "IMPP;PREF=1:xmpp:jane@x.org",
                        "KEY:data:application/pgp-keys;base64,AAECAw==",
                        "X-OTHER-UID:b8767877-b4a1-4c70-9acc-505d3819e519");
    }

    @Test
    void skipsTheCardOfAGroupAndSaysSo() throws IOException {
        ImportSummary summary = cards.summary("BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:The Does\n"
                + "MEMBER:urn:uuid:b8767877-b4a1-4c70-9acc-505d3819e519\nEND:VCARD\n"
                + card("FN:Club", "X-ADDRESSBOOKSERVER-KIND:group") + card("FN:Jane", "KIND:org"));
        assertThat(warnings(summary))
                .containsExactly("1 KIND is a group, which is no contact", "2 KIND is a group, which is no contact");
        assertThat(summary.skipped()).isEqualTo(2);
        assertThat(cards.contacts()).extracting(one -> one.name().full()).containsExactly("Jane");
    }

    @Test
    void readsAnyLineBreaksAndCase() throws IOException {
        for (String lineBreak : List.of("\n", "\r\n", "\r")) {
            CardImport import1 = new CardImport();
            Contact contact = import1.only(
                    "begin:vcard\nversion:3.0\nfn:\nn:Lower;Case\nnote:a\n b\nend:vcard\n".replace("\n", lineBreak));
            assertThat(contact.name().full()).isEqualTo("Case Lower");
            assertThat(contact.background().notes()).isEqualTo("ab");
        }
    }

    @Test
    void aCardThatIsNotEndedFailsAloneAmongAThousand() throws IOException {
        StringBuilder file = new StringBuilder();
        for (int i = 1; i <= 1_000; i++) {
            String card = card("FN:Person " + i, "EMAIL:p" + i + "@x.org");
            file.append(i == 500 ? card.replace("END:VCARD\n", "") : card);
        }
        ImportSummary summary = cards.summary(file.toString());
        assertThat(summary.created()).isEqualTo(999);
        assertThat(errors(summary)).containsExactly("500 row is not ended by END:VCARD");
    }

    @Test
    void theCardOfAnAgentIsKeptInItsProperty() throws IOException {
        Contact contact = cards.only("""
                BEGIN:VCARD
                VERSION:2.1
                N:Boss;The
                AGENT:
                BEGIN:VCARD
                VERSION:2.1
                N:Agent;Smith
                PHOTO;BASE64:iVBORw0KGgoAAAAA

                END:VCARD
                TEL:4
                END:VCARD
                """);
        assertThat(contact.name().full()).isEqualTo("The Boss");
        assertThat(contact.communication().phones()).containsExactly(new Phone("4", "primary"));
        assertThat(kept(contact)).singleElement().asString().startsWith("AGENT:BEGIN:VCARD\\n");
        assertThat(cards.attachments(contact)).isEmpty();
    }

    @Test
    void warnsOfWhatItLeavesOut() throws IOException {
        ImportSummary summary = cards.summary("BEGIN:VCARD\nVERSION:2.1\nFN:Ada\nno property\nX-LONG:"
                + "y".repeat(17_000) + "\nX-QUOTED;P=a\"b:v\nX-KEPT:z\nEND:VCARD\n");
        assertThat(warnings(summary))
                .containsExactly(
                        "1 row has a line that is no property",
                        "1 X-LONG must have at most 16000 characters, and all properties without a field 32768 together",
                        "1 X-QUOTED has an invalid name or parameter");
        assertThat(kept(cards.contacts().get(0))).hasSize(1);
    }
}
