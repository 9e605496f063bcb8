package org.contacts4j.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkTest {

    private static final MemberId ADA = new MemberId("ada");
    private static final Instant NOON = Instant.parse("2026-06-03T12:00:00Z");
    private static final Patch<Link> SIXTH =
            Patch.of(LinkField.TYPE, LinkType.OPPORTUNITY).set(LinkField.EXTERNAL_ID, " 006 ");

    @Test
    void needsATypeAndAnExternalId() {
        assertThat(faultsOf(Patch.empty())).containsExactly("type", "externalId");
        assertThat(faultsOf(SIXTH.set(LinkField.EXTERNAL_ID, "  "))).containsExactly("externalId");
        assertThat(link(SIXTH).externalId()).isEqualTo("006");
    }

    @ParameterizedTest
    @CsvSource({"12.50, 12.50", "1e3, 1000", "1e37, 10000000000000000000000000000000000000", "1e-10, 0.0000000001"})
    void keepsAmountsAsTheyAre(String amount, String kept) {
        assertThat(link(worth(amount)).amount()).isEqualTo(new BigDecimal(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e38", "1e-11", "1e2147483647", "1e-2147483647", "12345678901234567890123456789.0123456789"})
    void refusesAmountsThatAreTooLong(String amount) {
        assertThat(faultsOf(worth(amount))).containsExactly("amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EURO", "E", "€", "XXZ"})
    void refusesCurrenciesThatAreNone(String currency) {
        assertThat(faultsOf(worth("1").set(LinkField.CURRENCY, currency))).containsExactly("currency");
    }

    @Test
    void isNamedByItsTypeAndExternalIdWhateverElseIsSaid() {
        Link sixth = link(SIXTH);
        assertThat(sixth.matchesRecord(SIXTH.set(LinkField.TITLE, "Renewal"))).isTrue();
        assertThat(sixth.matchesRecord(SIXTH.set(LinkField.TYPE, LinkType.TASK)))
                .isFalse();
        assertThat(sixth.matchesRecord(SIXTH.set(LinkField.EXTERNAL_ID, "007"))).isFalse();
        assertThat(sixth.matchesRecord(Patch.empty())).isFalse();
    }

    @Test
    void isItselfAfterAChangeThatChangesNothing() {
        Link sixth = link(SIXTH);
        assertThat(sixth.apply(SIXTH, ADA, NOON.plusSeconds(1))).isSameAs(sixth);
        Link titled = sixth.apply(SIXTH.set(LinkField.TITLE, "Renewal"), ADA, NOON.plusSeconds(1));
        assertThat(titled.revision().version()).isEqualTo(2);
        assertThatThrownBy(() -> titled.apply(SIXTH.clear(LinkField.TYPE), ADA, NOON))
                .isInstanceOf(ContactsFailure.Invalid.class);
    }

    private static Patch<Link> worth(String amount) {
        return SIXTH.set(LinkField.AMOUNT, new BigDecimal(amount)).set(LinkField.CURRENCY, "EUR");
    }

    private static Link link(Patch<Link> fields) {
        return Link.create(new LinkId(new UUID(0, 1)), new ContactId(new UUID(0, 2)), fields, ADA, NOON);
    }

    private static List<String> faultsOf(Patch<Link> fields) {
        ContactsFailure.Invalid refusal = catchThrowableOfType(ContactsFailure.Invalid.class, () -> link(fields));
        return refusal.faults().stream().map(Fault::field).toList();
    }
}
