package org.contacts4j.bootstrap.backup;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.contacts4j.files.FolderContents;
import org.contacts4j.jdbi.backup.DatabaseContents.StoredAttachment;

/**
 * The description of a backup, in the format of Java properties.
 *
 * @param version the version of Contacts4J that made the backup
 * @param createdAt when the backup began
 * @param rows the number of rows of each table
 * @param sums the SHA-256 of each other entry, in hexadecimal digits
 * @param missing the entries of attachments that had lost their content before the backup
 */
record Manifest(
        String version,
        Instant createdAt,
        SortedMap<String, Long> rows,
        SortedMap<String, String> sums,
        SortedSet<String> missing) {

    static final String ENTRY = "manifest.properties";
    static final String DATABASE = "contacts.mv.db";
    static final String SECRET = "jwt-secret";
    static final String ATTACHMENTS = "attachments/";

    private static final Pattern ENTRIES =
            Pattern.compile("contacts\\.mv\\.db|jwt-secret|attachments/[0-9a-f]{64}/[0-9a-f]{2}/[0-9a-f-]{36}");
    private static final String FORMAT = "1";
    private static final String ROWS = "rows.";
    private static final String SUM = "sha256.";
    private static final String MISSING = "missing.";

    /** Returns whether a backup can have an entry of this name. No such name leaves the folder it is extracted to. */
    static boolean isEntry(String name) {
        return ENTRIES.matcher(name).matches();
    }

    /** Returns the entry of an attachment's content. It is also the path of the file in a restored data folder. */
    static String entryOf(StoredAttachment attachment) {
        return new FolderContents(Path.of("attachments"))
                .file(attachment.organization(), attachment.id())
                .toString()
                .replace('\\', '/');
    }

    String text() {
        StringBuilder text = new StringBuilder()
                .append("format=" + FORMAT + "\n")
                .append("version=" + version + "\n")
                .append("created-at=" + createdAt + "\n");
        rows.forEach((table, count) -> text.append(ROWS + table + "=" + count + "\n"));
        sums.forEach((entry, sum) -> text.append(SUM + entry + "=" + sum + "\n"));
        missing.forEach(entry -> text.append(MISSING + entry + "=\n"));
        return text.toString();
    }

    /**
     * Reads a manifest.
     *
     * @throws DamagedBackup if it is malformed, or has the format of a later version
     */
    static Manifest parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
            String format = properties.getProperty("format", "");
            if (!format.equals(FORMAT)) {
                throw new DamagedBackup(
                        "the backup has the format '" + format + "'; this version reads format " + FORMAT);
            }
            Manifest manifest = new Manifest(
                    properties.getProperty("version", ""),
                    Instant.parse(properties.getProperty("created-at", "")),
                    under(ROWS, properties, Long::valueOf),
                    under(SUM, properties, sum -> sum),
                    new TreeSet<>(under(MISSING, properties, none -> none).keySet()));
            if (!manifest.sums.containsKey(DATABASE)
                    || !manifest.sums.keySet().stream().allMatch(Manifest::isEntry)) {
                throw new DamagedBackup(ENTRY + " does not list the entries of a backup");
            }
            return manifest;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new DamagedBackup(ENTRY + " is malformed");
        }
    }

    private static <T> SortedMap<String, T> under(String prefix, Properties properties, Function<String, T> value) {
        SortedMap<String, T> found = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.put(name.substring(prefix.length()), value.apply(properties.getProperty(name))));
        return found;
    }

    /** Returns the number of rows, entries and attachments in words. */
    String summary() {
        long attachments = sums.keySet().stream()
                .filter(name -> name.startsWith(ATTACHMENTS))
                .count();
        return rows.getOrDefault("contact", 0L) + " contacts, "
                + rows.values().stream().mapToLong(Long::longValue).sum() + " rows in " + rows.size() + " tables, "
                + attachments + " attachments in files";
    }
}
