package org.contacts4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.link.LinkFixture.anOpportunity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Contract tests of times: they come from the configured clock and have millisecond precision. */
public interface TimesContract {

    Instant FIRST = Instant.parse("2026-05-01T10:00:00.123456789Z");
    Instant FIRST_MILLI = Instant.parse("2026-05-01T10:00:00.123Z");
    Instant SECOND = Instant.parse("2026-05-02T10:00:00.987654321Z");
    Instant SECOND_MILLI = Instant.parse("2026-05-02T10:00:00.987Z");

    /** Returns the store under test. */
    Store store();

    @Test
    default void timesAContactByTheClock() {
        ClockFixture it = new ClockFixture(TestOrganization.in(store()));
        Contact created = it.contacts4j().contacts().create(it.ada(), Patch.of(ContactField.NAME, "Ada"));
        assertThat(created.revision().createdAt()).isEqualTo(FIRST_MILLI);
        assertThat(created.revision().updatedAt()).isEqualTo(FIRST_MILLI);
        it.now().set(SECOND);
        assertThat(it.change(created, "Ada")).isEqualTo(created);
        assertThat(it.kept(created)).isEqualTo(created);
        it.change(created, "Eve");
        Revision changed = it.kept(created).revision();
        assertThat(changed.createdAt()).isEqualTo(FIRST_MILLI);
        assertThat(changed.updatedAt()).isEqualTo(SECOND_MILLI);
        assertThat(it.home().events(created.id()))
                .extracting(ContactEvent::at)
                .containsExactly(SECOND_MILLI, FIRST_MILLI);
    }

    @Test
    default void neverGoesBackWithTheClock() {
        ClockFixture it = new ClockFixture(TestOrganization.in(store()));
        it.now().set(SECOND);
        Contact created = it.contacts4j().contacts().create(it.ada(), Patch.of(ContactField.NAME, "Ada"));
        it.now().set(FIRST);
        assertThat(it.change(created, "Eve").revision().updatedAt()).isEqualTo(SECOND_MILLI);
    }

    @Test
    default void timesACompanyAndALinkByTheClock() {
        ClockFixture it = new ClockFixture(TestOrganization.in(store()));
        Company acme = it.contacts4j().companies().create(it.ada(), Patch.of(CompanyField.NAME, "Acme"));
        Contact ada = it.contacts4j().contacts().create(it.ada(), Patch.of(ContactField.NAME, "Ada"));
        it.contacts4j().links().save(it.ada(), ada.id(), anOpportunity("006").fields());
        it.now().set(SECOND);
        it.contacts4j()
                .companies()
                .update(it.ada(), acme.id(), Patch.of(CompanyField.NAME, "Zenith"), Precondition.none());
        it.contacts4j()
                .links()
                .save(
                        it.ada(),
                        ada.id(),
                        anOpportunity("006").with(LinkField.TITLE, "Renewal").fields());
        assertThat(it.home().get(acme.id()).revision().createdAt()).isEqualTo(FIRST_MILLI);
        assertThat(it.home().get(acme.id()).revision().updatedAt()).isEqualTo(SECOND_MILLI);
        assertThat(it.home().links(ada).get(0).revision().createdAt()).isEqualTo(FIRST_MILLI);
        assertThat(it.home().links(ada).get(0).revision().updatedAt()).isEqualTo(SECOND_MILLI);
    }

    /** Contacts4J with a clock that the test sets; it starts at {@link #FIRST}. */
    record ClockFixture(TestOrganization home, AtomicReference<Instant> now, Contacts4J contacts4j) {

        ClockFixture(TestOrganization home) {
            this(home, new AtomicReference<>(FIRST));
        }

        private ClockFixture(TestOrganization home, AtomicReference<Instant> now) {
            this(home, now, over(home.store(), now::get));
        }

        private static Contacts4J over(Store store, InstantSource now) {
            return Contacts4J.builder(store).clock(now.withZone(ZoneOffset.UTC)).build();
        }

        Caller ada() {
            return home.ada();
        }

        Contact change(Contact contact, String name) {
            return contacts4j
                    .contacts()
                    .update(ada(), contact.id(), Patch.of(ContactField.NAME, name), Precondition.none());
        }

        Contact kept(Contact contact) {
            return contacts4j.contacts().get(ada(), contact.id());
        }
    }
}
