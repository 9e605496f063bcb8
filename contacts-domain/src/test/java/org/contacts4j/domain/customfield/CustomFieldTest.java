package org.contacts4j.domain.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomFieldTest {

    private static final Object REFUSED = new Object();

    @Test
    void takesTheKeyAsItsLabel() {
        assertThat(field(CustomFieldType.TEXT).label()).isEqualTo("key");
    }

    @Test
    void namesEveryFaultOfADefinition() {
        Patch<CustomField> patch = Patch.of(CustomFieldProperty.KEY, "no spaces")
                .set(CustomFieldProperty.LABEL, "x".repeat(256))
                .set(CustomFieldProperty.TYPE, CustomFieldType.SELECT)
                .set(CustomFieldProperty.OPTIONS, List.of("a", " "));
        assertThat(faulty(patch)).containsExactly("key", "label", "options[1]");
        assertThat(faulty(Patch.empty())).containsExactly("key", "type");
        assertThat(faulty(valid(CustomFieldType.SELECT))).containsExactly("options");
        assertThat(faulty(valid(CustomFieldType.TEXT).set(CustomFieldProperty.OPTIONS, List.of("a"))))
                .containsExactly("options");
        assertThat(faulty(Patch.<CustomField>empty()
                        .withFault("type", "is no type")
                        .set(CustomFieldProperty.KEY, "k")))
                .containsExactly("type");
    }

    @Test
    void offersEachOptionOnceInItsFirstSpelling() {
        assertThat(choice("Gold", " gold ", "Silver").options()).containsExactly("Gold", "Silver");
    }

    @Test
    void dropsItsOptionsWithTheTypeThatNeedsThem() {
        CustomField text = choice("Gold").apply(Patch.of(CustomFieldProperty.TYPE, CustomFieldType.TEXT));
        assertThat(text.options()).isEmpty();
    }

    @Test
    void keepsItsKeyForGood() {
        CustomField field = field(CustomFieldType.TEXT);
        assertThat(field.apply(Patch.of(CustomFieldProperty.KEY, "key"))).isSameAs(field);
        assertThat(catchThrowableOfType(
                        ContactsFailure.Invalid.class, () -> field.apply(Patch.of(CustomFieldProperty.KEY, "other"))))
                .isNotNull();
    }

    @Test
    void checksValuesWithoutConvertingThem() {
        assertThat(check(field(CustomFieldType.NUMBER), "5")).isSameAs(REFUSED);
        assertThat(check(field(CustomFieldType.NUMBER), 5)).isEqualTo(5);
        assertThat(check(field(CustomFieldType.BOOLEAN), "true")).isSameAs(REFUSED);
        assertThat(check(field(CustomFieldType.BOOLEAN), false)).isEqualTo(false);
        assertThat(check(field(CustomFieldType.TEXT), 5)).isSameAs(REFUSED);
        assertThat(check(field(CustomFieldType.TEXT), " as it is ")).isEqualTo(" as it is ");
        assertThat(check(field(CustomFieldType.TEXT), "")).isNull();
        assertThat(check(field(CustomFieldType.URL), "ftp://example.org")).isSameAs(REFUSED);
        assertThat(check(field(CustomFieldType.URL), "https://example.org")).isEqualTo("https://example.org");
        assertThat(check(field(CustomFieldType.EMAIL), "ada")).isSameAs(REFUSED);
        assertThat(check(field(CustomFieldType.EMAIL), "ada@example.org")).isEqualTo("ada@example.org");
    }

    @Test
    void spellsChosenOptionsAsTheyAreOffered() {
        assertThat(check(choice("Gold", "Silver"), " GOLD ")).isEqualTo("Gold");
        assertThat(check(choice("Gold", "Silver"), "bronze")).isSameAs(REFUSED);
        assertThat(check(choices("Gold", "Silver"), List.of("silver", "gold", "Silver")))
                .isEqualTo(List.of("Silver", "Gold"));
        assertThat(check(choices("Gold", "Silver"), List.of())).isNull();
        assertThat(check(choices("Gold"), "Gold")).isSameAs(REFUSED);
        assertThat(check(choices("Gold"), Arrays.asList("Gold", null))).isSameAs(REFUSED);
    }

    @Test
    void keepsDaysAndMomentsInFormsThatSortByTime() {
        CustomField date = field(CustomFieldType.DATE);
        assertThat(check(date, " 2026-06-03 ")).isEqualTo("2026-06-03");
        assertThat(check(date, "2026-06-03T10:15Z")).isEqualTo("2026-06-03T10:15:00.000Z");
        assertThat(check(date, "2026-06-03T00:15:30.123999+05:30")).isEqualTo("2026-06-02T18:45:30.123Z");
        assertThat(check(date, "")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-6-3",
                "03.06.2026",
                "2026-06-03T10:15:30",
                "+10000-01-01",
                "9999-12-31T23:59:59-01:00",
                "0000-01-01T00:00:00+01:00",
                "soon"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(check(field(CustomFieldType.DATE), text)).isSameAs(REFUSED);
    }

    @Test
    void convertsWhatIsBeyondDoubt() {
        assertThat(convert(field(CustomFieldType.NUMBER), " -12.50 ")).isEqualTo(new BigDecimal("-12.50"));
        assertThat(convert(field(CustomFieldType.NUMBER), "1e3")).isEqualTo(new BigDecimal("1e3"));
        assertThat(convert(field(CustomFieldType.NUMBER), "1,5")).isEqualTo(new BigDecimal("1.5"));
        assertThat(convert(field(CustomFieldType.NUMBER), "1,500")).isSameAs(REFUSED);
        assertThat(convert(field(CustomFieldType.DATE), "3.6.2026")).isEqualTo("2026-06-03");
        assertThat(convert(field(CustomFieldType.DATE), "3/6/2026")).isSameAs(REFUSED);
        assertThat(convert(field(CustomFieldType.BOOLEAN), "x")).isEqualTo(true);
        assertThat(convert(field(CustomFieldType.NUMBER), "1e999")).isSameAs(REFUSED);
        assertThat(convert(field(CustomFieldType.NUMBER), true)).isSameAs(REFUSED);
        assertThat(convert(field(CustomFieldType.BOOLEAN), "Yes")).isEqualTo(true);
        assertThat(convert(field(CustomFieldType.BOOLEAN), "0")).isEqualTo(false);
        assertThat(convert(field(CustomFieldType.BOOLEAN), "perhaps")).isSameAs(REFUSED);
        assertThat(convert(field(CustomFieldType.TEXT), new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(convert(field(CustomFieldType.TEXT), true)).isEqualTo("true");
        assertThat(convert(field(CustomFieldType.TEXT), List.of("a", "b"))).isEqualTo("a; b");
        assertThat(convert(field(CustomFieldType.TEXT), Map.of("a", "b"))).isSameAs(REFUSED);
        assertThat(convert(choices("Gold", "Silver"), "gold;silver;")).isEqualTo(List.of("Gold", "Silver"));
        assertThat(convert(choice("Gold", "Silver"), List.of("gold"))).isEqualTo("Gold");
        assertThat(convert(choice("Gold", "Silver"), List.of("gold", "silver"))).isSameAs(REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void takesBlankTextForNoValue(CustomFieldType type) {
        CustomField field =
                type.isChoice() ? choice("Gold").apply(Patch.of(CustomFieldProperty.TYPE, type)) : field(type);
        assertThat(convert(field, "  ")).isNull();
    }

    private static @Nullable Object check(CustomField field, Object value) {
        Faults faults = new Faults();
        @Nullable Object kept = field.check(value, "customFields.key", faults);
        return faults.count() > 0 ? REFUSED : kept;
    }

    private static @Nullable Object convert(CustomField field, Object value) {
        Faults faults = new Faults();
        @Nullable Object kept = field.convert(value, LocalForms.UNAMBIGUOUS, "customFields.key", faults);
        return faults.count() > 0 ? REFUSED : kept;
    }

    private static List<String> faulty(Patch<CustomField> patch) {
        return catchThrowableOfType(ContactsFailure.Invalid.class, () -> create(patch)).faults().stream()
                .map(Fault::field)
                .toList();
    }

    private static CustomField choice(String... options) {
        return create(valid(CustomFieldType.SELECT).set(CustomFieldProperty.OPTIONS, List.of(options)));
    }

    private static CustomField choices(String... options) {
        return create(valid(CustomFieldType.MULTISELECT).set(CustomFieldProperty.OPTIONS, List.of(options)));
    }

    private static CustomField field(CustomFieldType type) {
        return create(valid(type));
    }

    private static Patch<CustomField> valid(CustomFieldType type) {
        return Patch.of(CustomFieldProperty.KEY, "key").set(CustomFieldProperty.TYPE, type);
    }

    private static CustomField create(Patch<CustomField> patch) {
        return CustomField.create(new CustomFieldId(new UUID(0, 1)), 0, patch);
    }
}
