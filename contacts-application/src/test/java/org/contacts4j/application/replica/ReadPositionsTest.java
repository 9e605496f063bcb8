package org.contacts4j.application.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.ReadPosition;
import org.junit.jupiter.api.Test;

final class ReadPositionsTest {

    private static final Caller ADA = Caller.member("acme", "ada");
    private static final Caller BOB = Caller.member("acme", "bob");

    private final ReadPositions positions = new ReadPositions(2);

    @Test
    void aMemberReadsFromTheLatestOwnWrite() {
        positions.record(ADA, at(5));
        positions.record(ADA, at(3));
        assertThat(positions.of(ADA)).isEqualTo(at(5));
        assertThat(positions.of(BOB)).isEqualTo(ReadPosition.START);
        assertThat(positions.of(Caller.member("other", "ada"))).isEqualTo(ReadPosition.START);
        assertThat(positions.afterWritesOf(BOB)).isEmpty();
    }

    @Test
    void aMemberReadsFromThePositionOfTheRequestIfItIsLater() {
        positions.record(ADA, at(5));
        assertThat(positions.of(ADA.readingFrom(at(9)))).isEqualTo(at(9));
        assertThat(positions.of(ADA.readingFrom(at(2)))).isEqualTo(at(5));
        assertThat(positions.of(BOB.readingFrom(at(2)))).isEqualTo(at(2));
    }

    @Test
    void allCallersReadFromAWriteWithoutACaller() {
        positions.record(null, at(5));
        assertThat(positions.of(BOB)).isEqualTo(at(5));
    }

    @Test
    void callersWithoutATokenShareThePositionOfTheirOrganization() {
        positions.record(Caller.anonymous(new OrganizationId("acme")), at(5));
        assertThat(positions.of(Caller.anonymous(new OrganizationId("acme")))).isEqualTo(at(5));
    }

    @Test
    void forgettingMembersMakesNoReadOlder() {
        positions.record(ADA, at(5));
        positions.record(BOB, at(6));
        positions.record(Caller.member("acme", "eve"), at(7));
        assertThat(positions.of(ADA)).isGreaterThanOrEqualTo(at(5));
        assertThat(positions.of(BOB)).isGreaterThanOrEqualTo(at(6));
        assertThat(positions.of(Caller.member("acme", "eve"))).isEqualTo(at(7));
    }

    private static ReadPosition at(long value) {
        return new ReadPosition(value);
    }
}
