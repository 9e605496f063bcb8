package org.contacts4j.contract.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.customfield.CustomFieldFixture.aField;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Store;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.junit.jupiter.api.Test;

/** Contract tests of parsing filters from clients with an organization's custom field definitions. */
public interface FilterServiceContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void comparesCustomFieldsByTheirDefinition() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aField("score").ofType(CustomFieldType.NUMBER));
        home.keepAll(
                aContact().named("Nine").with(ContactField.CUSTOM_FIELDS, Map.of("score", 9L)),
                aContact().named("Ten").with(ContactField.CUSTOM_FIELDS, Map.of("score", 10L)));
        assertThat(found(home, "custom.score", "gt", new BigDecimal("9.5"))).containsExactly("Ten");
        Faults faults = new Faults();
        home.contacts4j().filters().read(home.ada(), query("custom.score", "contains", "9"), "query", faults);
        assertThat(faults.list()).extracting(Fault::field).containsExactly("query.groups[0].conditions[0].op");
    }

    @Test
    default void knowsOnlyTheOwnOrganizationsDefinitions() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization.in(store()).keep(aField("score").ofType(CustomFieldType.NUMBER));
        home.keep(aContact().named("Nine").with(ContactField.CUSTOM_FIELDS, Map.of("score", "Nine")));
        assertThat(found(home, "custom.score", "contains", "nine")).containsExactly("Nine");
    }

    @Test
    default void takesWhatADeletedDefinitionHidesForUnset() {
        TestOrganization home = TestOrganization.in(store());
        CustomField city = home.keep(aField("city").ofType(CustomFieldType.TEXT));
        home.keep(aContact().named("Ada").with(ContactField.CUSTOM_FIELDS, Map.of("city", "Rome")));
        assertThat(found(home, "custom.city", "eq", "rome")).containsExactly("Ada");
        home.write(tx -> tx.customFields().delete(home.id(), city.id()));
        assertThat(found(home, "custom.city", "eq", "rome")).isEmpty();
        assertThat(found(home, "custom.city", "is_empty", "")).containsExactly("Ada");
        home.write(tx -> tx.customFields().release(home.id(), "city"));
        assertThat(found(home, "custom.city", "eq", "rome")).containsExactly("Ada");
    }

    private static List<String> found(TestOrganization home, String field, String operator, Object value) {
        Faults faults = new Faults();
        Filter filter = home.contacts4j().filters().read(home.ada(), query(field, operator, value), "query", faults);
        assertThat(faults.list()).isEmpty();
        return home.names(filter);
    }

    private static Map<String, Object> query(String field, String operator, Object value) {
        return Map.of(
                "groups",
                List.of(Map.of("conditions", List.of(Map.of("field", field, "op", operator, "value", value)))));
    }
}
