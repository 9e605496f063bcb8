package org.contacts4j.domain.customvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customvalue.Template.Rendered;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {

    private static final Contact ADA = Contact.create(
            new ContactId(new UUID(0, 7)),
            new OrganizationId("home"),
            Patch.of(ContactField.FIRST_NAME, "Ada")
                    .set(ContactField.LAST_NAME, "Lovelace")
                    .set(ContactField.PHONE, "1")
                    .set(ContactField.MOBILE_PHONE, "2")
                    .set(ContactField.TITLE, "Countess")
                    .set(ContactField.TAGS, List.of("vip", "lead"))
                    .set(ContactField.ADDRESS, new Address(Map.of(AddressPart.LINE_1, "St James's Square 12")))
                    .set(
                            ContactField.CUSTOM_FIELDS,
                            Map.of("size", new BigDecimal("12.50"), "is-new", true, "a_b", List.of("x", "y"))),
            null,
            Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{contact.name}} | Ada Lovelace",
                "Dear {{ contact.first_name }}{{contact.lastName}}! | Dear AdaLovelace!",
                "{{contact.mobile_phone}}/{{contact.mobilePhone}}/{{contact.phone}} | 2/2/1",
                "{{contact.title}}, {{contact.status}} | Countess, active",
                "{{contact.tags}} | vip, lead",
                "{{contact.address.line_1}}{{contact.address.city}} | St James's Square 12",
                "{{contact.custom.size}} {{contact.custom.is-new}} {{contact.custom.a_b}} | 12.5 true x, y",
                "[{{contact.email}}{{contact.custom.defined}}] | []",
                "{{custom_values.sender}} | Charles",
                "{{custom_values.inner}} | {{contact.name}}",
                "{{{contact.name}}} | {Ada Lovelace}",
                "{{ {{contact.name}} }} | {{ Ada Lovelace }}",
                "no tokens, {contact.name} | no tokens, {contact.name}"
            })
    void replacesTokens(String template, String text) {
        assertThat(render(template)).isEqualTo(new Rendered(text, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contact.salary",
                "contact.custom.other",
                "contact.address.planet",
                "contact.",
                "custom_values.none",
                "customValues.sender",
                "name"
            })
    void listsTokensThatMeanNothingAndLeavesThemAsTheyAre(String token) {
        String template = "a {{" + token + "}} b {{" + token + "}} {{contact.name}}";
        Rendered rendered = render(template);
        assertThat(rendered.text()).isEqualTo(template.replace("{{contact.name}}", "Ada Lovelace"));
        assertThat(rendered.unknown()).containsExactly(token);
    }

    @Test
    void knowsNoTokensOfNobody() {
        Rendered rendered = new Template("{{contact.name}} {{custom_values.sender}}")
                .render(Placeholders.of(Map.of("sender", "Charles"), null, Set.of()));
        assertThat(rendered).isEqualTo(new Rendered("{{contact.name}} Charles", List.of("contact.name")));
    }

    @Test
    void takesNoLongerThanTheTemplateIsLong() {
        String opening = "{{".repeat(10_000);
        String spaces = ("{{" + " ".repeat(98)).repeat(200);
        String names = ("{{" + "a".repeat(198)).repeat(100);
        assertTimeout(
                Duration.ofSeconds(1),
                () -> List.of(opening, spaces, names)
                        .forEach(text -> assertThat(render(text)).isEqualTo(new Rendered(text, List.of()))));
    }

    @Test
    void refusesTemplatesAndResultsWithoutEnd() {
        assertThatThrownBy(() -> new Template("x".repeat(20_001))).isInstanceOf(Invalid.class);
        Template many = new Template("{{custom_values.long}}".repeat(900));
        assertThatThrownBy(() -> many.render(Placeholders.of(Map.of("long", "x".repeat(20_000)), null, Set.of())))
                .isInstanceOf(Invalid.class);
    }

    private static Rendered render(String template) {
        Map<String, String> values = Map.of("sender", "Charles", "inner", "{{contact.name}}");
        return new Template(template).render(Placeholders.of(values, ADA, Set.of("defined")));
    }
}
