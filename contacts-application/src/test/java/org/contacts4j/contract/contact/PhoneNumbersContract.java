package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.contract.importing.Importing.counts;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract tests of a store that reads phone numbers in the region Germany. */
public interface PhoneNumbersContract {

    String NATIONAL = "040 5550123";
    String INTERNATIONAL = "+49 40 5550123";

    /** Returns the store under test. */
    Store store();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "040 5550123",
                "+49 40 5550123",
                "0049 40/5550123",
                "+49 (0)40 5550123",
                "tel:+49-40-5550123",
                "０４０ ５５５０１２３",
                "040 5550123 (Büro)"
            })
    default void matchesRowsInEveryNotation(String number) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada").with(ContactField.PHONE, NATIONAL),
                aContact().named("Bo").with(ContactField.PHONE, "+49 40 5550124"));
        Importing byPhone = Importing.into(home).matchingBy(MatchBy.PHONE);
        assertThat(counts(byPhone.rows(named("Somebody").phone(number)))).containsExactly(0, 0, 1, 0);
        assertThat(counts(Importing.into(home).rows(named("ada").phone(number))))
                .containsExactly(0, 0, 1, 0);
        assertThat(counts(Importing.into(home).rows(named("Eve").phone(number))))
                .containsExactly(1, 0, 0, 0);
    }

    @Test
    default void matchesEarlierRowsInAnotherNotation() {
        TestOrganization home = TestOrganization.in(store());
        assertThat(counts(Importing.into(home)
                        .matchingBy(MatchBy.PHONE)
                        .rows(
                                named("Ada").phone(NATIONAL),
                                named("Ada L.").phone(INTERNATIONAL),
                                named("Bo").phone("040 5550124"))))
                .containsExactly(2, 0, 1, 0);
    }

    @Test
    default void keepsNumbersAsTyped() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.PHONE, NATIONAL));
        Importing updating = Importing.into(home).matchingBy(MatchBy.PHONE).updating();
        assertThat(counts(updating.rows(named("Ada").phone(INTERNATIONAL)))).containsExactly(0, 0, 1, 0);
        assertThat(home.get(ada.id())).isEqualTo(ada);
        assertThat(counts(updating.rows(named("Ada").phone(INTERNATIONAL).at("Acme"))))
                .containsExactly(0, 1, 0, 0);
        assertThat(home.get(ada.id()).communication().phones()).containsExactly(new Phone(NATIONAL, "primary"));
    }

    @Test
    default void distinguishesExtensions() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Ada").with(ContactField.PHONE, "040 5550123 ext. 5"));
        Importing byPhone = Importing.into(home).matchingBy(MatchBy.PHONE);
        assertThat(counts(byPhone.rows(named("Ada").phone("+49 40 5550123 x5"))))
                .containsExactly(0, 0, 1, 0);
        assertThat(counts(byPhone.rows(
                        named("Bo").phone("+49 40 5550123 x6"), named("Acme").phone(NATIONAL))))
                .containsExactly(2, 0, 0, 0);
        assertThat(home.found(INTERNATIONAL)).containsExactly("Acme", "Ada", "Bo");
    }

    @Test
    default void matchesNobodyByPlaceholders() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada").with(ContactField.PHONE, "+49 0000000"),
                aContact().named("Bo").with(ContactField.PHONE, "112"));
        assertThat(counts(Importing.into(home)
                        .matchingBy(MatchBy.PHONE)
                        .rows(named("Cy").phone("0000000"), named("Di").phone("112"))))
                .containsExactly(2, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "040 5550123",
                "0405550123",
                "040 555",
                "+49 40 555",
                "0049 40 555",
                "+49(0)40 555",
                "5550123",
                "0 55 5",
                "123"
            })
    default void findsNumbersByOtherNotationsAndByParts(String search) {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("National").with(ContactField.PHONE, "(040) 555-0123"),
                aContact().named("International").with(ContactField.PHONE, INTERNATIONAL),
                aContact().named("Mobile").with(ContactField.MOBILE_PHONE, "+494055501234"),
                aContact().named("Other").with(ContactField.PHONE, "+49 30 777"));
        assertThat(home.found(search)).containsExactly("International", "Mobile", "National");
    }

    @Test
    default void filtersByOtherNotationsAndByParts() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("National").with(ContactField.PHONE, "(040) 555-0123"),
                aContact().named("International").with(ContactField.PHONE, INTERNATIONAL),
                aContact().named("Typed").with(ContactField.PHONE, "+49405550123"),
                aContact().named("Other").with(ContactField.PHONE, "+49 30 777"),
                aContact().named("Without"));
        List<String> all = List.of("International", "National", "Typed");
        assertThat(home.names(Fields.phone().is("0049 (0)40 5550123"))).isEqualTo(all);
        assertThat(home.names(Fields.phone().in("040/5550123", "none"))).isEqualTo(all);
        assertThat(home.names(Fields.phone().contains("040 555"))).isEqualTo(all);
        assertThat(home.names(Fields.phone().contains("5550123"))).isEqualTo(all);
        assertThat(home.names(Fields.phone().startsWith("040"))).isEqualTo(all);
        assertThat(home.names(Fields.phone().startsWith("+49 40"))).isEqualTo(all);
        assertThat(home.names(Fields.phone().endsWith("0123"))).isEqualTo(all);
        assertThat(home.names(Fields.phone().contains("555-0"))).isEqualTo(all);
        assertThat(home.names(Fields.phone().isNot(NATIONAL))).containsExactly("Other", "Without");
        assertThat(home.names(Fields.phone().notContains("040"))).containsExactly("Other", "Without");
        assertThat(home.names(Fields.phone().isEmpty())).containsExactly("Without");
        assertThat(home.names(Fields.phone().isNotEmpty())).hasSize(4);
        assertThat(home.names(Fields.phone().in("", NATIONAL)))
                .containsExactly("International", "National", "Typed", "Without");
    }

    @Test
    default void findsAChangedNumberOnly() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.PHONE, NATIONAL));
        home.change(ada, Patch.of(ContactField.PHONE, "+49 30 7654321"));
        assertThat(home.found(NATIONAL)).isEmpty();
        assertThat(home.found("030 765")).containsExactly("Ada");
        Importing byPhone = Importing.into(home).matchingBy(MatchBy.PHONE);
        assertThat(counts(byPhone.rows(named("Ada").phone("030 7654321")))).containsExactly(0, 0, 1, 0);
    }

    @Test
    default void erasesFailedRowsWithTheNumberInAnotherNotation() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.PHONE, INTERNATIONAL));
        List<FailedRow> rows = Stream.of("040/5550123", "040/5550124")
                .map(number -> new FailedRow(
                        new ImportRow(2, null, Patch.empty(), List.of(number)),
                        List.of(new Fault("name", "is required"))))
                .toList();
        for (FailedRow row : rows) {
            home.write(tx -> tx.importJobs().addFailures(home.id(), new ImportId(UUID.randomUUID()), List.of(row)));
        }
        assertThat(home.contacts4j()
                        .personalData()
                        .erase(home.admin(), ada.id())
                        .removed()
                        .failedImportRows())
                .isEqualTo(1);
    }
}
