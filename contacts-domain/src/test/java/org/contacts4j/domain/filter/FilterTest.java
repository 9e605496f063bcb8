package org.contacts4j.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.domain.filter.Fields.assignedTo;
import static org.contacts4j.domain.filter.Fields.company;
import static org.contacts4j.domain.filter.Fields.createdAt;
import static org.contacts4j.domain.filter.Fields.custom;
import static org.contacts4j.domain.filter.Fields.customFlag;
import static org.contacts4j.domain.filter.Fields.customItems;
import static org.contacts4j.domain.filter.Fields.customNumber;
import static org.contacts4j.domain.filter.Fields.customTime;
import static org.contacts4j.domain.filter.Fields.doNotContact;
import static org.contacts4j.domain.filter.Fields.email;
import static org.contacts4j.domain.filter.Fields.exactName;
import static org.contacts4j.domain.filter.Fields.id;
import static org.contacts4j.domain.filter.Fields.idAbove;
import static org.contacts4j.domain.filter.Fields.idBelow;
import static org.contacts4j.domain.filter.Fields.manager;
import static org.contacts4j.domain.filter.Fields.name;
import static org.contacts4j.domain.filter.Fields.search;
import static org.contacts4j.domain.filter.Fields.source;
import static org.contacts4j.domain.filter.Fields.status;
import static org.contacts4j.domain.filter.Fields.statusText;
import static org.contacts4j.domain.filter.Fields.tags;
import static org.contacts4j.domain.filter.Fields.title;
import static org.contacts4j.domain.filter.Fields.updatedAt;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

