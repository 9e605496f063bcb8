package org.contacts4j.vcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.exporting.ContactsWriter;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.importing.ImportFile.Rows;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of imports of vCards as address books write them. */
class ForeignCardsTest {

    private static final Caller ADA = Caller.member("acme", "ada");

    /** As phones of the 2000s wrote it: version 2.1, quoted-printable, a picture, and a folded line. */
    private static final String OLD = """
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;Dr.;jun.
            TEL;CELL;PREF:+49 171 1234567
            TEL;WORK;FAX:030 111
            EMAIL;INTERNET:juergen@example.org
            NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:erste Zeile=0D=0Azweite=
             Zeile
            ADR;HOME:;;Hauptstr. 1;Köln;;50667;Germany
            BDAY:19701231
            PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ
             AAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAK

            END:VCARD
            """;

    /** As Apple writes it: version 3.0, grouped labels, an own UID. */
    private static final String APPLE = """
            BEGIN:VCARD
            VERSION:3.0
            N:Hopper;Grace;Brewster;;
            FN:Grace Hopper
            ORG:US Navy;Research;
            TITLE:Rear Admiral
            EMAIL;type=INTERNET;type=HOME:grace@home.example
            item1.EMAIL;type=INTERNET;type=pref:grace@navy.example
            item1.X-ABLabel:Flagship
            item2.TEL:555 0100
            item2.X-ABLabel:_$!<Mobile>!$_
            item3.URL;type=pref:http://navy.example/
            item3.X-ABLabel:_$!<HomePage>!$_
            item4.X-ABDATE;type=pref:1930-06-15
            item4.X-ABLabel:_$!<Anniversary>!$_
            item5.ADR;type=WORK:;;1 Navy Way\\, Building 2;Arlington;VA;22201;
            CATEGORIES:vip,navy\\, us
            UID:5FA1D3F2:ABPerson
            END:VCARD
            """;

    private final Contacts4J contacts4j =
            Contacts4J.builder(new InMemoryStore()).build();

    @TempDir
    Path folder;

    @Test
    void readsACardOfVersion21() throws IOException {
        Contact contact = imported(OLD);
        assertThat(contact.name().full()).isEqualTo("Jürgen Müller");
        assertThat(contact.name().salutation()).isEqualTo("Dr.");
        assertThat(contact.communication().phones())
                .containsExactly(new Phone("+49 171 1234567", "mobile"), new Phone("030 111", "work fax"));
        assertThat(contact.background().notes())
                .startsWith("erste Zeile\nzweite")
                .endsWith("Zeile");
        assertThat(contact.address().get(AddressPart.LINE_1)).isEqualTo("Hauptstr. 1");
        assertThat(contact.address().get(AddressPart.COUNTRY)).isEqualTo("Germany");
        assertThat(contact.extensions().get("vcard").toString())
                .contains("BDAY:1970", "jun.")
                .doesNotContain("PHOTO");
    }

    @Test
    void readsGroupedLabelsAndKeepsOtherProperties() throws IOException {
        Contact contact = imported(APPLE);
        assertThat(contact.name().full()).isEqualTo("Grace Hopper");
        assertThat(contact.communication().emails())
                .containsExactly(new Email("grace@navy.example", "Flagship"), new Email("grace@home.example", "home"));
        assertThat(contact.communication().phones()).containsExactly(new Phone("555 0100", "mobile"));
        assertThat(contact.communication().website()).isEqualTo("http://navy.example/");
        assertThat(contact.job().companyName()).isEqualTo("US Navy");
        assertThat(contact.job().department()).isEqualTo("Research");
        assertThat(contact.address().get(AddressPart.LINE_1)).isEqualTo("1 Navy Way, Building 2");
        assertThat(contact.tags()).containsExactly("vip", "navy, us");
    }

    @Test
    void writesKeptPropertiesOutAgainInEveryVersion() throws IOException {
        Contact contact = imported(APPLE);
        for (ExportFormat format : List.of(ExportFormat.VCARD_3, ExportFormat.VCARD_4)) {
            String card = unfolded(exported(format, contact));
            assertThat(card)
                    .contains(
                            "N:Hopper;Grace;Brewster",
                            "item4.X-ABDATE",
                            ":1930-06-15",
                            "item4.X-ABLabel:_$!<Anniversary>!$_",
                            "X-OTHER-UID:5FA1D3F2:ABPerson",
                            "UID:urn:uuid:" + contact.id());
        }
        assertThat(exported(ExportFormat.JCARD, contact))
                .startsWith("[[\"vcard\",[[\"version\"")
                .endsWith("]]]");
    }

