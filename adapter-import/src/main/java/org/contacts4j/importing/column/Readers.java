package org.contacts4j.importing.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.TruthWords;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.importing.cell.Cells;
import org.contacts4j.importing.cell.EmailCells;
import org.contacts4j.importing.cell.PhoneCells;
import org.contacts4j.importing.column.Target.CellReader;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/** The readers of cells by kind of field. */
final class Readers {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String SHORTENED =
            "was shortened by a spreadsheet and lost digits; format the column as text and export the file again";
    private static final String FRACTION = "was a number with a fraction of zero, which was left out";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private Readers() {}

    static CellReader text(Field<Contact, String> field) {
        return (row, cell) -> row.set(field, cell);
    }

    static CellReader prose(Field<Contact, String> field) {
        return (row, cell) -> row.join(field, "\n", cell);
    }

    static CellReader addressPart(String group, AddressPart part) {
        return switch (part) {
            case COUNTRY -> (row, cell) -> country(row, group, cell);
            case LINE_2 -> (row, cell) -> row.address(group, part, ", ", cell);
            case POSTAL_CODE -> number("address.postalCode", (row, cell) -> row.address(group, part, " ", cell));
            default -> (row, cell) -> row.address(group, part, " ", cell);
        };
    }

    private static void country(RowBuilder row, String group, String cell) {
        String code = cell.strip().toUpperCase(Locale.ROOT);
        row.address(group, COUNTRIES.contains(code) ? AddressPart.COUNTRY_CODE : AddressPart.COUNTRY, " ", cell);
    }

    /** Returns a reader for numbers whose digits are significant, and that spreadsheets change. */
    static CellReader number(String field, BiConsumer<RowBuilder, String> reader) {
        return (row, cell) -> {
            String number = unchanged(row, field, cell.strip());
            if (number != null) {
                reader.accept(row, number);
            }
        };
    }

    private static @Nullable String unchanged(RowBuilder row, String field, String cell) {
        if (Cells.isShortened(cell)) {
            row.faults().add(field, SHORTENED);
            return null;
        }
        String whole = Cells.withoutFraction(cell);
        if (whole.length() < cell.length()) {
            row.warn(field, FRACTION);
        }
        return whole;
    }

    static CellReader phones(Field<Contact, String> field) {
        return (row, cell) -> eachPhone(row, field.name(), cell, number -> row.phone(field, number));
    }

    static CellReader phones(String label) {
        return (row, cell) -> eachPhone(row, ContactField.PHONES.name(), cell, number -> row.phone(number, label));
    }

    private static void eachPhone(RowBuilder row, String field, String cell, Consumer<String> reader) {
        for (String number : PhoneCells.numbers(cell)) {
            @Nullable String whole = unchanged(row, field, number);
            if (whole != null && PhoneCells.isNumber(whole)) {
                reader.accept(whole);
            } else if (whole != null) {
                row.warn(field, "is no phone number and was left out: " + whole);
            }
        }
    }

    /** Returns a reader for e-mail addresses with a label; the first one without a label is the primary address. */
    static CellReader emails(String label) {
        return (row, cell) -> {
            List<String> addresses = EmailCells.addresses(cell);
            if (label.isEmpty() && addresses.size() == 1) {
                row.email(addresses.get(0));
                return;
            }
            List<String> valid = new ArrayList<>();
            for (String address : addresses) {
                Faults faults = EmailCells.check(address);
                faults.list().forEach(fault -> row.warn(fault.field(), fault.message()));
                if (faults.count() == 0) {
                    valid.add(address);
                }
            }
            valid.forEach(address -> {
                if (label.isEmpty()) {
                    row.email(address);
                } else {
                    row.email(address, label);
                }
            });
        };
    }

    static void website(RowBuilder row, String cell) {
        List<String> urls = List.of(cell.strip().split(" ::: "));
        String url = urls.get(0).strip();
        if (urls.size() > 1) {
            row.warn(ContactField.WEBSITE.name(), "is one of several in the cell; the others were left out");
        }
        int scheme = url.indexOf("://");
        boolean http = scheme < 0 || url.regionMatches(true, 0, "http", 0, 4);
        if (http && hasDomain(url.substring(scheme < 0 ? 0 : scheme + 3))) {
            row.set(ContactField.WEBSITE, scheme < 0 ? "https://" + url : url);
        } else {
            row.faults().add(ContactField.WEBSITE.name(), "is not a web address; one looks like https://example.org");
        }
    }

    /** Returns whether an address without its scheme begins with a host of two labels or more. */
    private static boolean hasDomain(String address) {
        boolean dot = false;
        char before = '.';
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '/' || c == '?' || c == '#' || (c == ':' && isPort(address, i + 1))) {
                break;
            }
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && (c != '.' || before == '.')) {
                return false;
            }
            dot |= before == '.' && i > 0;
            before = c;
        }
        return dot && before != '.';
    }

    private static boolean isPort(String address, int at) {
        return at < address.length() && Character.isDigit(address.charAt(at));
    }

    /** Returns a reader for the id of another record. A name instead of an id is left out. */
    static <T> CellReader id(Field<Contact, T> field, Function<String, T> parse) {
        return (row, cell) -> {
            if (UUID_FORM.matcher(cell.strip()).matches()) {
                row.set(field, parse.apply(cell.strip()));
            } else {
                row.warn(field.name(), "is not an id and was left out: " + cell.strip());
            }
        };
    }

    static CellReader flag(Field<Contact, Boolean> field) {
        return (row, cell) -> {
            @Nullable Boolean truth = TruthWords.OF_TABLES.read(cell.strip());
            if (truth == null) {
                row.faults().add(field.name(), "must be true or false, yes or no, 1 or 0");
            } else {
                row.flag(field, truth);
            }
        };
    }

    /** Returns a reader for cells with several values. */
    static <T> CellReader list(Field<Contact, List<T>> field, ValueReader<T> kind) {
        ValueReader<List<T>> list = ValueReaders.listOf(kind);
        return (row, cell) -> {
            List<?> values = ExportedColumns.texts(cell)
                    .orElseGet(() -> Cells.values(cell).stream()
                            .map(Readers::withoutStar)
                            .filter(value -> !value.isEmpty())
                            .toList());
            @Nullable List<T> read = list.read(values, field.name(), row.faults());
            if (read != null && !read.isEmpty()) {
                row.append(field, read);
            }
        };
    }

    /** Google marks its own groups with a star. Every contact is in the group {@code * myContacts}. */
    private static String withoutStar(String value) {
        if (!value.startsWith("* ")) {
            return value;
        }
        return value.equals("* myContacts") ? "" : value.substring(2);
    }
}
