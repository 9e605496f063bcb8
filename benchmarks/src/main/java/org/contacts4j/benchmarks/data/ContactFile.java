package org.contacts4j.benchmarks.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.jspecify.annotations.Nullable;

/** Generated contacts as a CSV file, as a spreadsheet exports it, for imports. */
public final class ContactFile {

    private static final List<String> HEADER = List.of(
            "Name",
            "First Name",
            "Last Name",
            "E-mail",
            "E-mail 2",
            "Phone",
            "Phone 2",
            "Company",
            "Job Title",
            "Department",
            "Tags",
            "Source",
            "Status",
            "Notes");

    private ContactFile() {}

    /** Writes a header and one line per contact to a file. */
    public static void write(GeneratedContacts contacts, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(line(HEADER));
            for (int n = 0; n < contacts.count(); n++) {
                out.write(line(cells(contacts.contact(n))));
            }
        }
    }

    private static List<String> cells(Contact contact) {
        List<Email> emails = contact.communication().emails();
        List<Phone> phones = contact.communication().phones();
        return List.of(
                contact.name().full(),
                orEmpty(contact.name().first()),
                orEmpty(contact.name().last()),
                orEmpty(contact.email()),
                emails.size() > 1 ? emails.get(1).address() : "",
                orEmpty(contact.phone()),
                phones.size() > 1 ? phones.get(1).number() : "",
                orEmpty(contact.job().companyName()),
                orEmpty(contact.job().title()),
                orEmpty(contact.job().department()),
                String.join(";", contact.tags()),
                orEmpty(contact.background().source()),
                contact.status().name(),
                orEmpty(contact.background().notes()));
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