    @Test
    void aSecondImportOfTheSameCardsCreatesNothing() throws IOException {
        String both = OLD + "\n\n" + APPLE;
        assertThat(summary(both.getBytes(StandardCharsets.UTF_8)).created()).isEqualTo(2);
        assertThat(summary(both.getBytes(StandardCharsets.UTF_8)).skipped()).isEqualTo(2);
    }

    @Test
    void aBadCardFailsAlone() throws IOException {
        String cards = "BEGIN:VCARD\nVERSION:3.0\nNOTE:" + "x".repeat(1_100_000) + "\nEND:VCARD\n" + APPLE
                + "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\nBEGIN:VCARD\nFN:Open\n";
        ImportSummary summary = summary(cards.getBytes(StandardCharsets.UTF_8));
        assertThat(summary.created()).isEqualTo(1);
        assertThat(summary.errors())
                .extracting(error -> error.row() + " " + error.fault().field() + " "
                        + error.fault().message())
                .containsExactly(
                        "1 row must not take more than 1 MiB, without pictures",
                        "3 name is required; firstName, lastName, displayName, company, an e-mail or a phone will do as well",
                        "4 row is not ended by END:VCARD");
    }

    @Test
    void malformedPropertiesCostNeitherThePersonNorTheExport() throws IOException {
        Contact contact = imported("""
                BEGIN:VCARD
                VERSION:3.0
                FN:Ada
                b d.X-A;x y=1:v
                X-É:w
                X-B;p="a":b
                BDAY:no date
                GEO:here
                TEL;PREF=x:1
                END:VCARD
                """);
        assertThat(contact.communication().phones()).containsExactly(new Phone("1", "primary"));
        assertThat(exported(ExportFormat.VCARD_4, contact)).contains("X-B;P=a:b", "no date", ":here");
    }

    @Test
    void anInvalidPropertyThatIdentifiesNobodyIsLeftOutWithAWarning() throws IOException {
        String card = "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nTITLE:" + "x".repeat(2_000) + "\nEND:VCARD\n";
        ImportSummary summary = summary(card.getBytes(StandardCharsets.UTF_8));
        assertThat(summary.created()).isEqualTo(1);
        assertThat(summary.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.fault().field()).isEqualTo("title"));
        assertThat(only().job().title()).isNull();
    }

    @Test
    void readsOtherEncodings() throws IOException {
        byte[] card = "BEGIN:VCARD\nVERSION:3.0\nFN:Zoë\nEND:VCARD\n".getBytes(Charset.forName("windows-1252"));
        assertThat(summary(card).created()).isEqualTo(1);
        assertThat(only().name().full()).isEqualTo("Zoë");
    }

    @Test
    void aPictureOfAnySizeCostsNoMemoryAndNotThePerson() throws IOException {
        String card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nPHOTO;ENCODING=b;TYPE=JPEG:" + "A".repeat(30_000_000)
                + "\nEND:VCARD\n";
        assertThat(summary(card.getBytes(StandardCharsets.UTF_8)).created()).isEqualTo(1);
    }

    private Contact imported(String card) throws IOException {
        ImportSummary summary = summary(card.getBytes(StandardCharsets.UTF_8));
        assertThat(summary.errors()).isEmpty();
        assertThat(summary.created()).isEqualTo(1);
        return only();
    }

    private Contact only() {
        return contacts4j
                .contacts()
                .list(ADA, Filter.matchAll(), PageRequest.first(2))
                .items()
                .get(0);
    }

    private ImportSummary summary(byte[] cards) throws IOException {
        Path file = Files.write(folder.resolve("cards"), cards);
        try (Rows rows = ImportFile.read(file, false, FileOptions.DEFAULT).rows()) {
            return contacts4j.imports().run(ADA, ImportOptions.DEFAULT, rows);
        }
    }

    private static String exported(ExportFormat format, Contact contact) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ContactsWriter writer = format.writer(List.of(), file, false);
        writer.write(List.of(contact));
        writer.end();
        return file.toString(StandardCharsets.UTF_8);
    }

    private static String unfolded(String card) {
        return card.replace("\r\n ", "");
    }
}