final class FilterTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Contact ada = contact(Patch.of(ContactField.NAME, "Ada Lovelace-Ärger")
            .set(ContactField.EMAIL, "Ada@Example.org")
            .set(ContactField.COMPANY_NAME, "100% Söhne_AG")
            .set(ContactField.TAGS, List.of("VIP", "Ärzte"))
            .set(ContactField.ASSIGNED_TO, List.of(new MemberId("Bo")))
            .set(
                    ContactField.CUSTOM_FIELDS,
                    Map.of(
                            "city",
                            "München",
                            "score",
                            12L,
                            "ratio",
                            new BigDecimal("0.50"),
                            "optIn",
                            true,
                            "since",
                            "2026-01-02",
                            "seen",
                            "2026-01-02T13:00:00+01:00",
                            "langs",
                            List.of("Français", "Deutsch"))));

    @Test
    void comparesTextWithoutCaseAndAccents() {
        assertThat(matches(name().is("ADA lovelace-arger"))).isTrue();
        assertThat(matches(name().contains("LACE-Ä"))).isTrue();
        assertThat(matches(email().endsWith("@EXAMPLE.ORG"))).isTrue();
        assertThat(matches(company().startsWith("100%"))).isTrue();
        assertThat(matches(company().contains("100_"))).isFalse();
        assertThat(matches(company().is("100% sohne%ag"))).isFalse();
        assertThat(matches(name().in("x", "ada lovelace-arger"))).isTrue();
    }

    @Test
    void takesUnsetTextForEmpty() {
        assertThat(matches(source().isEmpty())).isTrue();
        assertThat(matches(source().isNotEmpty())).isFalse();
        assertThat(matches(source().isNot("web"))).isTrue();
        assertThat(matches(source().notContains("web"))).isTrue();
        assertThat(matches(source().in("web").not())).isTrue();
        assertThat(matches(source().is("web"))).isFalse();
        assertThat(matches(name().isEmpty())).isFalse();
    }

    @Test
    void comparesTagsWithoutCaseButWithAccents() {
        assertThat(matches(tags().contains(" vip"))).isTrue();
        assertThat(matches(tags().contains("arzte"))).isFalse();
        assertThat(matches(tags().containsAny("x", "ÄRZTE"))).isTrue();
        assertThat(matches(tags().containsAny("x", "vip").not())).isFalse();
        assertThat(matches(tags().isEmpty())).isFalse();
    }

    @Test
    void comparesMembersAsTheyAre() {
        assertThat(matches(assignedTo().contains("Bo"))).isTrue();
        assertThat(matches(assignedTo().contains("bo"))).isFalse();
    }

    @Test
    void takesADayForAllOfItInUtc() {
        LocalDate day = LocalDate.parse("2026-01-02");
        assertThat(matches(createdAt().isOn(day))).isTrue();
        assertThat(matches(createdAt().isOn(day.plusDays(1)))).isFalse();
        assertThat(matches(createdAt().isBetween(day.minusDays(1), day))).isTrue();
        assertThat(matches(createdAt().isAfter(NOON))).isFalse();
        assertThat(matches(createdAt().isAfter(NOON.minusNanos(1)))).isTrue();
        assertThat(matches(updatedAt().isBefore(NOON))).isFalse();
        assertThat(matches(updatedAt().isBefore(NOON.plusNanos(1)))).isTrue();
        assertThat(matches(createdAt().isBetween(NOON, NOON))).isTrue();
        assertThat(matches(createdAt().isEmpty())).isFalse();
    }

    @Test
    void comparesFlags() {
        assertThat(matches(doNotContact().is(false))).isTrue();
        assertThat(matches(doNotContact().isNot(false))).isFalse();
        assertThat(matches(doNotContact().isEmpty())).isFalse();
    }

    @Test
    void comparesCustomFieldsByKind() {
        assertThat(matches(custom("city").is("munchen"))).isTrue();
        assertThat(matches(custom("score").is("12"))).isTrue();
        assertThat(matches(customNumber("score").isAbove(new BigDecimal("11.9"))))
                .isTrue();
        assertThat(matches(customNumber("ratio").is(new BigDecimal("0.5")))).isTrue();
        assertThat(matches(customNumber("city").isNotEmpty())).isFalse();
        assertThat(matches(customFlag("optIn").is(true))).isTrue();
        assertThat(matches(customFlag("nobodys").isNot(true))).isTrue();
        assertThat(matches(customTime("since").isOn(LocalDate.parse("2026-01-02"))))
                .isTrue();
        assertThat(matches(customTime("seen").isBetween(NOON, NOON))).isTrue();
        assertThat(matches(customTime("city").isEmpty())).isTrue();
        assertThat(matches(customItems("langs").contains("francais"))).isTrue();
        assertThat(matches(custom("langs").contains("deutsch"))).isTrue();
        assertThat(matches(customItems("city").isEmpty())).isTrue();
        assertThat(matches(custom("nobodys").isEmpty())).isTrue();
    }

    @Test
    void wantsAnyGroupAndAllOfItsConditions() {
        Filter filter = tags().contains("vip")
                .and(status().is(ContactStatus.ARCHIVED))
                .or(title().is("Countess"))
                .or(name().startsWith("ada"));
        assertThat(filter.matches(ada, PhoneNumbers.DIGITS)).isTrue();
        assertThat(filter.and(status().is(ContactStatus.INACTIVE)).matches(ada, PhoneNumbers.DIGITS))
                .isFalse();
        assertThat(Filter.matchAll().matches(ada, PhoneNumbers.DIGITS)).isTrue();
    }

    @Test
    void combinesFiltersFromLeftToRight() {
        Filter filter = title().is("Countess").or(name().startsWith("ada"));
        assertThat(filter.and(tags().contains("vip")).matches(ada, PhoneNumbers.DIGITS))
                .isTrue();
        assertThat(filter.and(tags().contains("guest")).matches(ada, PhoneNumbers.DIGITS))
                .isFalse();
        assertThat(filter.not().matches(ada, PhoneNumbers.DIGITS)).isFalse();
        assertThat(filter.not().not()).isEqualTo(filter);
        assertThat(search("lovelace").not().matches(ada, PhoneNumbers.DIGITS)).isFalse();
        assertThat(name().is("x").not().not()).isEqualTo(name().is("x"));
        assertThat(Filter.anyOf(List.of()).matches(ada, PhoneNumbers.DIGITS)).isFalse();
        assertThat(Filter.allOf(List.of(Filter.matchAll(), filter))).isEqualTo(filter);
        assertThat(search(" ")).isEqualTo(Filter.matchAll());
    }

    @Test
    void comparesExactFieldsAsTheyAreStored() {
        assertThat(matches(exactName().is("Ada Lovelace-Ärger"))).isTrue();
        assertThat(matches(exactName().is("ada lovelace-ärger"))).isFalse();
        assertThat(matches(status().in(List.of(ContactStatus.ACTIVE, ContactStatus.ARCHIVED))))
                .isTrue();
        assertThat(matches(status().isNot(ContactStatus.ACTIVE))).isFalse();
        assertThat(matches(statusText().startsWith("ACT"))).isTrue();
        assertThat(matches(manager().isEmpty())).isTrue();
        assertThat(matches(id().is(new ContactId(new UUID(1, 1))))).isTrue();
        assertThat(matches(idAbove(new ContactId(new UUID(1, 1))))).isFalse();
        assertThat(matches(idBelow(new ContactId(new UUID(-1, 1))))).isTrue();
        assertThat(matches(tags().containsAll(List.of("VIP", "ärzte")))).isTrue();
        assertThat(matches(tags().containsAll(List.of("vip", "guest")))).isFalse();
        assertThatThrownBy(() -> exactName().is("\u0000")).isInstanceOf(ContactsFailure.Invalid.class);
        assertThatThrownBy(() -> search("\u0000")).isInstanceOf(ContactsFailure.Invalid.class);
    }

    @Test
    void refusesToBecomeTooLarge() {
        Filter filter = Filter.matchAll();
        for (int i = 0; i < Filter.MAX_CONDITIONS; i++) {
            filter = filter.and(name().is("x"));
        }
        Filter full = filter;
        assertThatThrownBy(() -> full.and(name().is("x"))).isInstanceOf(ContactsFailure.InvalidFilter.class);
        assertThatThrownBy(() -> name().is("x".repeat(501))).isInstanceOf(ContactsFailure.InvalidFilter.class);
        assertThatThrownBy(() -> tags().contains("\u0000")).isInstanceOf(ContactsFailure.InvalidFilter.class);
        assertThatThrownBy(() -> custom("no key")).isInstanceOf(IllegalArgumentException.class);
    }

    private boolean matches(Condition<?> condition) {
        return condition.matches(ada, PhoneNumbers.DIGITS);
    }

    private static Contact contact(Patch<Contact> fields) {
        Field<Contact, ContactStatus> status = ContactField.STATUS;
        Patch<Contact> active = fields.set(status, ContactStatus.ACTIVE);
        return Contact.create(new ContactId(new UUID(1, 1)), new OrganizationId("home"), active, null, NOON);
    }
}
