package org.contacts4j.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallTypesTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final MemberId ADA = new MemberId("ada");
    private static final UUID OWNER = UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    @Test
    void countsRevisions() {
        Revision second = Revision.first(null, NOON).next(ADA, NOON.plusSeconds(1));
        assertThat(second).isEqualTo(new Revision(2, NOON, null, NOON.plusSeconds(1), ADA));
    }

    @Test
    void neverGoesBackWhenTheClockDoes() {
        Revision second = Revision.first(ADA, NOON).next(ADA, NOON.minusSeconds(60));
        assertThat(second.updatedAt()).isEqualTo(NOON);
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    void acceptsTheVersionsAPreconditionNames() {
        Revision second = Revision.first(ADA, NOON).next(ADA, NOON);
        assertThatCode(() -> Precondition.none().check(second)).doesNotThrowAnyException();
        assertThatCode(() -> new Precondition.VersionIn(Set.of(1L, 2L)).check(second))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesEveryOtherVersion() {
        Revision first = Revision.first(ADA, NOON);
        assertThatThrownBy(() -> Precondition.version(2).check(first))
                .isInstanceOf(ContactsFailure.Stale.class)
                .hasMessageContaining("version 1");
        assertThatThrownBy(() -> Precondition.absent().check(first))
                .isInstanceOf(ContactsFailure.Stale.class)
                .hasMessage("The record is there already, at version 1.");
        assertThatThrownBy(() -> new Precondition.VersionIn(Set.of()).check(first))
                .isInstanceOf(ContactsFailure.Stale.class);
    }

    @Test
    void expectsNoVersionOfWhatIsNotThere() {
        assertThatCode(() -> Precondition.none().checkAbsent()).doesNotThrowAnyException();
        assertThatThrownBy(() -> Precondition.version(1).checkAbsent()).isInstanceOf(ContactsFailure.Stale.class);
        assertThatCode(() -> Precondition.absent().checkAbsent()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b ",
                "{0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b}"
            })
    void readsAMalformedIdAsOneThatNamesNothing(String text) {
        assertThat(CompanyId.parse(text).isValid()).isFalse();
        assertThat(ContactId.parse(text)).isEqualTo(ContactId.parse("nonsense"));
    }

    @Test
    void readsAnIdInEitherCase() {
        assertThat(ContactId.parse(OWNER.toString().toUpperCase(Locale.ROOT))).isEqualTo(new ContactId(OWNER));
    }

    @Test
    void mergesAddressesPartByPart() {
        Address before = address(Map.of(AddressPart.CITY, "Bern", AddressPart.LINE_1, "Gasse 1", AddressPart.ID, "x"));
        Address change =
                address(Map.of(AddressPart.CITY, "Basel", AddressPart.LINE_1, "", AddressPart.STATE_PROVINCE, "BS"));
        assertThat(Address.merge(before, change))
                .isEqualTo(address(
                        Map.of(AddressPart.CITY, "Basel", AddressPart.STATE_PROVINCE, "BS", AddressPart.ID, "x")));
    }

    @Test
    void hasNoAddressWhenNoPartIsLeft() {
        Address before = address(Map.of(AddressPart.CITY, "Bern", AddressPart.ID, "x"));
        assertThat(Address.merge(before, address(Map.of(AddressPart.CITY, " "))))
                .isNull();
    }

    @Test
    void givesANewAddressAnIdThatIsAlwaysTheSame() {
        Address bern = address(Map.of(AddressPart.CITY, "Bern"));
        assertThat(bern.identified(OWNER).get(AddressPart.ID)).isNotBlank();
        assertThat(bern.identified(OWNER)).isEqualTo(bern.identified(OWNER));
    }

    @Test
    void keepsTheIdOfAnAddress() {
        Address bern = address(Map.of(AddressPart.CITY, "Bern", AddressPart.ID, "x"));
        assertThat(bern.identified(OWNER)).isSameAs(bern);
    }

    @Test
    void namesThePartOfAnAddressThatIsWrong() {
        Faults faults = new Faults();
        Address.RULE.check(address(Map.of(AddressPart.COUNTRY_CODE, "XX", AddressPart.ID, "x")), "address", faults);
        assertThat(faults.list()).extracting(Fault::field).containsExactly("address.id", "address.countryCode");
    }

    @Test
    void readsWordsInAnyCase() {
        assertThat(EnumNames.find(ContactMethod.class, " Mobile ")).contains(ContactMethod.MOBILE);
        assertThat(EnumNames.find(ContactMethod.class, "fax")).isEmpty();
        assertThat(EnumNames.allOf(ContactMethod.class)).isEqualTo("email, phone, mobile");
    }

    @Test
    void keepsEveryFaultInOneFailure() {
        Faults faults = new Faults();
        faults.add("name", "is required");
        faults.add("email", "is wrong");
        assertThatThrownBy(faults::throwIfAny)
                .isInstanceOfSatisfying(
                        ContactsFailure.Invalid.class,
                        failure -> assertThat(failure.faults()).isEqualTo(faults.list()))
                .hasMessage("name is required (and 1 more)");
    }

    private static Address address(Map<AddressPart, String> parts) {
        return new Address(parts);
    }
}
