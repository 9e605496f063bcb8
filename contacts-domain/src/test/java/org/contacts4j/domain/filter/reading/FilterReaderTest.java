package org.contacts4j.domain.filter.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterReaderTest {

    private static final Map<String, CustomFieldType> DEFINED = Map.of(
            "city", CustomFieldType.TEXT,
            "score", CustomFieldType.NUMBER,
            "optIn", CustomFieldType.BOOLEAN,
            "since", CustomFieldType.DATE,
            "langs", CustomFieldType.MULTISELECT);

    private final Faults faults = new Faults();

    @Test
    void wantsEverybodyWithoutGroups() {
        assertThat(read(null)).isEqualTo(Filter.matchAll());
        assertThat(read(Map.of())).isEqualTo(Filter.matchAll());
        assertThat(read(Map.of("groups", List.of()))).isEqualTo(Filter.matchAll());
        assertThat(faults.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eq,equals",
        "eq,is",
        "eq,=",
        "neq,not_eq",
        "neq,not_equals",
        "neq,ne",
        "neq,!=",
        "starts_with,startsWith",
        "in,any_of",
        "not_in,none_of",
        "is_empty,not_exists",
        "is_not_empty,exists",
        "not_contains,notContains"
    })
    void knowsSynonymsOfOperators(String name, String synonym) {
        Object value = name.endsWith("in") ? List.of("x") : "x";
        assertThat(one("title", synonym, value)).isEqualTo(one("title", name, value));
        assertThat(faults.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gt,after", "gt,greater_than", "lt,before", "lt,less_than"})
    void knowsSynonymsOfOperatorsOnTimes(String name, String synonym) {
        assertThat(one("created_at", synonym, "2026-01-01")).isEqualTo(one("created_at", name, "2026-01-01"));
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void knowsFieldsInBothSpellings() {
        assertThat(one("assignedTo", "eq", "m1")).isEqualTo(one("assigned_to", "eq", "m1"));
        assertThat(one("createdAt", "eq", "2026-01-01")).isEqualTo(one("created_at", "eq", "2026-01-01"));
    }

    @Test
    void readsWhatTheJavaInterfaceSays() {
        Filter read = read(groups(
                List.of(condition("tags", "contains", "VIP"), condition("name", "starts_with", "Zoë")),
                List.of(condition("dnc", "neq", true))));
        assertThat(read)
                .isEqualTo(Fields.tags()
                        .contains("vip ")
                        .and(Fields.name().startsWith("ZOE"))
                        .or(Fields.doNotContact().isNot(true)));
    }

    @Test
    void namesThePlaceOfEveryFault() {
        read(groups(
                List.of(
                        condition("shoe_size", "eq", 1),
                        condition("name", "like", "x"),
                        condition("name", "gt", "x"),
                        condition("name", "eq", null)),
                List.of(
                        condition("name", "eq", 7),
                        condition("name", "in", List.of("a", 7)),
                        condition("created_at", "eq", "tomorrow"),
                        condition("created_at", "between", Map.of("gte", "2026-01-01")),
                        condition("created_at", "between", List.of("2026-01-01", "2026-02-30")),
                        condition("custom.score", "gt", "5"),
                        condition("custom.", "eq", "x"),
                        condition("name", "contains", "x".repeat(501)))));
        assertThat(faults.list())
                .extracting(Fault::field)
                .containsExactly(
                        "query.groups[0].conditions[0].field",
                        "query.groups[0].conditions[1].op",
                        "query.groups[0].conditions[2].op",
                        "query.groups[0].conditions[3].value",
                        "query.groups[1].conditions[0].value",
                        "query.groups[1].conditions[1].value[1]",
                        "query.groups[1].conditions[2].value",
                        "query.groups[1].conditions[3].value.lte",
                        "query.groups[1].conditions[4].value[1]",
                        "query.groups[1].conditions[5].value",
                        "query.groups[1].conditions[6].field",
                        "query.groups[1].conditions[7].value");
    }

    @Test
    void findsFaultWithTheShape() {
        read("everybody");
        read(Map.of("groups", "everybody"));
        read(Map.of("groups", Arrays.asList(1, Map.of(), Map.of("conditions", Arrays.asList(1, null)))));
        assertThat(faults.list())
                .extracting(Fault::field)
                .containsExactly(
                        "query",
                        "query.groups",
                        "query.groups[0]",
                        "query.groups[1].conditions",
                        "query.groups[2].conditions[0]",
                        "query.groups[2].conditions[1]");
    }

    @Test
    void boundsGroupsAndConditions() {
        read(Map.of("groups", Collections.nCopies(20, Map.of("conditions", List.of()))));
        read(groups(Collections.nCopies(50, condition("name", "is_empty", null))));
        assertThat(faults.list()).isEmpty();
        read(Map.of("groups", Collections.nCopies(21, Map.of("conditions", List.of()))));
        read(groups(
                Collections.nCopies(25, condition("name", "is_empty", null)),
                Collections.nCopies(26, condition("name", "is_empty", null))));
        read(groups(List.of(condition("name", "in", Collections.nCopies(101, "x")))));
        assertThat(faults.list())
                .extracting(Fault::field)
                .containsExactly("query.groups", "query.groups", "query.groups[0].conditions[0].value");
    }

    @ParameterizedTest
    @CsvSource({
        "name,gt",
        "tags,starts_with",
        "dnc,contains",
        "created_at,contains",
        "created_at,ends_with",
        "status,between",
        "custom.score,contains",
        "custom.since,starts_with",
        "custom.optIn,gt",
        "custom.langs,lt",
        "custom.city,gte"
    })
    void refusesOperatorsThatDoNotGoWithTheField(String field, String operator) {
        read(groups(List.of(condition(field, operator, "x"))));
        assertThat(faults.list()).extracting(Fault::field).containsExactly("query.groups[0].conditions[0].op");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "26-01-01",
                "2026-1-1",
                "2026-01-01T",
                "2026-01-01T25:00:00Z",
                "10000-01-01",
                "0000-12-31",
                "-999999999-01-01",
                "+999999999-12-31T00:00:00Z",
                "0001-01-01T00:00:00+01:00",
                "",
                "now",
                "2026-01-01 10:00"
            })
    void refusesWhatIsNoDate(String date) {
        one("created_at", "eq", date);
        assertThat(faults.list()).hasSize(1);
    }

    @Test
    void takesAnUndefinedCustomFieldForWhatItIsComparedWith() {
        assertThat(one("custom.x", "eq", "a")).isEqualTo("TextField");
        assertThat(one("custom.x", "is_empty", null)).isEqualTo("TextField");
        assertThat(one("custom.x", "eq", 7)).isEqualTo("NumberField");
        assertThat(one("custom.x", "between", List.of(1, 2))).isEqualTo("NumberField");
        assertThat(one("custom.x", "gt", "2026-01-01")).isEqualTo("TimeField");
        assertThat(one("custom.x", "in", List.of(true))).isEqualTo("FlagField");
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void comparesADefinedCustomFieldByItsType() {
        assertThat(one("custom.city", "eq", "7")).isEqualTo("TextField");
        assertThat(one("custom.score", "is_empty", null)).isEqualTo("NumberField");
        assertThat(one("custom.optIn", "is_empty", null)).isEqualTo("FlagField");
        assertThat(one("custom.since", "eq", "2026-01-01")).isEqualTo("TimeField");
        assertThat(one("custom.langs", "contains", "de")).isEqualTo("ItemsField");
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void survivesNumbersOfAnySize() {
        one("custom.score", "eq", new java.math.BigDecimal("1e999999999"));
        one("custom.score", "eq", Double.NaN);
        assertThat(faults.list()).hasSize(2);
    }

    private Object one(String field, String operator, @Nullable Object value) {
        Filter filter = read(groups(List.of(condition(field, operator, value))));
        return filter instanceof Condition<?> condition ? described(condition, field) : "nothing";
    }

    private static Object described(Condition<?> condition, String field) {
        return field.startsWith("custom.") ? condition.field().getClass().getSimpleName() : condition;
    }

    private Filter read(@Nullable Object query) {
        return new FilterReader(DEFINED::get, faults).read(query, "query");
    }

    private static Map<String, Object> groups(List<?>... groups) {
        return Map.of(
                "groups",
                Arrays.stream(groups)
                        .map(conditions -> Map.of("conditions", conditions))
                        .toList());
    }

    private static Map<String, @Nullable Object> condition(String field, String operator, @Nullable Object value) {
        Map<String, @Nullable Object> condition = new java.util.HashMap<>();
        condition.put("field", field);
        condition.put("op", operator);
        condition.put("value", value);
        return condition;
    }
}
