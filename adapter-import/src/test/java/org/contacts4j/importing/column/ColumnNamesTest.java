package org.contacts4j.importing.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ColumnNamesTest {

    /** Fields whose parts have columns of their own, and fields that a cell cannot contain. */
    private static final List<Field<Contact, ?>> WITHOUT_COLUMN =
            List.of(ContactField.CUSTOM_FIELDS, ContactField.EXTENSIONS, ContactField.ADDRESS);

    static final List<String> LANGUAGES = ColumnLanguage.NAMES;

    private final ColumnNames names = new ColumnNames(FileOptions.DEFAULT);

    static Stream<Field<Contact, ?>> fields() {
        return ContactField.all().stream().filter(field -> !WITHOUT_COLUMN.contains(field));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void findsTheColumnWithTheNameOfAField(Field<Contact, ?> field) {
        assertThat(names.find(field.name()))
                .as("en.txt has a line for " + field)
                .isNotNull();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageHasTheUsualFields(String language) {
        ColumnLanguage file = ColumnLanguage.all().get(LANGUAGES.indexOf(language));
        assertThat(file.targets().map(Target::path))
                .contains(
                        "name",
                        "firstName",
                        "lastName",
                        "email",
                        "phone",
                        "metadata.mobilePhone",
                        "metadata.workPhone",
                        "company",
                        "metadata.title",
                        "metadata.department",
                        "website",
                        "notes",
                        "tags",
                        "dnc",
                        "address.line1",
                        "address.city",
                        "address.postalCode",
                        "address.country");
    }

    @Test
    void rejectsANameThatALanguageHasTwice() {
        assertThatThrownBy(() -> ColumnLanguage.parse(List.of("name = Name | NAME")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NAME");
        assertThatThrownBy(() -> ColumnLanguage.parse(List.of("name = Nom", "lastName = nom")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsALineWithAnUnknownField() {
        assertThatThrownBy(() -> ColumnLanguage.parse(List.of("shoe = Shoe size")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shoe");
        assertThatThrownBy(() -> ColumnLanguage.parse(List.of("Shoe size")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                // Outlook
                header("Title,First Name,Suffix,Job Title", "salutation,firstName,name.suffix,metadata.title"),
                header(
                        "Business Street,Business City,Home Street,Home Postal Code",
                        "address[business].line1,address[business].city,address[home].line1,address[home].postalCode"),
                // Salesforce: no other column for the job title
                header(
                        "Salutation,Title,Mailing Zip/Postal Code",
                        "salutation,metadata.title,address[mailing].postalCode"),
                // Google
                header(
                        "E-mail 1 - Value,E-mail 2 - Value,Organization Title,Address 1 - PO Box",
                        "email,emails[secondary],metadata.title,address[1].line2"),
                // a name of several languages means what the language of most columns says
                header("Nom,Prénom,Société", "lastName,firstName,company"),
                header("Nom,Société,Ville", "name,company,address.city"),
                header("Nome,Cognome,Azienda", "firstName,lastName,company"),
                header("Nombre,Apellidos,Empresa", "firstName,lastName,company"),
                header("Nome,Sobrenome,Telemóvel", "firstName,lastName,metadata.mobilePhone"),
                header("Name,Vorname,PLZ,Ort", "lastName,firstName,address.postalCode,address.city"),
                header("Name,Firma,Straße,Hausnummer", "name,company,address.line1,address.houseNumber"),
                header("Voornaam,Tussenvoegsel,Achternaam", "firstName,name.middle,lastName"),
                header("姓,名,会社,携帯電話", "lastName,firstName,company,metadata.mobilePhone"),
                header("姓名,手机,公司,职务", "name,metadata.mobilePhone,company,metadata.title"),
                // the second column of a field that holds one value
                header("Company,Account Name,Notes,Comments", "company,-,notes,notes"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void readsTheHeadersOfProgramsAndLanguages(List<String> header, List<String> fields) {
        List<String> found = new ArrayList<>();
        names.find(header).forEach(target -> found.add(target == null ? "-" : target.path()));
        assertThat(found).isEqualTo(fields);
    }

    @Test
    void aMappingTakesPrecedenceOverTheNames() {
        ColumnNames mapped = mapping(Map.of("Company", "ignore", "column 7", "company", "Shoe", "custom.shoe"));
        List<String> found = new ArrayList<>();
        mapped.find(List.of("Company", "Column 7", "Account Name", "Shoe"))
                .forEach(target -> found.add(target == null ? "-" : target.path()));
        assertThat(found).containsExactly("-", "company", "-", "customFields.shoe");
    }

    @Test
    void rejectsAMappingToAnUnknownField() {
        assertThatThrownBy(() -> mapping(Map.of("Column 7", "metadata.shoe")))
                .isInstanceOf(ContactsFailure.Invalid.class)
                .hasMessageContaining("metadata.shoe");
    }

    @Test
    void findsCustomFieldsByKeyOrLabelBehindAllOtherNames() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("shoe_size", "Shoe size (EU)");
        labels.put("title", "Noble rank");
        labels.put("rank", "City");
        labels.put("size_us", "Size");
        labels.put("size_eu", "SIZE");
        labels.put("Hat", "Hat size");
        labels.put("hat", "Size of the hat");
        ColumnNames custom = new ColumnNames(FileOptions.DEFAULT.mapping(Map.of(), labels));
        List<String> found = new ArrayList<>();
        List<String> columns = List.of(
                "Shoe Size", "SHOE SIZE EU", "Title", "noble rank", "City", "Rank", "Size", "hat", "Hat", "HAT");
        columns.forEach(column -> {
            @Nullable Target target = custom.find(column);
            found.add(target == null ? "-" : target.path());
        });
        assertThat(found)
                .containsExactly(
                        "customFields.shoe_size",
                        "customFields.shoe_size",
                        "metadata.title",
                        "customFields.title",
                        "address.city",
                        "customFields.rank",
                        "-",
                        "customFields.hat",
                        "customFields.Hat",
                        "-");
        assertThat(custom.whyIgnored("Size"))
                .contains("names several custom fields: size_us, size_eu; map the column to customFields.<key>");
        assertThat(custom.whyIgnored("Shoes")).isEmpty();
    }

    private static ColumnNames mapping(Map<String, String> mapping) {
        return new ColumnNames(FileOptions.DEFAULT.mapping(mapping, Map.of()));
    }

    private static Arguments header(String columns, String fields) {
        return Arguments.of(Arrays.asList(columns.split(",")), Arrays.asList(fields.split(",")));
    }
}
